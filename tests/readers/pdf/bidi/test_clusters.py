"""Wrong ToUnicode values, combining marks and word spaces: rows of glyphs in visual order.

A row is written from left to right, one token a glyph.  A token is the glyph's text (`?` if it is
unmapped), `=` what the font program says of it, `:w` its width where it is not six points, `^h`
how far it is above the baseline, `{n` the number of its /ActualText; `_` is a drawn space, `|w` a
gap (back, if it is negative), `~` a glyph that comes before the last one in the content stream.
"""

from __future__ import annotations

import re

import pytest

from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.baselines.logical_row import LogicalRow
from unreport.readers.pdf.bidi.brackets import expected_brackets
from unreport.readers.pdf.bidi.combining_marks.hamzas_by_words import read_hamzas
from unreport.readers.pdf.bidi.combining_marks.partial_marks import read_partial_marks
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.kashida import replace_kashida_glyphs
from unreport.readers.pdf.bidi.letters import UNMAPPED, bidi_class_of, glyph_letters
from unreport.readers.pdf.bidi.logical_order import Token
from unreport.readers.pdf.bidi.logical_rows import collect_evidence, logical_rows
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.bidi.unknown_glyphs import read_unknown_glyphs
from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.text.characters import normalise

TOKEN = re.compile(
    r"(?P<text>[^:{=^~]+)(?:=(?P<program>[^:{^~]+))?(?::(?P<width>[\d.]+))?(?:\^(?P<rise>-?[\d.]+))?"
    r"(?:\{(?P<span>\d))?(?P<earlier>~)?"
)
SIZE = 12.0


def logical_text(row: str, *spans: str) -> str:
    """The text of a row of Arabic glyphs."""
    return "".join(found.text for found in logical(row, *spans))


def logical(row: str, *spans: str) -> list[LogicalRow]:
    """The rows of Arabic glyphs, in logical order."""
    glyphs: list[Glyph] = []
    x = 200.0
    for order, token in enumerate(row.split()):
        if token.startswith("|"):
            x += float(token[1:])
            continue
        found = TOKEN.fullmatch(token)
        assert found
        text = found["text"].replace("?", "").replace("_", " ")
        width = float(found["width"] or (3 if text == " " else 6))
        code = sum(map(ord, text + (found["program"] or "")))
        glyphs.append(
            Glyph(
                text=text,
                x0=x,
                x1=x + width,
                y=100.0 - float(found["rise"] or 0),
                size=SIZE,
                font=0,
                code=code,
                order=order - 2 * bool(found["earlier"]),
                span=int(found["span"] or 0),
                program=ProgramText((found["program"],)) if found["program"] else NOTHING,
            )
        )
        x += width
    return rows_of_glyphs(glyphs, *spans)


def rows_of_glyphs(glyphs: list[Glyph], *spans: str) -> list[LogicalRow]:
    """The rows of some glyphs of a page, in logical order."""
    page = Page(
        number=1,
        width=600,
        height=800,
        glyphs=glyphs,
        rotated=[],
        spans=dict(enumerate(spans, start=1)),
        rules=[],
        fonts=[Font(name="Naskh")],
    )
    evidence = Evidence(unicode_map=lambda _: {glyph.code: glyph.text for glyph in glyphs})
    (page,) = read_hamzas(read_partial_marks([page], evidence), evidence)
    rows = tokenised_rows(rows_of(page), "R")
    read_unknown_glyphs(rows, evidence)
    replace_kashida_glyphs(rows, evidence)
    collect_evidence(rows, evidence)
    return logical_rows(rows, evidence)


def test_actual_text_of_a_lam_alef_with_a_mark() -> None:
    # the alef of a lam-alef has zero width, and so has the mark over it
    assert logical_text("ة م د ق م _ - ً:0{1 ?:0{1 ل و أ", "اً") == "أولاً- مقدمة"


def test_actual_text_with_a_zero_width_first_glyph() -> None:
    assert logical_text("اً:0 ا:0{1 ل ص ف ن م", "اً") == "منفصلاً"


def test_a_letter_of_two_glyphs_without_width() -> None:
    # the teh of a font that draws it over the letter after it, and its dots apart
    assert logical_text("ث ح:9 |-5 ت:0^-5{1 |5 ب:0{1 و", "ت") == "وتحث"


def test_a_mark_mapped_to_letter_and_mark() -> None:
    assert logical_text("ن م أ:0 أ ل ا") == "الأمن"


