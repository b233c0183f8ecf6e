"""Text on layers that a document shows or hides by its default configuration."""

from __future__ import annotations

import pytest
from pdf_files import FONT, PAGES, pdf, stream
from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.optional_content import is_hidden
from unreport.readers.pdf.reader import read_pdf

PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
    b"/XObject<</X 6 0 R>>/Properties<</On 7 0 R/Off 8 0 R/Both 9 0 R>>>>>>"
)
GROUPS = [
    b"<</Type/OCG/Name(Text)>>",
    b"<</Type/OCG/Name(Draft)>>",
    b"<</Type/OCMD/OCGs[7 0 R 8 0 R]>>",
]
OFF = b"/OFF[8 0 R]"
BASE_OFF = b"/BaseState/OFF/ON[7 0 R]"


def document(content: bytes, configuration: bytes = OFF, form: bytes = b"") -> bytes:
    catalog = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R 8 0 R]/D<<%s>>>>>>"
    shown = stream(b"BT /F 10 Tf 72 600 Td (Draft only.) Tj ET", FORM + form)
    return pdf([catalog % configuration, PAGES, PAGE, stream(content), FONT, shown, *GROUPS])


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>"


def words(layer: bytes) -> bytes:
    first = b"BT /F 10 Tf 72 700 Td (The Committee met in Vienna in May.) Tj ET "
    last = b" BT /F 10 Tf 72 500 Td (It closed on the last day of that month.) Tj ET"
    return first + b"/OC /%s BDC BT /F 10 Tf 72 600 Td (Draft only.) Tj ET EMC" % layer + last


@pytest.mark.parametrize("configuration", [OFF, BASE_OFF])
def test_a_layer_that_is_off(configuration: bytes) -> None:
    found = read_pdf(document(words(b"Off"), configuration))

    assert found.text.split("\n") == [
        "The Committee met in Vienna in May.",
        "It closed on the last day of that month.",
    ]
    assert [(doubt.code, "Draft only." in doubt.message) for doubt in found.doubts] == [
        ("covered-text", True)
    ]


@pytest.mark.parametrize("layer", [b"On", b"Both"])
def test_a_layer_that_is_on(layer: bytes) -> None:
    found = read_pdf(document(words(layer)))

    assert found.text.split("\n") == [
        "The Committee met in Vienna in May.",
        "Draft only.",
        "It closed on the last day of that month.",
    ]
    assert not found.doubts


def test_a_form_on_a_layer_that_is_off() -> None:
    content = b"BT /F 10 Tf 72 700 Td (The Committee met in Vienna in May.) Tj ET /X Do"
    found = read_pdf(document(content, form=b"/OC 8 0 R"))

    assert found.text == "The Committee met in Vienna in May."
    assert [doubt.code for doubt in found.doubts] == ["covered-text"]
    assert "Draft only." in read_pdf(document(content, form=b"/OC 7 0 R")).text


BOTH_GROUPS = b"/OCGs[7 0 R 8 0 R]"  # one is on, one is off


@pytest.mark.parametrize(
    ("membership", "is_shown"),
    [
        (b"/P/AnyOn" + BOTH_GROUPS, True),
        (b"/P/AllOn" + BOTH_GROUPS, False),
        (b"/P/AnyOff" + BOTH_GROUPS, True),
        (b"/P/AllOff" + BOTH_GROUPS, False),
        (b"/P/AllOff/OCGs 8 0 R", True),
        (b"/P/AnyOff/OCGs[7 0 R]", False),
        (b"/P/AllOn/OCGs[]", True),
        (b"/VE[/Or 7 0 R 8 0 R]", True),
        (b"/VE[/And 7 0 R 8 0 R]", False),
        (b"/VE[/And 7 0 R[/Not 8 0 R]]", True),
        (b"/VE[/Not 7 0 R]", False),
    ],
)
def test_membership_dictionaries(membership: bytes, *, is_shown: bool) -> None:
    whole = document(words(b"Both"))
    content = whole.replace(GROUPS[2], b"<</Type/OCMD" + membership + b">>")
    found = read_pdf(content)

    assert ("Draft only." in found.text) == is_shown


@pytest.mark.parametrize(
    ("state", "event", "is_shown"),
    [(b"OFF", b"View", False), (b"OFF", b"Print", True), (b"ON", b"View", True)],
)
def test_states_for_viewing(state: bytes, event: bytes, *, is_shown: bool) -> None:
    """A viewer applies the usage of a group where the configuration says so."""
    usage = b"/AS[<</Event/%s/OCGs[7 0 R]/Category[/View]>>]" % event
    group = b"<</Type/OCG/Name(Text)/Usage<</View<</ViewState/%s>>>>>>" % state
    found = read_pdf(document(words(b"On"), usage).replace(GROUPS[0], group))

    assert ("Draft only." in found.text) == is_shown


class Objects:
    """The objects of a document, which counts how often one is looked up."""

    def __init__(self, objects: dict[int, object]) -> None:
        self.objects = objects
        self.lookups = 0

    def getobj(self, number: int) -> object:
        self.lookups += 1
        return self.objects[number]


def test_shared_visibility_expressions_are_evaluated_once() -> None:
    """Each of six arrays names the next one ten times: a million paths to the group."""
    width, depth = 10, 6
    document = Objects({1: {"Type": LIT("OCMD")}, 9: {"Type": LIT("OCG")}})
    for number in range(2, 2 + depth):
        below = number + 1 if number < 1 + depth else 9
        document.objects[number] = [LIT("And"), *[PDFObjRef(document, below)] * width]
    document.objects[1]["VE"] = PDFObjRef(document, 2)  # type: ignore[index]

    assert is_hidden(PDFObjRef(document, 1), frozenset((9,)))
    assert not is_hidden(PDFObjRef(document, 1), frozenset((8,)))
    assert document.lookups < 50
