"""OpenDocument: number formats, style overrides, hidden parts, formulas, shapes, controls."""

from zipfile import ZipFile

import pytest
from odt_files import NAMESPACES, odt, p

from unreport.readers.odt.reader import read_odt

MATHS = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow>{}</mrow>'
    '<annotation encoding="StarMath 5.0">never</annotation></semantics></math>'
)


def texts(body: str, automatic: str = "", **objects: str) -> list[str]:
    parts = {f"{name}/content.xml": part for name, part in objects.items()}
    lines = read_odt(odt(body, automatic=automatic, parts=parts)).lines
    return [line.text.replace("\t", " ") for line in lines]


def list_style(name: str, form: str, suffix: str = ".") -> str:
    return (
        f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" '
        f'style:num-format="{form}" style:num-suffix="{suffix}"/></text:list-style>'
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("1st", ["1st.", "2nd."]),
        ("а, б, .., аа, аб, ... (ru)", ["а.", "б."]),
        ("А, Б, .., Аа, Бб, ... (ru)", ["А.", "Б."]),
        ("أ, ب, ج, ...", ["أ.", "ب."]),
        ("١, ٢, ٣, ...", ["١.", "٢."]),
        ("一, 二, 三, ...", ["一.", "二."]),
        ("01, 02, 03, ...", ["01.", "02."]),
        ("①, ②, ③, ...", ["①.", "②."]),
        ("One, Two, Three, ...", ["One.", "Two."]),
    ],
)
def test_number_formats(form: str, expected: list[str]) -> None:
    items = "<text:list-item>" + p("x") + "</text:list-item>"
    body = f'<text:list text:style-name="L">{items * 2}</text:list>'

    assert [text.split()[0] for text in texts(body, list_style("L", form))] == expected


def test_an_item_with_a_list_style_of_its_own() -> None:
    own = f'<text:list-item text:style-override="M">{p("b")}</text:list-item>'
    item = f"<text:list-item>{p('a')}</text:list-item>"
    body = f'<text:list text:style-name="L">{item}{own}{item}</text:list>'

    assert texts(body, list_style("L", "1") + list_style("M", "a", ")")) == ["1. a", "b) b", "3. a"]


def test_numbered_paragraphs() -> None:
    one = '<text:numbered-paragraph text:list-id="l" text:level="1" text:style-name="L"{}>{}'
    end = "</text:numbered-paragraph>"
    body = one.format("", p("a")) + end + p("between") + one.format("", p("b")) + end
    body += one.format(' text:start-value="7"', p("c")) + end

    assert texts(body, list_style("L", "1")) == ["1. a", "between", "2. b", "7. c"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:section text:name="s" text:display="none">' + p("no") + "</text:section>",
        '<text:section text:display="condition" text:condition="x" text:is-hidden="true">'
        + p("no")
        + "</text:section>",
        p('<text:hidden-paragraph text:condition="x" text:is-hidden="true"/>no'),
        p("<text:placeholder>&lt;Name&gt;</text:placeholder>"),
    ],
)
def test_hidden_parts(hidden: str) -> None:
    shown = p('<text:hidden-paragraph text:condition="x" text:is-hidden="false"/>yes')

    assert texts(p("a") + hidden + shown) == ["a", "yes"]


def test_a_note_in_hidden_text() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('no')}"
    span = f'<text:span text:style-name="Gone">{note}</text:note-body></text:note></text:span>'
    gone = (
        '<style:style style:name="Gone" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )

    assert texts(p(f"a{span}b"), gone) == ["ab"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("<msup><mn>10</mn><mn>6</mn></msup>", "10⁶"),
        ("<msub><mi>x</mi><mi>i</mi></msub>", "x_i"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a+b)/2"),
        ("<msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot>", "√x∛y"),
        (
            "<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover><mi>k</mi>",
            "∑₁ⁿk",
        ),
        ('<mfenced open="[" close="]" separators=";"><mi>a</mi><mi>b</mi></mfenced>', "[a;b]"),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>", "1&2"),
        ("<mphantom><mi>x</mi></mphantom><mi>y</mi>", "y"),
    ],
)
def test_formulas(formula: str, expected: str) -> None:
    maths = MATHS.format(formula)
    inline = p(f"a <draw:frame><draw:object>{maths}</draw:object></draw:frame> b")
    linked = p('a <draw:frame><draw:object xlink:href="./O1"/></draw:frame> b')

    assert texts(inline) == texts(linked, O1=maths) == [f"a {expected} b"]