def test_a_bare_letter_mapped_to_letter_and_mark() -> None:
    assert logical_text("م أ ل س _ ن م ٔ:0 أ ل ا") == "الأمن سلام"


def test_a_bare_letter_mapped_to_letter_and_mark_within_actual_text() -> None:
    assert logical_text("م أ ل س _ ن م ٔ:0{1 أ{1 ل ا", "أ") == "الأمن سلام"


def test_a_bare_ligature_in_visual_order() -> None:
    assert logical_text("م أل س _ ن م ٔ:0 أل ا") == "الأمن سلام"


def test_an_unmapped_letter_under_a_mark_mapped_to_both() -> None:
    assert logical_text("ذ إ:0 ?:2 و") == "وإذ"


def test_unmapped_letters_under_a_mark_that_is_drawn_over_other_letters_too() -> None:
    text = logical_text("ص ص يُ:0 ?:2 و _ ت ح ن يُ:0 م")
    assert text == "مُنحت و�ُصص"


def test_a_zero_width_letter_beside_its_mark() -> None:
    assert logical_text("ة م د ق م _ - اً:0 اً:0 ل و أ") == "أولاً- مقدمة"


def test_a_zero_width_symbol_is_an_unmapped_mark() -> None:
    assert logical_text("ة ث [:0 َّ:0 د ح م") == "محدَّثة"


def test_a_shadda_with_the_text_of_its_vowel_sign_in_a_monospaced_font() -> None:
    # the marks are as wide as letters, and the fatha over the same letter has another text
    first, alone = "م t |-6 |0 َّ~ |-6 د ق ت", "َّ |-6 ن ا"
    assert logical_text(f"{first} _ {alone}").startswith("انّ ت")
    assert logical_text(alone) == "انَّ"


def test_an_unmapped_kashida_is_no_word_gap() -> None:
    assert logical_text("ر ب م ?:4{1 س ي د", "") == "ديسمبر"


def test_kashidas_mapped_to_any_symbol() -> None:
    assert logical_text("م @ @ ل س _ ل @ ك _ س ا @ س أ") == "أساس كل سلم"


@pytest.mark.parametrize(
    ("words", "certain"),
    [("_ @ ° ٤ ١", True), ("_ @ ة ن س", True), ("٥ ١ _ @ ل ا", False)],
)
def test_a_filler_behind_a_sign_or_a_final_letter_is_no_tatweel(
    words: str, *, certain: bool
) -> None:
    found = logical(f"م @ @ ل س _ ل @ ك _ س ا @ س أ _ س ا @ س أ _ {words}")

    clusters = [cluster for row in found for cluster in row.row.clusters]
    assert "@" not in "".join(row.text for row in found)
    assert any(cluster.is_uncertain for cluster in clusters) is not certain


def test_an_unmapped_hamza_over_a_letter_that_has_it() -> None:
    """The alef is mapped to the letter with its hamza, and the hamza to nothing."""
    found = logical("م ?:0 أ ن ?:0 أ ل ?:0 أ")

    assert [row.text for row in found] == ["أل أن أم".replace(" ", "")]
    assert not any(cluster.is_uncertain for cluster in found[0].row.clusters)
    other = logical("م ?:0 أ ن ?:0 أ ل ?:0 ل")
    assert any(cluster.is_uncertain for cluster in other[0].row.clusters)


def test_hamzas_without_text_by_their_words() -> None:
    """The alef is drawn bare, too, and the lam-alef has the hamza of its first use (PDFKit)."""
    words = "أجهزة أيضا بأهمية الأعمال الارتياح الإدارة إيطاليا إيجاد إقرار إليه"
    row = " _ ".join(" ".join(_decomposed(word)) for word in words.split()[::-1])
    (found,) = logical(row)

    assert found.text == words
    assert not any(cluster is not None and cluster.is_uncertain for cluster in found.sources)
    (few,) = logical(" _ ".join(" ".join(_decomposed(word)) for word in words.split()[1::-1]))
    assert any(cluster is not None and cluster.is_uncertain for cluster in few.sources)


def _decomposed(word: str) -> list[str]:
    """The glyphs of a word from the left, each hamza of an alef a mark without text."""
    parts = {"أ": ["?:0", "ا"], "إ": ["?=\ue000:0", "ا"]}
    ligatures = {"لأ": ["?:0", "لأ:9"], "لإ": ["?=\ue000:0", "لأ:9"], "لا": ["لأ:9"]}
    pieces = re.findall("ل[أإا]|.", word)
    glyphs = [ligatures.get(piece) or parts.get(piece) or [piece] for piece in pieces]
    return [glyph for own in glyphs[::-1] for glyph in own]


