"""Which recommendations name technology, by year: from an archive to an answer.

    python make_archive.py reports.zip
    python study.py reports.zip tables plot.png

Needs `pip install unreport[examples]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import matplotlib as mpl

from unreport import Job, write_archive

# A recommendation is a section of that kind; what it says is in the paragraphs under it.  The word
# is looked for in the languages of the archive, by its stem.
QUESTION = """
    select year(d.date) as year,
           d.language,
           count(*) as recommendations,
           count(*) filter (regexp_matches(p.text, '(?i)technolog|تكنولوجي')) as naming
    from 'nodes/*.parquet' as p
    join 'nodes/*.parquet' as r on r.document = p.document and r.node = p.section
    join 'documents/*.parquet' as d on d.document = p.document
    where p.kind = 'paragraph' and r.kind = 'recommendation'
    group by all
    order by year, d.language
"""
Answer = list[tuple[int, str, int, int]]


def ask(tables: Path) -> Answer:
    """Year, language, recommendations, and how many of them name technology."""
    database = duckdb.connect(config={"file_search_path": str(tables)})
    return database.sql(QUESTION).fetchall()


def plot(answer: Answer, path: Path) -> None:
    """Draw the share of recommendations that name technology, a line a language."""
    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415  after the choice of what draws

    figure, axes = plt.subplots(figsize=(6, 3.5), layout="constrained")
    styles = dict(zip(sorted({row[1] for row in answer}), ("-", "--", ":"), strict=False))
    for language, style in styles.items():
        rows = [row for row in answer if row[1] == language]
        shares = [100 * naming / recommendations for *_, recommendations, naming in rows]
        axes.plot([row[0] for row in rows], shares, style, marker="o", label=language)
    axes.set(xlabel="year", ylabel="recommendations naming technology, %", ylim=0)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend(title="language")
    figure.savefig(path, dpi=150)
    plt.close(figure)


def main(archive: str, tables: str, picture: str) -> None:
    """Parse the archive, ask, print and draw."""
    write_archive(Job(sources=(archive,), out=Path(tables)))
    answer = ask(Path(tables))
    print("year  language  recommendations  naming technology")
    for year, language, recommendations, naming in answer:
        print(f"{year}  {language:8}  {recommendations:15}  {naming:17}")
    plot(answer, Path(picture))


if __name__ == "__main__":
    main(*sys.argv[1:])
