"""Text that a page hides, by its style sheets too, and what form controls show."""

import pytest

import unreport
from unreport.errors import LimitExceeded
from unreport.readers.html import style_sheets


def texts(html: str) -> list[str]:
    document = unreport.read(f"<!DOCTYPE html><html><body>{html}</body></html>".encode())
    return [line.text.replace("\t", " | ") for line in document.lines]


@pytest.mark.parametrize(
    ("sheet", "element", "hidden"),
    [
        (".no {display:none}", '<p class="a no">x</p>', True),
        (".no {display: none}", '<p class="nothing">x</p>', False),
        ("p.no, .b {display:none}", '<div class="no">x</div>', False),
        ("#n {visibility:hidden}", '<p id="n">x</p>', True),
        ("P.NO {DISPLAY:NONE}", '<p class="NO">x</p>', True),
        (".no{mso-hide:all}", '<p class="no">x</p>', True),
        ("div {display:none}", "<div><p>x</p></div>", True),
        (".draft p {display:none}", '<div class="draft"><div><p>x</p></div></div>', True),
        (".draft p {display:none}", "<div><p>x</p></div>", False),
        (".a .b p {display:none}", '<div class="b"><div class="a"><p>x</p></div></div>', False),
        # the more specific rule, then the later one; `!important` and the element's own style
        (".no{display:none} p{display:block}", '<p class="no">x</p>', True),
        (".no{display:none} .no{display:block}", '<p class="no">x</p>', False),
        ("p{display:none !important} .no{display:block}", '<p class="no">x</p>', True),
        (".no{display:none}", '<p class="no" style="display:block">x</p>', False),
        # what is not read hides nothing
        ("@media print {p {display:none}}", "<p>x</p>", False),
        ("@page {margin:0} .no {display:none}", '<p class="no">x</p>', True),
        ("@import url(x); p {display:none}", "<p>x</p>", True),
        ("p:hover {display:none}", "<p>x</p>", False),
        ("div > p {display:none}", "<div><p>x</p></div>", False),
        ("/* p {display:none} */", "<p>x</p>", False),
        ("<!-- p {display:none} -->", "<p>x</p>", True),
        ("p {content:'}'; display:none", "<p>x</p>", False),
        ("p {grid-display:none}", "<p>x</p>", False),
    ],
)
def test_style_sheets(sheet: str, element: str, *, hidden: bool) -> None:
    html = f"<style>{sheet}</style>{element}<section>y</section>"

    assert texts(html) == (["y"] if hidden else ["x", "y"])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # an element may be visible in one that is not, but not in one that is not displayed
        ('<p style="visibility:hidden">x <b style="visibility:visible">y</b></p>', ["y"]),
        ('<p style="display:none">x <b style="display:inline">y</b></p><p>z</p>', ["z"]),
        ('<p aria-hidden="true">x</p>', ["x"]),
        ("<p hidden>x</p><p>y</p>", ["y"]),
        ("<dialog><p>x</p></dialog><dialog open><p>y</p></dialog>", ["y"]),
        # an item that is not displayed is not counted; one that is not visible is
        ("<ol><li hidden>x</li><li>y</li></ol>", ["1. y"]),
        ('<ol><li style="visibility:hidden">x</li><li>y</li></ol>', ["2. y"]),
        # rows and cells
        (
            "<table><tr><td>a</td><td hidden>b</td><td>c</td></tr><tr hidden><td></table>",
            ["a | c"],
        ),
        ("<table><tbody hidden><tr><td>a</td><td>b</td></tr></tbody></table><p>y</p>", ["y"]),
    ],
)
def test_hidden_elements(html: str, expected: list[str]) -> None:
    assert texts(html + "<p></p>") == expected


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ('<input value="Ms. Diallo">', "Ms. Diallo"),
        ('<input type="date" value="2024-03-03">', "2024-03-03"),
        ('<input type="hidden" value="x">', ""),
        ('<input type="password" value="x">', ""),
        ('<input type="submit" value="Send">', ""),
        ('<input type="checkbox" checked>', "☒"),
        ('<input type="radio">', "☐"),
        ("<textarea>Two\n words</textarea>", "Two words"),
        ("<select><option>Vienna<option selected>Geneva</select>", "Geneva"),
        ("<select><option disabled>Choose<option>Vienna</select>", "Vienna"),
        ('<select><option label="Vienna">v</option></select>', "Vienna"),
        ("<select multiple><option selected>a<option>b<option selected>c</select>", "a, c"),
        ('<select size="4"><option>a<option>b</select>', ""),
        ('<select><optgroup label="G"><option>a</optgroup></select>', "a"),
        ("<button>Send</button>", ""),
        ('<datalist><option value="x">x</datalist>', ""),
        ("<output>12</output>", "12"),
        ('<meter value="0.5">half</meter>', ""),
    ],
)
def test_values_of_form_controls(control: str, shown: str) -> None:
    assert texts(f"<p>1. Chair: {control}.</p>") == [f"1. Chair: {shown}."]


def test_comparisons_of_selectors_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style_sheets, "MAX_COMPARISONS", 100)
    html = "<style>.no p {display:none}</style>" + "<p>x</p>" * 100

    with pytest.raises(LimitExceeded, match="style sheets"):
        texts(html)


def test_much_text_that_a_style_sheet_hides_is_a_doubt() -> None:
    sheet = "<style>.tab {display:none}</style>"
    few = unreport.read(f"<html>{sheet}<p>x</p><p class='tab'>Print</p></html>".encode())
    much = unreport.read(
        f"<html>{sheet}<p>x</p><p class='tab'>{'The Committee met. ' * 9}</p></html>".encode()
    )

    assert few.doubts == ()
    assert [doubt.code for doubt in much.doubts] == ["covered-text"]
    assert "170 characters, such as “The Committee met." in much.doubts[0].message