def test_an_unmapped_hamza_over_the_alef_that_bears_another_one_below() -> None:
    """The alef has one glyph, the text of it and its hamza by /ActualText (Typst)."""
    (row,) = logical("م ?:0 ا{1 ن ?:0 ا{2 ل ?:0 ا{3 ن ِ:0 ا{4", "أ", "أ", "أ", "إ")

    assert not any(cluster.is_uncertain for cluster in row.row.clusters)


def test_kashidas_mapped_to_a_bracket() -> None:
    word = "م ( ل س"

    assert logical_text(" _ ".join([word] * 13)) == " ".join(["سلم"] * 13)
    assert logical_text("( ة ( م ل س") == "سلم(ة)"


@pytest.mark.parametrize(
    ("row", "text", "proved"),
    [
        ("ن َ:0 ِ:0 لأ", "لِأَن", True),
        ("ئ ج |4 ّ:0 |-4 لا ل ا", "اللّاجئ", True),
        ("ّ:0 لا أ و", "وألاّ", True),
        ("َّ:0 لا إ", "إلاَّ", True),
        ("ر م َ:0 لأ ا", "الأَمر", True),
        ("ر م َ:0 ْ:0 لأ ا و", "والْأَمر", True),
        ("م ا ل س َ:0 لإ ا", "الَإسلام", True),
        ("م ا ل س ِ:0 لإ ا", "الإِسلام", True),
        ("ل س َ:0 لأ", "لأَسل", False),
        ("د َ:0 َ:0 لا ب", "بلَاد", True),
        ("ر ُ:0 |3 َ:0 |-3 لأ ف", "فلَأُر", True),
    ],
)
def test_marks_on_a_lam_alef(row: str, text: str, *, proved: bool) -> None:
    found = logical(row)[0]
    assert normalise(found.text) == normalise(text)
    uncertain = [c for c in found.sources if c is not None and c.is_uncertain]
    assert (not uncertain) is proved


def test_kashidas_mapped_to_a_semicolon() -> None:
    word = "م ; ; ل س"

    assert logical_text(" _ ".join([word] * 9)) == " ".join(["سلم"] * 9)
    assert logical_text("ب ; م ل س") == "سلم;ب"


def test_kashidas_mapped_to_a_letter_that_is_drawn_at_the_end_of_a_row_too() -> None:
    assert logical_text("N م N ل س _ م N ل س _ م N ل س _ م N ل س") == "سلم سلم سلم سلمN"


def test_letter_spacing_in_a_row_that_draws_its_spaces() -> None:
    assert logical_text("ب ا |2 ب _ م ل ق _ س ر د _ ب ت ك") == "كتب درس قلم باب"
    assert logical_text("ب ا ب |3 م ل ق") == "قلم باب"


def test_a_mark_with_an_advance_leaves_no_gap() -> None:
    assert logical_text("د و _ م َّ:7 ل س ُ:0 ت و") == "وتُسلَّم ود"
    assert logical_text("د و _ م ْ:4 َ:4 ل س") == logical_text("د و _ م ْ:0 َ:0 ل س")


def test_a_mark_whose_advance_the_next_glyph_covers() -> None:
    found = logical_text("د و _ ه َ:6 |-6 ـ ل َ:6 |-6 ـ ّ:6 |-6 ـ ل ف")
    assert normalise(found) == normalise("فلَّلَه ود")


def test_a_narrow_gap_between_letters_of_two_directions() -> None:
    row = "٩ ٤ |1.5 I M O _ م ل ق _ س ر د _ ب ت ك"
    assert logical_text(row) == "كتب درس قلم IMO ٩٤"
    assert logical_text("م ل |1.5 ق _ س ر د _ ب ت ك") == "كتب درس قلم"


def test_a_gap_beside_an_unmapped_kashida() -> None:
    row = "ب و ر |2.5 ? ح ل ا _ م ل ق _ س ر د _ ب ت ك"
    assert " " not in logical_text(row).removeprefix("كتب درس قلم ")


def test_narrow_spaces_that_are_not_drawn_and_of_one_width() -> None:
    assert logical_text("ب ا ب |0.9 م ل ق |0.9 س ر د |0.9 ب ت ك") == "كتب درس قلم باب"
    assert logical_text("ب ا ب |0.6 م ل ق |0.6 س ر د |0.6 ب ت ك") == "كتب درس قلم باب"
    assert logical_text("ب ا ب |0.9 م ل خ |0.5 س ظ د |0.7 ب ظ ك") == "كظبدظسخلمباب"


