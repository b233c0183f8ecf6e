"""Tables in plain text: consecutive lines whose cells tabs separate."""

import pytest

from unreport import Table, parse_text, read

TABLES = {
    "ar": "الرتبة\tالعدد\tالتكلفة\nف-3\t٥\t١٠٠\nف-4\t٢\t٨٠",
    "en": "Grade\tPosts\tCost\nP-3\t5\t100\nP-4\t2\t80",
    "es": "Categoría\tPuestos\nP-3\t5\nP-4\t2",
    "fr": "Classe\tPostes\tCoût\nP-3\t5\t1 250,5\nP-4\t–\t80 %",
    "ru": "Класс\tМесто\tГород\nС-3\tБюро\tВена\nС-4\tОтдел\tЖенева",
    "zh": "职等\t员额\t费用\nP-3\t5\t100\nP-4\t2\t80",
}
NO_TABLES = (
    "United Nations\tA/90/L.1\nGeneral Assembly\tDistr.: Limited\nNinetieth session\t12 May 2035",
    "United Nations\t\tA/90/L.1\nGeneral Assembly\t\tDistr.: Limited\nNinetieth\t\t12 May 2035",
    "(a)\tin spring;\n(b)\tin summer;\n(c)\tin autumn.",
    "Chair:\tMs. Vale\nRapporteur:\tMr. Reed\nSecretary:\tMr. Moss",
    "17.1\tIt met in spring.\n\n17.2\tIt met in summer.\n\n17.3\tIt met in autumn.",
    "Posts\t5\nCost\t100",
)


@pytest.mark.parametrize("language", TABLES)
def test_three_rows_with_numbers_or_three_columns_are_a_table(language: str) -> None:
    text = f"I\n\n1. …\n\n{TABLES[language]}\n\n2. …"
    report = parse_text(text, language=language)
    tables = [node for node, _ in report.walk() if isinstance(node, Table)]

    assert [table.text for table in tables] == [TABLES[language]]


@pytest.mark.parametrize("text", NO_TABLES)
def test_lines_of_a_letterhead_or_a_list_and_two_rows_are_no_table(text: str) -> None:
    assert {line.role for line in read(text.encode()).lines} == {"body"}


def test_four_rows_are_a_table_whatever_their_cells_are() -> None:
    text = "Chair\tMs. Vale\nRapporteur\tMr. Reed\nSecretary\tMr. Moss\nClerk\tMs. Fen"
    lines = read(text.encode()).lines

    assert [line.cells[0] for line in lines] == ["Chair", "Rapporteur", "Secretary", "Clerk"]
