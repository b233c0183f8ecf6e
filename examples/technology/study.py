"""Which recommendations name technology, by year: from an archive to an answer.

    python make_archive.py reports.zip
    python study.py reports.zip tables plot.png

Needs `pip install '.[examples]'` in a copy of the repository.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import duckdb
import matplotlib as mpl
from matplotlib import font_manager, ft2font

from unreport import Job, for_display, write_archive

# A recommendation is a section of that kind, and counts once, however many of its paragraphs and
# items name technology.  The word is looked for by its stem, in the six languages.
QUESTION = """
    with recommendations as (
        select r.document, r.node,
               bool_or(regexp_matches(
                   p.text, '(?i)technolog|tecnolog|технолог|技术|科技|تكنولوج'
               )) as names_technology
        from 'nodes/*.parquet' as r
        join 'nodes/*.parquet' as p on p.document = r.document and p.section = r.node
        where r.kind = 'recommendation' and p.kind in ('paragraph', 'table')
        group by all
    )
    select year(d.date) as year,
           d.language,
           count(*) as recommendations,
           count(*) filter (names_technology) as naming
    from recommendations join 'documents/*.parquet' as d using (document)
    where d.date is not null
    group by all
    order by year, d.language
"""
Answer = list[tuple[int, str, int, int]]

NAMES = {
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ru": "Русский",
    "zh": "中文",
}
# Of Okabe and Ito, which people with any kind of colour blindness tell apart
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
MARKERS = ("o", "s", "^", "D", "v", "P")
CHINESE_FONTS = ("Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "PingFang SC")
SHAPES_ARABIC = hasattr(ft2font, "__libraqm_version__")  # Matplotlib does so from 3.11 on


def ask(tables: Path) -> Answer:
    """Year, language, recommendations, and how many of them name technology."""
    database = duckdb.connect(config={"file_search_path": str(tables)})
    return database.sql(QUESTION).fetchall()


def plot(answer: Answer, path: Path) -> None:
    """Draw the share of recommendations that name technology, a line a language.

    Lines that coincide are drawn beside one another.
    """
    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415  after the choice of what draws

    installed = {font.name for font in font_manager.fontManager.ttflist}
    chinese = [name for name in CHINESE_FONTS if name in installed]
    languages = sorted({language for _, language, *_ in answer})
    with plt.rc_context({"font.family": ["DejaVu Sans", *chinese]}):
        figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
        for turn, language in enumerate(languages):
            rows = [row for row in answer if row[1] == language]
            aside = 0.06 * (turn - (len(languages) - 1) / 2)  # of a year
            axes.plot(
                [row[0] + aside for row in rows],
                [100 * naming / recommendations for *_, recommendations, naming in rows],
                color=COLOURS[turn % len(COLOURS)],
                marker=MARKERS[turn % len(MARKERS)],
                label=label(language, has_chinese=bool(chinese)),
                linewidth=1,
                markersize=5,
            )
        axes.set(xlabel="year", ylabel="recommendations naming technology, %", ylim=0)
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.grid(axis="y", alpha=0.3)
        axes.legend(title="language")
        figure.savefig(path, dpi=150)
        plt.close(figure)


def label(language: str, *, has_chinese: bool) -> str:
    """The name of a language in that language, as Matplotlib can draw it."""
    name = NAMES.get(language, language)
    if language == "zh" and not has_chinese:
        return language
    return name if SHAPES_ARABIC else for_display(name)


def main(archive: str, tables: str, picture: str) -> None:
    """Parse the archive, ask, print and draw."""
    if not Path(archive).exists():
        sys.exit(f"{archive}: there is no such archive")
    write_archive(Job(sources=(archive,), out=Path(tables)))
    answer = ask(Path(tables))
    if not answer:
        sys.exit(f"{archive}: no document in it has a date and a recommendation")
    print("year  language  recommendations  naming technology")
    for year, language, recommendations, naming in answer:
        print(f"{year}  {language:8}  {recommendations:15}  {naming:17}")
    plot(answer, Path(picture))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Which recommendations name technology, by year.")
    parser.add_argument("archive", help="a zip or tar archive, or a folder, of reports")
    parser.add_argument("tables", help="the folder of tables to write")
    parser.add_argument("picture", help="the plot to write, as .png, .pdf or .svg")
    main(**vars(parser.parse_args()))