def test_a_word_space_reduced_by_kerning() -> None:
    assert logical_text("ل ك |0.5 ة ر ا د إ") == "إدارة كل"


def test_a_mark_beside_kashidas_mapped_to_a_latin_letter() -> None:
    row = "ك T T T ّ:0 ل م ت _ ب T ت _ ن T م"
    assert logical_text(row) == "من تب تملّك"


def test_a_question_mark_after_teh_marbuta() -> None:
    assert logical_text("ا و ج _ ؟ |0.5 ة ي س ن ج") == "جنسية؟ جوا"


def test_a_mark_as_wide_as_a_letter_over_a_kashida() -> None:
    word = "ف ر |1 ُ:7.4 |-7.4 ?:7.4 ص و"

    assert logical_text(" _ ".join([word] * 3)) == "وصُرف وصُرف وصُرف"


def test_kashidas_under_the_actual_text_of_a_mark() -> None:
    row = "ا ?{1 |-1 ?{1 ?^1{1 |-6 ق َ:0^1 ح ل َ:0^1 م"

    assert logical_text(row, "\N{ARABIC FATHATAN}") == "مَلحَقًا"


def test_a_kashida_over_the_last_letter_of_a_word() -> None:
    assert logical_text("ـ |-5.6 م ث _ ـ |-5.6 ، ط س و") == "وسط، ثم"
    assert logical_text("1 5 _ ـ ل ا") == "الـ 15"
    assert logical_text("ب _ ) ?{1 (", "هـ") == "(هـ) ب"


def test_kashidas_mapped_to_a_percent_sign() -> None:
    assert logical_text("ة % % ن ج ل _ ر % ي ش % ت") == "تشير لجنة"


def test_a_percent_sign_after_a_number() -> None:
    assert logical_text("م ل س _ % 1 0 _ ب ت ك") == "كتب 10% سلم"


def test_a_mirrored_sign_by_the_shape_of_its_glyph() -> None:
    assert logical_text("ن ا ن ط أ _ ٣ _ ≥=≥ _ ن م") == "من ≤ ٣ أطنان"
    assert logical_text("x _ ≥=≥ _ 3") == "x ≥ 3"


def test_a_mirrored_sign_whose_shape_nothing_shows() -> None:
    assert not logical("ن ا ن ط أ _ ٣ _ ≥ _ ن م")[0].proved


def test_a_sign_with_its_shape_where_brackets_have_their_characters() -> None:
    found = logical(") أ ( _ ن ا ن ط أ _ ٣ _ ≥=≥ _ ن م")[0]
    assert found.proved
    assert "≥ ٣" in found.text


def test_a_soft_hyphen_within_a_row_is_a_hyphen() -> None:
    assert logical_text("ة م د ق م _ \xad ا ل و أ") == "أولا- مقدمة"
    assert logical_text("t w o \xad s h i f t") == "two-shift"
    assert logical_text("s e t t l e \xad") == "settle\xad"


def test_actual_texts_in_visual_order() -> None:
    row = "م ?{1 س _ م ?{2 ك _ م ?{3 س _ م ?{4 ك"
    assert logical_text(row, *["ال"] * 4) == "كلام سلام كلام سلام"
    assert logical_text(row, *["لا"] * 4) == "كلام سلام كلام سلام"


def test_an_act_of_the_union_has_its_treaty_last() -> None:
    assert logical_text("E U / 2 0 1 1 / 8 3 _ ه ي ج و ت") == "توجيه 2011/83/EU"


def test_a_space_drawn_over_a_letter() -> None:
    assert logical_text("ى ل ع _ ة:4 |-4 _:4~ و ل ع") == "علوة على"


def test_a_space_reduced_by_kerning_is_kept() -> None:
    assert logical_text("ك |-2 _ ة ح") == "حة ك"


def test_a_narrow_letter_drawn_twice() -> None:
    assert logical_text("م ل ا:2 |-1.7 ا:2") == "الم"


def test_two_narrow_letters() -> None:
    assert logical_text("م ل:2 ل:2 ا") == "اللم"


def test_a_mark_with_the_actual_text_of_its_cluster() -> None:
    row = "ت غ ل طُ=ُ:2{1 |-2 أ{2 _ ن=ّ:0{3 و{4 _ هُ=ُ:0{5 ه{6"
    assert logical_text(row, "أُ", "أُ", "وّ", "وّ", "هُ", "هُ") == "هُ وّ أُلغت"


