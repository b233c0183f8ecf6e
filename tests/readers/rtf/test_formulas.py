"""Formulas of RTF, with the structure that Word writes, as linear text."""

import pytest

import unreport

FRACTION = (
    rb"{\mf{\mfPr{\mtype bar}{\mctrlPr\f34\i }}{\mnum {\mr\mscr0\msty2\f34 a+b}}{\mden {\mr c}}}"
)
SUM = (
    rb"{\mnary{\mnaryPr{\mchr \u8721\'3f}{\mlimLoc undOvr}}{\msub {\mr i=1}}{\msup {\mr n}}"
    rb"{\me {\mr x}}}"
)
BRACKETS = rb"{\md{\mdPr{\mbegChr [}{\mendChr ]}}{\me {\mr x}}}"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (FRACTION, "(a+b)/c"),
        (SUM, "∑_(i=1)ⁿ x"),
        (BRACKETS, "[x]"),
        (rb"{\msSup{\me {\mr x}}{\msup {\mr 2}}}", "x²"),
        (rb"{\msSub{\me {\mr x}}{\msub {\mr max}}}", "x_max"),
        (rb"{\mrad{\mradPr{\mdegHide on}}{\mdeg }{\me {\mr x+1}}}", "√(x+1)"),
        (rb"{\mm{\mmr{\me {\mr a}}{\me {\mr b}}}{\mmr{\me {\mr c}}{\me {\mr d}}}}", "[a&b; c&d]"),
        (rb"{\mr\mscr0 \u-10187\'3f\u-9117\'3f=5}", "𝑣=5"),
        (rb"{\mr a}{\mr\deleted b}{\mr\v c}{\mr\deleted0 d}", "ad"),
        (rb"{\mr \'b15}", "±5"),
    ],
)
def test_formulas(formula: bytes, expected: str) -> None:
    words = rb"{\rtf1\ansi x {\mmath{\*\moMath " + formula + rb"}{\mmathPict old}} y.\par}"

    assert unreport.read(words).text == f"x {expected} y."


def test_the_formulas_of_a_paragraph_are_separate() -> None:
    formulas = rb"{\*\moMath{\mr x=1}}{\*\moMath{\mr y=2}}"
    words = rb"{\rtf1\ansi One.\par{\mmath{\*\moMathPara{\moMathParaPr{\mjc left}}" + formulas

    assert unreport.read(words + rb"}}\par Two.\par}").text == "One.\nx=1; y=2\nTwo."


def test_a_formula_that_is_not_closed() -> None:
    assert (
        unreport.read(rb"{\rtf1\ansi One.\par{\mmath{\*\moMath{\mf{\mnum{\mr a").text == "One.\na/"
    )
