"""Charts, diagrams and WordArt of Word files, which are in parts or attributes of their own."""

import zipfile
from io import BytesIO

from variants.case import Doubted, Kind, Variant
from word_files import OFFICE, changed_parts, docx, paragraph, zipped

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_EX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TWO = paragraph("1. It met.") + "{}" + paragraph("2. It closed.")


def shown(reference: str) -> str:
    """A paragraph whose drawing refers to a part."""
    inner = f"<a:graphic><a:graphicData>{reference}</a:graphicData></a:graphic>"
    return paragraph(inner=f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>")


def with_part(body: str, part: str, kind: str = "chart") -> bytes:
    """A Word file with a body and a part with the relationship id `p1`."""
    relation = f'<Relationship Id="p1" Type="{OFFICE}/{kind}" Target="drawn/part1.xml"/>'
    data = changed_parts(
        docx(body, styles=""),
        lambda text: (
            text.replace("</Relationships>", f"{relation}</Relationships>")
            if "/styles" in text
            else text
        ),
    )
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {"word/drawn/part1.xml": part})


def chart(inner: str) -> bytes:
    """A Word file with a chart between two paragraphs."""
    part = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:chart>{inner}</c:chart>'
        "</c:chartSpace>"
    )
    return with_part(TWO.format(shown(f'<c:chart xmlns:c="{CHART}" r:id="p1"/>')), part)


def rich(text: str) -> str:
    return (
        f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )


def cache(kind: str, *values: str, code: str = "") -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value
    )
    code = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    return f"<c:{kind}Ref><c:f>A1</c:f><c:{kind}Cache>{code}{points}</c:{kind}Cache></c:{kind}Ref>"


def series(name: str, categories: str, values: str) -> str:
    return (
        f"<c:ser><c:tx>{cache('str', name)}</c:tx><c:cat>{categories}</c:cat><c:val>{values}"
        "</c:val></c:ser>"
    )


STATES = cache("str", "Chad", "Benin")
BARS = (
    rich("Contributions")
    + "<c:plotArea><c:barChart>"
    + series("Due", STATES, cache("num", "4.2999999999999998", "7", code="General"))
    + series("Paid", STATES, cache("num", "", "0.25", code="0%"))
    + f"</c:barChart><c:catAx>{rich('State')}</c:catAx><c:valAx>{rich('Millions')}</c:valAx>"
    "</c:plotArea>"
)
CHARTS = Kind(
    "yfedoseev/office_oxide#149",
    "charts of Word files",
    "The title, the titles of axes and the stored values are what Word shows (21.2.2.27, "
    "21.2.2.29).",
    (
        Variant(
            "two series of bars, one value missing",
            chart(BARS),
            (
                "1. It met.",
                "Contributions",
                "State | Due | Paid",
                "Chad | 4.3 | ",
                "Benin | 7 | 25%",
                "2. It closed.",
            ),
        ),
        Variant(
            "a pie without a title, Arabic",
            chart(
                "<c:plotArea><c:pieChart>"
                + series("المساهمات", cache("str", "تشاد", "بنن"), cache("num", "5", "7"))
                + "</c:pieChart></c:plotArea>"
            ),
            ("1. It met.", " | المساهمات", "تشاد | 5", "بنن | 7", "2. It closed."),
        ),
        Variant(
            "dates and two levels of categories",
            chart(
                "<c:plotArea><c:lineChart>"
                + series(
                    "Due", cache("num", "44197", "44228", code="m/d/yyyy"), cache("num", "1", "2")
                )
                + series(
                    "Paid",
                    "<c:multiLvlStrRef><c:multiLvlStrCache><c:lvl><c:pt idx='0'><c:v>May</c:v>"
                    "</c:pt><c:pt idx='1'><c:v>June</c:v></c:pt></c:lvl><c:lvl><c:pt idx='0'>"
                    "<c:v>2027</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>",
                    cache("num", "3", "4"),
                )
                + "</c:lineChart></c:plotArea>"
            ),
            (
                "1. It met.",
                " | Due",
                "2021-01-01 | 1",
                "2021-02-01 | 2",
                " | Paid",
                "2027 May | 3",
                "2027 June | 4",
                "2. It closed.",
            ),
        ),
        Variant(
            "a chart of Word 2016 with a picture for others",
            with_part(
                TWO.format(
                    paragraph(
                        inner="<w:r><mc:AlternateContent><mc:Choice Requires='cx1'><w:drawing>"
                        f'<cx:chart xmlns:cx="{CHART_EX}" r:id="p1"/></w:drawing></mc:Choice>'
                        "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
                        f"{paragraph('This chart is not available.')}</w:txbxContent></v:textbox>"
                        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                    )
                ),
                f'<cx:chartSpace xmlns:cx="{CHART_EX}" xmlns:a="{DRAWING}"><cx:chartData>'
                '<cx:data id="0"><cx:strDim type="cat"><cx:lvl ptCount="2"><cx:pt idx="0">Chad'
                '</cx:pt><cx:pt idx="1">Benin</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val">'
                '<cx:lvl ptCount="2" formatCode="General"><cx:pt idx="0">5</cx:pt><cx:pt idx="1">7'
                "</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx>"
                "<cx:txData><cx:v>Contributions</cx:v></cx:txData></cx:tx></cx:title><cx:plotArea>"
                '<cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:tx><cx:txData><cx:v>Paid'
                '</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series></cx:plotAreaRegion>'
                "</cx:plotArea></cx:chart></cx:chartSpace>",
                "chartEx",
            ),
            ("1. It met.", "Contributions", " | Paid", "Chad | 5", "Benin | 7", "2. It closed."),
        ),
        Variant(
            "a chart whose part is missing",
            docx(TWO.format(shown(f'<c:chart xmlns:c="{CHART}" r:id="p9"/>'))),
            Doubted("unread-part"),
        ),
    ),
)


