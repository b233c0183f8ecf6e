"""Split a text into sentences, in any language.

The rules are those of sentence boundaries in UAX #29, with abbreviations added: a full stop ends no
sentence before a small letter (SB8), nor after an initial or an abbreviation.
"""

from __future__ import annotations

import regex

from unreport.text.folding import fold_words

CLOSING = "”’»\"')\\]）」』》"
# French sets a space before a guillemet: `« Bien ! »`
TERMINATOR = regex.compile(rf"(?P<stop>[.!?؟…。！？]+)(?:\s?»|[{CLOSING}])*+(?P<space>\s*+)")
WIDE = frozenset("。！？")  # no space follows
LAST_WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}.º°])[\p{L}\p{M}\p{N}.º°]++$")
SMALL_OR_PUNCTUATION = regex.compile(r"[\p{Ll},;:،؛，；：)\]\p{Pd}]")
ABBREVIATIONS = frozenset(
    fold_words(word)
    for word in (
        *("Mr Mrs Ms Dr Prof St No Nos Vol Art Arts Para Paras Chap Sect Cf Corr Add Rev".split()),
        *("M MM Mme Mlle par art al vol p pp fig chap éd".split()),
        *("Sr Sra Srta Sres párr párrs núm núms págs pág cap".split()),
        *("г гг г-н г-жа ст п пп стр см т тт др им рис гл долл млн млрд".split()),
        *("د أ ص م ج".split()),
    )
)
"""Words after which a full stop ends no sentence; a number or a name follows."""
WINDOW = 24  # characters before a full stop that are looked at


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without the spaces between them.

    >>> split_sentences("Mr. Diop spoke of art. 5. He thanked them! وافقت اللجنة. ثم اجتمعت.")
    ('Mr. Diop spoke of art. 5.', 'He thanked them!', 'وافقت اللجنة.', 'ثم اجتمعت.')
    >>> split_sentences("委员会举行会议。会议结束。")
    ('委员会举行会议。', '会议结束。')
    """
    sentences: list[str] = []
    begin = 0
    for match in TERMINATOR.finditer(text):
        if match.end() < len(text) and _ends_sentence(text, match):
            sentences.append(text[begin : match.end()].strip())
            begin = match.end()
    sentences.append(text[begin:].strip())
    return tuple(sentence for sentence in sentences if sentence)


def _ends_sentence(text: str, match: regex.Match[str]) -> bool:
    stop = match["stop"]
    if stop[-1] in WIDE:
        return True
    if not match["space"] or SMALL_OR_PUNCTUATION.match(text, match.end()):
        return False
    if stop != ".":
        return True
    before = LAST_WORD.search(text[max(match.start() - WINDOW, 0) : match.start()])
    return before is None or not _is_abbreviation(before[0])


def _is_abbreviation(word: str) -> bool:
    """An initial, `U.S`, or a word that is abbreviated: `para`."""
    letters = word.rpartition(".")[2]
    if len(letters) == 1 and letters.isalpha() and letters.upper() != letters.lower():
        return True
    return fold_words(word) in ABBREVIATIONS