def test_letters_that_lie_over_each_other_keep_the_order_of_the_stream() -> None:
    # the alef of this lam-alef is wider than its lam
    assert logical_text("ن م أ:6 |-6 ل:5 |1 ا") == "الأمن"


def test_a_quotation_mark_that_is_kerned_over_a_letter_stays_behind_it() -> None:
    assert logical_text('. |1.3 ":4.1 |-5.4 ر:2.9 ا ط خ إ') == 'إخطار".'


def test_a_hamza_under_an_empty_actual_text() -> None:
    assert logical_text("ن م ٔ:0{1 ا ل ا", "") == "الأمن"


def test_letters_under_an_empty_actual_text() -> None:
    assert logical_text("ي ن ا ع ﻳ{1", "") == "يعاني"
    assert logical_text("ت ا ﻳ{1 ا ف ن", "") == "نفايات"
    assert logical_text("م о{1 т д е л", "") == "отделم"
    assert logical_text("r e p o{1 r t _ ر ق ت", "") == "تقر report"


def test_letters_under_an_empty_actual_text_that_are_in_the_text_beside_them() -> None:
    assert logical_text("م ?{2 ا:0{1 ك", "", "لا") == "كلام"
    assert logical_text("ة:0{2 ?{1 ف", "ئة", "") == "فئة"


def test_a_letter_under_an_empty_actual_text_beside_a_mark_with_the_text_of_both() -> None:
    assert logical_text("ج ر خ ت س ُ:0{1 ﻳ{2 و", "يُ", "") == "ويُستخرج"


def test_an_unknown_letter_under_an_empty_actual_text_where_no_letters_join() -> None:
    assert logical_text("ى ر ج |1 ُ:0 |-1 ?{1 _ ن أ", "") == f"أن {UNMAPPED}ُجرى"
    assert logical_text("د ?{1 ؤ م", "") == f"مؤ{UNMAPPED}د"
    assert logical_text("?{1 ل م _ ن أ", "") == f"أن مل{UNMAPPED}"


def test_a_kashida_under_an_empty_actual_text() -> None:
    assert logical_text("ة ن ?{1 ج ل", "") == "لجنة"
    assert logical_text("ة ن ?{1 ?{2 ج ل _ ي ?{3 ف", "", "", "") == "في لجنة"


def test_an_unknown_mark_under_an_empty_actual_text() -> None:
    (row,) = logical("د ر ?:0{1 ب م", "")
    assert row.text == "مبرد"
    assert any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_an_unknown_mark_under_an_empty_actual_text_beside_the_text_of_both() -> None:
    (row,) = logical("د ر ?:0{1 ّ:0{2 ب{2 م", "", "بَّ")
    assert row.text == "مبَّرد"
    assert not any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_a_mark_with_the_actual_text_of_another_letter() -> None:
    """The shadda of `مّ` has the text of the first cluster that it was drawn for, `ثَّ`."""
    row = "ه م ّ:0{1 م ع _ ر َ:0 ّ:0{2 ث ك _ ّ:0{3 ث ح"
    assert normalise(logical_text(row, "ثَّ", "ثَّ", "ثَّ")) == normalise("حثّ كثَّر عمّمه")


def test_a_mark_with_the_text_of_two_that_is_alone() -> None:
    """The shadda has the text of shadda and fatha, and the fatha beside it none."""
    (row,) = logical("د ر ?:0 \u064e\u0651:0 ب م _ \u064e\u0651:0 ث ح")
    assert normalise(row.text) == normalise("حثّ مبَّرد")
    assert not any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_a_vowel_with_the_text_of_the_cluster_that_it_was_first_drawn_for() -> None:
    """The fatha of `جَّ` has that text, and the shadda that of another cluster."""
    row = "ة ر جَّ:0 ي ا ع م _ ل جَّ:0 فّ:0 ج س"
    assert normalise(logical_text(row)) == normalise("سجَّل معايَرة")


def test_a_mark_over_a_presentation_form_that_has_its_hamza() -> None:
    """The damma of `أُ` has the text of the alef, whose other glyphs keep their hamza."""
    (row,) = logical("ن ﺃ _ غ ل ب أ:0 ﺃ")
    assert row.text == "أبلغ أن"
    assert any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_a_tanwin_with_the_text_of_its_letter_follows_it() -> None:
    """Graphite draws so; only one of the letters beside it is that of the ToUnicode value."""
    assert normalise(logical_text("ا اً:0 ي ن ا ث")) == normalise("ثانياً")