def test_an_object_that_is_no_formula_is_a_doubt() -> None:
    body = p('a<draw:frame><draw:object xlink:href="./C"/></draw:frame>')
    document = read_odt(odt(body, parts={"C/content.xml": "<chart/>"}))

    assert [doubt.code for doubt in document.doubts] == ["unread-part"]
    assert "1 embedded object" in document.doubts[0].message


def test_the_text_of_shapes_and_nested_boxes_is_read_once() -> None:
    shape = f"<draw:custom-shape>{p('shape')}</draw:custom-shape>"
    inner = f"<draw:frame><draw:text-box>{p('inner')}</draw:text-box></draw:frame>"
    outer = f"<draw:frame><draw:text-box>{p('outer' + inner)}</draw:text-box></draw:frame>"

    assert texts(p("a") + p("b" + shape + outer)) == ["a", "b", "shape", "outer", "inner"]


@pytest.mark.parametrize(
    ("control", "expected"),
    [
        ('<form:checkbox form:id="c" form:current-state="checked"/>', "☒ yes"),
        ('<form:checkbox form:id="c" form:label="Open"/>', "☐ Open yes"),
        ('<form:text form:id="c" form:current-value="Vienna"/>', "Vienna yes"),
        (
            (
                '<form:listbox form:id="c"><form:option form:label="A"/>'
                '<form:option form:label="B" form:current-selected="true"/></form:listbox>'
            ),
            "B yes",
        ),
        ('<form:text form:id="other" form:value="x"/>', "yes"),
    ],
)
def test_form_controls(control: str, expected: str) -> None:
    forms = f"<office:forms><form:form>{control}</form:form></office:forms>"

    assert texts(forms + p('<draw:control draw:control="c"/> yes')) == [expected]


@pytest.mark.parametrize(
    ("kind", "parameters", "expected"),
    [
        ("FORMCHECKBOX", [("Checkbox_Checked", "true")], "☒"),
        ("FORMCHECKBOX", [], "☐"),
        (
            "FORMDROPDOWN",
            [
                ("Dropdown_ListEntry", "Vienna"),
                ("Dropdown_ListEntry", "Geneva"),
                ("Dropdown_Selected", "1"),
            ],
            "Geneva",
        ),
        ("FORMDROPDOWN", [("Dropdown_Selected", "x")], ""),
    ],
)
def test_form_fields_of_word(kind: str, parameters: list[tuple[str, str]], expected: str) -> None:
    inner = "".join(
        f'<field:param field:name="{name}" field:value="{value}"/>' for name, value in parameters
    )
    mark = f'<field:fieldmark field:type="vnd.oasis.opendocument.field.{kind}">{inner}'

    assert texts(p(f"a {mark}</field:fieldmark>.")) == [f"a {expected}."]


def test_a_style_outside_any_style_sheet() -> None:
    root = f'<style:style {NAMESPACES} style:name="A" style:family="paragraph"/>'

    assert read_odt(odt(p("One.", "A"), parts={"styles.xml": root})).text == "One."


def test_a_damaged_object_is_no_error(tmp_path) -> None:
    path = tmp_path / "a.odt"
    body = p('a<draw:frame><draw:object xlink:href="./O1"/></draw:frame>')
    path.write_bytes(odt(body, parts={"O1/content.xml": "<x"}))
    with ZipFile(path) as archive:
        assert "O1/content.xml" in archive.namelist()

    assert [line.text for line in read_odt(path.read_bytes()).lines] == ["a"]