def points(*texts: str, kind: str = "node") -> str:
    return "".join(
        f'<dgm:pt modelId="{text}" type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
        for text in texts
    )


def connection(source: str, target: str, place: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn type="{kind}" srcId="{source}" destId="{target}" srcOrd="{place}"/>'


def diagram(point_list: str, connections: str) -> bytes:
    part = (
        f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" xmlns:a="{DRAWING}"><dgm:ptLst>{point_list}'
        f"</dgm:ptLst><dgm:cxnLst>{connections}</dgm:cxnLst></dgm:dataModel>"
    )
    reference = f'<dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="p1" r:lo="x" r:qs="x" r:cs="x"/>'
    return with_part(TWO.format(shown(reference)), part, "diagramData")


DIAGRAMS = Kind(
    "yfedoseev/office_oxide#271",
    "diagrams (SmartArt) of Word files",
    "The text of the points of the data model is shown, in the order of their connections "
    "(21.4.3).",
    (
        Variant(
            "two levels, out of order",
            diagram(
                '<dgm:pt modelId="0" type="doc"/>'
                + points("Bureau", "Committee", "Secretariat", "Chair")
                + points("layout", kind="pres"),
                connection("0", "Bureau", 1)
                + connection("0", "Committee", 0)
                + connection("Bureau", "Chair", 0)
                + connection("0", "Secretariat", 2)
                + connection("Committee", "layout", 0, "presOf"),
            ),
            ("1. It met.", "Committee", "Bureau", "Chair", "Secretariat", "2. It closed."),
        ),
        Variant(
            "no connections, a loop",
            diagram(
                points("Комитет", "Бюро"),
                connection("Комитет", "Бюро", 0) + connection("Бюро", "Комитет", 0),
            ),
            ("1. It met.", "Комитет", "Бюро", "2. It closed."),
        ),
    ),
)
WORD_ART = Kind(
    "yfedoseev/office_oxide#274",
    "WordArt",
    "The text of a v:textpath is its attribute `string` (part 4, 19.1.2.23).",
    (
        Variant(
            "a title",
            docx(
                paragraph(
                    inner='<w:r><w:pict><v:shape><v:textpath on="t" string="Water Decade"/>'
                    "</v:shape></w:pict></w:r>"
                )
                + TWO.format("")
            ),
            ("Water Decade", "1. It met.", "2. It closed."),
        ),
        Variant(
            "not shown",
            docx(
                TWO.format("")
                + paragraph(
                    inner='<w:r><w:pict><v:shape><v:textpath on="f" string="x"/></v:shape>'
                    "</w:pict></w:r>"
                )
            ),
            ("1. It met.", "2. It closed."),
        ),
    ),
)
REPORTED_OBJECTS = (CHARTS, DIAGRAMS, WORD_ART)