def test_marks_that_follow_their_letters_in_visual_order() -> None:
    """Graphite draws so: the dammas of the first letters have no letter after them."""
    row = "غ ر ّ:0 ص م _ ع ف ر ت ُ:0 _ ل م ح ت ُ:0"
    assert logical_text(row) == "تُحمل تُرفع مصرّغ"
    assert logical_text("د د ّ:0 ش _ ر ُ:0 ب ك") == "كبُر شّدد"


def test_a_mark_over_a_ligature_of_two_letters_by_its_place() -> None:
    """The other marks of the font begin at the left edges of their letters."""
    singles = "ب _ ُ:0 ك _ ُ:0 ك _ ُ:0 ك"
    (first,) = logical(f"|6 ّ:0 |-6 \ufc94:12 {singles}")
    assert normalise(first.text) == normalise("كُ كُ كُ بيّن")
    (second,) = logical(f"ّ:0 \ufc94:12 {singles}")
    assert normalise(second.text) == normalise("كُ كُ كُ بينّ")
    (between,) = logical(f"|3 ّ:0 |-3 \ufc94:12 {singles}")
    assert any(cluster is not None and cluster.is_uncertain for cluster in between.sources)


def test_a_shadda_over_the_alef_of_a_lam_alef() -> None:
    """At the left edge it is the alef's; a font without anchors for components may have it near."""
    (edge,) = logical("ّ:0 لا:10 أ")
    assert normalise(edge.text) == normalise("ألاّ")
    assert not any(cluster is not None and cluster.is_uncertain for cluster in edge.sources)
    (near,) = logical("|1 ّ:0 |-1 لا:10 أ")
    assert any(cluster is not None and cluster.is_uncertain for cluster in near.sources)


@pytest.mark.parametrize(
    ("middle", "text", "is_certain"),
    [(0.1, "ألاّ", True), (0.55, "ألّا", True), (0.35, "ألّا", False)],
)
def test_a_shadda_over_a_lam_alef_by_its_outline(
    middle: float, text: str, *, is_certain: bool
) -> None:
    """Its middle is at 0.22, 0.76 and 0.52 of the width, and its origin near the left edge."""
    lam_alef = Glyph("لا", 200.0, 210.0, 100.0, SIZE, 0, 1, 1)
    shadda = Glyph("ّ", 201.0, 201.0, 100.0, SIZE, 0, 2, 0, program=ProgramText(middle=middle))
    alef = Glyph("أ", 210.0, 216.0, 100.0, SIZE, 0, 3, 2)

    (row,) = rows_of_glyphs([shadda, lam_alef, alef])

    assert normalise(row.text) == normalise(text)
    uncertain = any(cluster is not None and cluster.is_uncertain for cluster in row.sources)
    assert uncertain is not is_certain


def test_a_shadda_over_a_lam_alef_with_an_actual_text() -> None:
    """Cairo gives the letters one, and draws the mark outside."""
    assert normalise(logical_text("|5 ّ:0 |-5 لا:10{1 أ", "لا")) == normalise("ألّا")


def test_a_mark_with_the_text_of_two_that_stands_beside_one_of_them() -> None:
    """The fatha of the second letter draws no shadda, nor does that of the first."""
    row = "م َّ:0 ت ك _ ب َّ:0 ّ:0 ت ك"
    assert normalise(logical_text(row)) == normalise("كتَّب كتَم")


def test_the_ligature_of_allah_after_an_alef_that_is_drawn() -> None:
    assert logical_text("ﷲ:10 ا ب _ ﷲ:10 و _ ﷲ:10 ا") == "الله ولله بالله"
    assert logical_text("ﷲ:10 ا ن د ل ب _ ﷲ:10") == "الله بلدناالله"  # a narrow space
    assert logical_text("ﷲ:10 _ ﷲ:10 و") == "والله الله"
    (row,) = logical("َ:0 الله:10 ن أ")
    assert normalise(row.text) == normalise("أناللهَ")
    assert not any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_a_hamza_belongs_to_the_letter_that_can_bear_it() -> None:
    assert logical_text("م م ا ٔ:0 ل ا") == "الأمم"
    assert logical_text("ن ٔ:0 ا و") == "وأن"


DOTS = {"ن": "ن", "ب": "ج", "ت": "ق", "ي": "ي", "ف": "ن", "ق": "ق"}
"""The text of the dots of a letter: that of the first letter with such dots."""


def test_one_decision_for_each_skeleton_of_a_font() -> None:
    """The skeletons of `نبتي` and of `فق` have no text, their dots that of another letter."""
    words = "النظر المبدأ المتحدة التقدم مختلف افتتاح"
    row = " _ ".join(" ".join(_parts(char) for char in word[::-1]) for word in words.split()[::-1])
    assert logical_text(row) == words


def _parts(char: str) -> str:
    if char not in DOTS:
        return char
    return f"{DOTS[char]}:0^2 " + ("?" if char in "نبتي" else "?=\ue000")


def test_a_hamza_on_a_yeh_without_dots() -> None:
    assert logical_text("ل ٔ:0 ى ا س م") == "مسائل"


def drawn_in_logical_order(*words: str) -> str:
    """The text of words drawn from the right; `<` and `>` tell over which letter a mark begins."""
    glyphs: list[Glyph] = []
    x = 400.0
    for token in " _ ".join(words).split():
        text, side = token[0].replace("_", " "), token[-1]
        text = token if side not in "<>_" else text
        width = 0.0 if side in "<>" else 3.0 if text == " " else 6.0
        x0 = x + {"<": -4, ">": 2}.get(side, -width)
        glyphs.append(
            Glyph(
                text=text,
                x0=x0,
                x1=x0 + width,
                y=100.0,
                size=SIZE,
                font=0,
                code=sum(map(ord, text)),
                order=len(glyphs),
                span=0,
                program=NOTHING,
            )
        )
        x -= width
    return "".join(found.text for found in rows_of_glyphs(glyphs))


def test_hamzas_drawn_before_their_letters_in_logical_order() -> None:
    """A hamza is before its alef and after its lam-alef; where it begins shows which it is on."""
    words = ["ٔ< ا ب", "ٔ< ا م", "ٔ< ا ن", "و ٔ< ا ن", "لا ٔ> ن"]

    assert drawn_in_logical_order(*words) == "أب أم أن وأن لأن"
    assert drawn_in_logical_order(*words[2:]) == "أن ؤان لأن"  # too few of them to know


def test_a_kasra_raised_to_its_shadda() -> None:
    assert logical_text("م ِّ:0^14{1 ل س ي", "ِّ") == "يسلِّم"


def test_an_actual_text_of_replacement_characters() -> None:
    assert logical_text("ة ـ{1 ن ج ل", "\N{REPLACEMENT CHARACTER}" * 3) == "لجنة"


def test_dots_drawn_apart_are_no_letters() -> None:
    (row,) = logical("ي ص ب:0^-4 ق ل ا")

    assert row.text == "القصي"
    assert any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_dots_and_skeleton_are_one_unknown_letter() -> None:
    assert logical_text("ط ئ:0 ?:3 ا ر خ ل ا") == f"الخرا{UNMAPPED}ط"
    assert logical_text("ن:0^1 ں م") == "من"


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        ("ة ي ن:0^3{1 ص{2 ر أ ل ا", ("ض", "ض")),
        ("ة ي ن:0^3{1 ض ر أ ل ا", ("ض",)),
        ("ة ي ض:0^3 ص{1 ر أ ل ا", ("ض",)),
        ("ة ي ض:0^3 ض ر أ ل ا", ()),
    ],
)
def test_dots_and_skeleton_that_both_have_the_letter(row: str, spans: tuple[str, ...]) -> None:
    assert logical_text(row, *spans) == "الأرضية"


@pytest.mark.parametrize(
    "row",
    [
        "٢٠٠٣) و ١٥٢٦ (٢٠٠٤) و ١٧٣٥ (",
        "2003) and 1526 (2004), 1735 (2006) and 1822 (2008",
        "(أ) أن تنظر (انظر الفقرة ٣)؛",
        "و(ب) أن تقدم",
        "« Stockholm+50 » (« notre chance »)",
    ],
)
def test_brackets_by_the_spaces_beside_them(row: str) -> None:
    tokens = [Token(char, bidi_class_of(char)) for char in row]

    expected = expected_brackets(tokens, tuple(range(len(tokens))))

    assert all(row[i] == char for i, char in expected.items())
    assert expected or row.count("(") + row.count(")") < 2


def test_a_mark_that_is_mapped_with_its_letter_beside_an_unmapped_letter() -> None:
    """The hamza has the text of alef with hamza, and the alef under it has none."""
    assert normalise(logical_text("م أ=ٔ:0.1^6 ? ل ا")) == "الأم"


def test_noncharacters_are_unmapped() -> None:
    assert glyph_letters("\uffff") == UNMAPPED


def test_radicals_are_normalised_to_ideographs() -> None:
    assert normalise("⼤会注意到⻛险和⽅⾯") == "大会注意到风险和方面"
    assert normalise("住⼾") == "住户"  # the radical is drawn as the simplified ideograph


@pytest.mark.parametrize("rise", ["", "^2", "^4", "^-2"])
def test_an_alef_of_zero_width_that_is_drawn_higher_than_its_lam(rise: str) -> None:
    row = f"م م أ:0{rise}{{1 ل:12 ا"

    assert logical_text(row, "أ") == "الأمم"


def test_letters_beside_the_baseline_of_a_calligraphic_row() -> None:
    assert logical_text("ت ب ج^3 ح^6 و _ ة د ع ا ق^-3 ل ا") == "القاعدة وحجبت"


def test_a_letter_of_a_row_further_up_stays_there() -> None:
    found = logical("ت ب ج و _ ة د ع ا ق ل ا |-30 أ^14")

    assert [row.text for row in found] == ["أ", "القاعدة وجبت"]


def test_an_undrawn_gap_is_decided_by_the_words_beside_it() -> None:
    row = "ن ي ب _ م ل ق _ س ر د _ ب ت ك _"
    assert logical_text(f"{row} د |6 ق و") == "وقد كتب درس قلم بين"  # wider than the spaces
    assert logical_text(f"{row} ى ل إ |3 ق ي ق د ت ل ا") == "التدقيق إلى كتب درس قلم بين"
    assert logical_text("ة ن ا ي ص |5 ب - ١ ١ _ ب ت ك _ م ل ق _ س ر د") == "درس قلم كتب ١١-ب صيانة"
    assert logical_text(f"{row} ى ل إ |3 خ ي ق د ت ل ا") == "التدقيخإلى كتب درس قلم بين"


def test_a_narrow_gap_of_a_page_without_drawn_spaces_is_decided_by_the_words_beside_it() -> None:
    """A producer that gives marks a width of their own leaves less than a space beside them."""
    assert logical_text("م ل ق |4 م ل ق |0.9 ر ي ر ق ت ل ا") == "التقرير قلم قلم"
    assert logical_text("م ل ق |4 خ ل ق |0.9 ر ي ر ق ت ل ا") == "التقريرقلخ قلم"  # no word
    assert logical_text("م ل ق |4 م ل ع |0.9 ت م") == "متعلم قلم"  # a word as a whole


def test_a_mark_on_a_kashida_belongs_to_the_letter_that_it_lengthens() -> None:
    assert logical_text("ر د |1 ـ:2 ُ:0 |-3 ق و") == "وقُدر"  # under the letter, LibreOffice
    assert logical_text("ر د ـ ُ:0 ق و") == "وقُدر"


def test_a_mark_that_reaches_over_a_space() -> None:
    words = "_ ب ت ك _ م ل ق"
    row = f"ف ل س ي _ |-1.5 ٌ:0{{1 |1.5 أ{{1 د ب م {words}"
    assert logical_text(row, "أٌ") == "قلم كتب مبدأٌ يسلف"


def test_a_latin_letter_without_width_is_the_low_byte_of_a_vowel_sign() -> None:
    assert logical_text("ل ص ف O:0 ت و") == "وتُفصل"
    assert logical_text("ل ص ف R:0 ت و") == "وتْفصل"
    assert "A" in logical_text(" _ ".join(["ل ص ف A:0 ت و"] * 9))  # no kashida: it has no width


def test_a_latin_letter_without_width_off_the_baseline_is_an_unknown_mark() -> None:
    (row,) = logical("ل ص ف W:0^4 ت و")
    assert row.text == "وتفصل"
    assert any(cluster is not None and cluster.is_uncertain for cluster in row.sources)


def test_an_unmapped_vowel_sign_on_some_letters_with_a_hamza_only() -> None:
    on_all = logical("ل س ر أ ?:0 و _ د ي ع أ ?:0 و _ ع م ج أ ?:0 و")
    on_some = logical("ل س ر أ ?:0 و _ د ي ع أ ?:0 و _ ع م ج أ ?:0 و _ ي أ")
    assert [row.text for row in on_some] == ["أي وأجمع وأعيد وأرسل"]
    doubts = [
        any(cluster is not None and cluster.is_uncertain for row in rows for cluster in row.sources)
        for rows in (on_all, on_some)
    ]
    assert doubts == [False, True]
