"""Whether the words of a row can be right: scripts, marks, digits and bigrams that no word has.

A row whose order is proved may still have wrong letters.  These are the forms that Arabic spelling
excludes, whatever the word; a row that has one is marked, not changed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unreport.readers.pdf.spelling.bigrams import BIGRAMS
from unreport.readers.pdf.spelling.known_words import is_known, is_usual
from unreport.readers.pdf.spelling.split_words import has_split_word

LETTER = "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]"
MARK = "[\u064b-\u0652\u0670\u0653-\u0655]"
VOWEL = "[\u064b-\u0650\u0652]"
FIRST_OR_ALONE = f"(?:(?<=[أيتن]\u064f)|(?!{LETTER}*{MARK}))"
"""After the vowel sign of a prefix of the imperfect, or in a word without another vowel sign."""
TWO_DIGIT_SETS = "(?:(?<=[\u0660-\u06f9])[0-9]|(?<=[0-9])[\u0660-\u0669\u06f0-\u06f9])"
PREFIX = "(?:[وفبلكس]|ال|لل|[وفبك]ال|[وف]ل|ولل)"
"""Prefixes that are written before a word in another script, or before a number."""

ARABIC = re.compile(LETTER)
FIRST = "(?<![\\w\u064b-\u0655].)"
"""Behind the first character of a word."""
FOREIGN = "[A-Za-z\u00c0-\u024f\u0370-\u052f\u2e80-\u9fff]"
SIGN = '[^\\w\\s\u064b-\u0655\u0640\u0670()\\[\\]{}«»“”"/.,:،؛؟!…_–—-]'
AFTER_LETTER = (
    f"{LETTER}{MARK}{{0,4}}"
    f"(?:{FOREIGN}|(?:{SIGN}{{1,9}}|\\d{{1,9}}|_){LETTER}|[\u2100-\u2bff]|[=<>](?!\\w|=))"
)
"""A letter of another script after an Arabic one, `السبعM`, but `وA/69/17`; a sign or digits within
a word: `الوكا*ت`, `ا'ادة`."""
WORD_START = "(?<![\u0621-\u0652\u0670])"
ASSIMILATED = "تثدذزصضطظ"
"""Letters that are doubled after the prefix of the imperfect: `يتّخذ`, `يطّلع`."""
AFTER_WAW = (
    "ثق جب جد جه جو حد حي خز دع رث رد رو زر زع زن سط سع سم شح صف صل صو صي ضح ضع ضو ظف عد عي فد "
    "فر فق فو في قد قع قف قو قي كب كد كل لا لج لد لو لي هب هم"
)
"""What may follow an initial waw with damma: roots that begin with waw, as of `وُضع`, `وُجود`."""
DOUBLED_WITH_PRONOUN = "\u0651(?:ه[امن]?|هما|نا|كم|ك)(?!\\w|[\u064b-\u0652])"
"""The end of a noun whose last letter is doubled, with a pronoun: `نصُّه`, `حقُّها`."""
_MISPLACED_MARKS = (
    # the damma of the passive on the second letter of a bare word: `وضرُب`, `وستقُدَّم`, `أدُمجت`
    (
        f"{WORD_START}[وف]?(?![بسكل]|[يتن]{LETTER}\u064f{LETTER}\u0651)[\u0628-\u063a\u0642-\u0647\u064a]"
        f"{LETTER}\u064f(?!و|{DOUBLED_WITH_PRONOUN})\u0651?(?!و){LETTER}"
    ),
    f"{WORD_START}[وف]?(?:س[يتن]|أ|ا(?!ل)){LETTER}\u064f(?!و|{LETTER}\u0651){LETTER}",
    # on the conjunction before it: `وُيرسل`, `وُعرضت`
    f"{WORD_START}وُ(?!{AFTER_WAW.replace(' ', '|')}){LETTER}{{2}}|{WORD_START}فُ[يأ]{LETTER}",
    # shadda on the letter before the doubled one, `يقّيد`, or after it, `شكلّت`, `يُدوَنّ`
    f"{WORD_START}[وفل]?ي[أإبجحخرشعغفقكله]\u0651[\u064e-\u0650]?{LETTER}",
    # but that after the first letter of a root is right: `نُفِّذ`, `نُوّه`, `تُوّج`
    f"{WORD_START}[وف]?[يت]\u064f[^\\Wو{ASSIMILATED}]\u0651[\u064e-\u0650]?[^\\Wاو]",
    f"{WORD_START}[وف]?[\u062b-\u063a\u0642\u0645\u0647]{LETTER}{{2}}\u0651ت(?![\u0621-\u0652])",
    f"{WORD_START}[وف]?[يتن]\u064f{LETTER}[^\\Wت]\u064e[^\\Wي]\u0651(?![\u0621-\u0652])",
    # no word begins with a letter without a vowel or with a doubled one
    f"{WORD_START}{LETTER}(?:\u0652|[\u064e-\u0650]?\u0651)|{WORD_START}[وف]أ\u0651",
    # tanwin before another letter; a vowel on an alef that lengthens one, or on alef maksura
    "[\u064c\u064d]\u0627|\u064bا[\u0621-\u064a]",
    f"(?<=[\u0621-\u0652])(?<!{WORD_START}[وفبكل])ا[\u064c-\u0650\u0652]|ى[\u064c-\u0652]",
    # another vowel sign than fatha before teh marbuta, alef and alef maksura; but `لِا`, `بِا`
    f"[\u064f\u0650\u0652]ة|[\u064f\u0652][اى]|(?<!ل)(?<!{WORD_START}ب)(?<!{WORD_START}[وف]ب)\u0650ا",
    # no syllable ends in two consonants but before a pause
    f"\u0652{LETTER}(?:\u0652{LETTER}|[\u064e-\u0650]?\u0651)",
    # the seat of a hamza shows its vowel
    f"[أؤ]\u0650{LETTER}|إ[\u064e\u064f\u0652]|آ[\u064b-\u0652]|[ءئ]\u0651",
)
MISPLACED_MARKS = re.compile("|".join(_MISPLACED_MARKS))
"""Marks on a letter that cannot have them, or beside one that excludes them."""

# A search is quick where a pattern begins with the sign that is rare, and looks behind it: the
# characters of a row that are no such sign are passed over.  Alternatives share no beginning.
OTHERS = re.compile('[^\u0621-\u0655\u0670-\u06d3\\s()\\[\\]{}«»“”"/.,:،؛؟!…–—-]')
"""A character other than Arabic letters, marks and punctuation."""
BESIDE_OTHERS = re.compile(
    "|".join(
        (
            AFTER_LETTER,
            f"[A-Za-z\u00c0-\u024f\u0370-\u052f\u2100-\u2bff\u2e80-\u9fff]{LETTER}",
            f"[=<>](?<![\\w=].){LETTER}",
            # digits before a word or a bracket that points away from them, or of two sets
            f"\\d(?:{LETTER}{LETTER}|\\)\\d{{1,2}}\\(|{TWO_DIGIT_SETS})",
            # the call of a note twice
            r"(?P<call>\(\d{1,2}\))(?P=call)",
        )
    )
)
CALL_TWICE = re.compile(r"(?P<call>\(\d{1,2}\)) (?P=call)")
IMPOSSIBLE = re.compile(
    "|".join(
        (
            # letters that end words, within one
            f"ة(?:{MARK}{{0,4}}{LETTER}|\u0640)|ى{MARK}{{0,4}}[\u0622-\u064a]",
            # what no word begins with; prepositions with the yeh that a font without dotless yeh
            # gives: `إلي` for `إلى`; `لا` with the hamza of another lam-alef
            f"[اؤئ]{FIRST}(?:(?<=[ؤئ])|ا)",
            f"[وإحل]{FIRST}(?:(?<=إ)لي|(?<=ح)تي|(?<=ل)أ|(?<=و)(?:إلي|حتي|لأ))(?!\\w|{MARK})",
            # a comma between words without a space
            f"[،؛](?<={LETTER}.){LETTER}",
            # three of a letter
            f"(?P<thrice>{LETTER})(?P=thrice){{2}}",
            # a lam-alef twice, whose two glyphs have the text of both; but `تلألأ`
            "ل(?:[آإ]ل[آإ]|(?<![أتني].)ألأ)",
            # a skeleton without its dots, which is no letter of Arabic
            "[\ufffd\u066e\u066f\u06a1\u06ba\u06d0]",
        )
    )
)
SIGN_FOR_ALLAH = re.compile(
    "(?<![\\w\u064b-\u0655])ا[0-9](?!\\w)(?<!فئة ..)(?<!مجموعة ..)(?<!رتبة ..)(?<!درجة ..)"
)
"""An alef and a digit, of which the digit was a ligature: `ا9` for `الله`; but `الفئة ا1`."""
SHORT_WORD = 2  # letters; word lists have the longer ones
CLOSING = ".,،؛:)"
SET_APART = re.compile(f"(?:(?<!\\S){LETTER}\\s){{3}}")
LEAST_APART = 3
ANY_MARK = re.compile(MARK)
IMPOSSIBLE_MARKS = re.compile(
    "|".join(
        (
            # a mark without a letter, on a letter that never has it, or twice
            f"(?:^|[^\\w\u064b-\u0655\u0640\u0670]|\\d){MARK}",
            f"[\u0653-\u0655]|[\u064b-\u064d]ا\u064b|[إآىة]\u0651|[اة]\u0652|{VOWEL}{VOWEL}|\u0651{VOWEL}?\u0651",
            # an alef with shadda, but that of a lam-alef at the end of a word: `إلاّ` is written so
            f"(?<!ل)ا\u0651|لا\u0651{LETTER}",
            f"(?P<twice>{LETTER}){VOWEL}?\u0651{VOWEL}?(?P=twice){VOWEL}?\u0651",
            "\u064b\u064b|[\u064b-\u064d]\u0651?[\u0621-\u0626\u0628-\u0648]",
            # one syllable twice in a word without other vowel signs: `أُأُبلغت` for `أُبلغت`
            f"(?P<base>{LETTER})(?P<sign>{VOWEL})(?P=base)(?P=sign){FIRST_OR_ALONE}",
        )
    )
)
ACCENTED = re.compile("[\u00c0-\u024f][\u00c0-\u024f]{2}")
FOREIGN_LETTERS = re.compile("[\u00c0-\u024f]{4}|(?:[\u00c0-\u024f]{3}.{0,60}?){2}")
"""Letters with accents alone, as a font gives that maps its codes in order: `þĂĀĆāÿ`."""
MODIFIER_APOSTROPHE = re.compile("[A-Za-z\u00c0-\u024f]\N{MODIFIER LETTER APOSTROPHE}")
"""What a font gives for the right quotation mark that is an apostrophe in Latin letters."""
LEADING_SIGN = re.compile("[،؛.](?:(?:(?<=^.)|(?<=\\S[ \\t].))(?=[\\w(\\[])|(?<=^[،؛])[ \\t])")
"""A sign that ends a clause, before a word or at the beginning of a row (UAX #14, LB13)."""
REVERSED_GROUPS = re.compile(
    "\\d(?<![\\d.,/\\t ] .)(?<![\\d.,/\\t-].)\\d\\d[ \u00a0](?:\\d{3}[ \u00a0])?[1-9١-٩]\\d?"
    "(?![\\d.,/%:)-]|[ \u00a0]\\d)"
)
"""Thousands before their millions, in the order of the page: `٤٠٠ ١٢` for `١٢ ٤٠٠`."""
AFTER_BRACKET = re.compile("\\)(?:\u0640|(?<=[^\\W\\d_].)\\w{1,4}\\(\\w)|\\]\u0640")
"""A kashida that lengthens no letter; brackets that point away from their content: `مساحة)1(5`."""
UNOPENED_BRACKET = re.compile(
    "^[^\\[]*[\u0621-\u064a]\\][\u0621-\u064a]"
    "|^(?:(?=[وفبك]?ا\\))|[^()\\s]*+\\s)[^()]*+(?<=[\u0621-\u064a])\\)[\u0621-\u064a]"
)
"""A bracket that closes nothing, within a word: `ا)علومات`; but `أ)علومات` may be an item."""
MIRRORED_BRACKET = re.compile(
    "[()\\[\\]](?:(?:(?<=^[)\\]])|(?<= [)\\]]))[\u0621-\u064a]"
    "|(?<=[\u0621-\u064a][(\\[])(?:[ .،؛:]|$)|(?:(?<=^\\))|(?<= \\)))\\w{1,4}\\((?!\\w))"
)
"""A bracket that opens where it should close, or the reverse: `)أ(`."""
LATIN = re.compile("[A-Za-z]")
_ORDERS = (
    # a letter that touches an abbreviation in brackets: `N(EU)`
    "(?<![A-Za-z])[A-Za-z]\\([A-Z]{2,}\\)",
    # the groups of a number before the letters that name it: `5-101234-1-92-978 ISBN`
    "(?<!\\d)\\d{1,9}(?:-\\d{1,9}){2,4} [A-Za-z]{2}",
    # Arabic-Indic digits that touch Latin letters: one of them has lost its place
    "[\u0660-\u0669\u06f0-\u06f9][A-Za-z]|[A-Za-z][\u0660-\u0669\u06f0-\u06f9]",
    # an address whose scheme is none (RFC 3986): `htps://`
    "(?<![A-Za-z])(?!(?:https?|ftps?|file)://)[A-Za-z]{1,12}://",
    # the parts of an address from the last to the first: `org.example.www`, `//https:`; a hyphen
    # that joins it to nothing, or a stop that joins it to an Arabic word
    r"\.www(?![\w.])|(?<![\w:/])//(?:[a-z]{1,12}:|:[a-z])|(?<!\S)-[a-z][\w.-]{0,40}@",
    # a hyphen before the letters that it joins: `(-N-P-K 15` for `(N-P-K 15-`
    r"(?<![^\s(])-[A-Z](?:-[A-Z]|$)",
    "[a-z]{2}\\.[\u0621-\u064a]",
    # a note's mark after the symbol that it stands before from right to left
    r"^(?:\(\d{1,2}\) )?[A-Z]{1,9}(?:/[\w.]{1,20}){1,9} \(\d{1,2}\)،",
    # a number and a hyphen, which stand before Latin letters or, from right to left, after them
    r"(?<![\w./-])\d{1,4}-[A-Z]{2}",
)
IMPOSSIBLE_ORDER = re.compile("|".join(_ORDERS))
"""Orders of Latin letters, digits and brackets that no row has, whatever its words are."""
APOSTROPHE = "\N{MODIFIER LETTER APOSTROPHE}"
BULLETS = "\uf06c\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe"
"""Those that word processors take from Symbol and Wingdings."""
CODE_IN_WORD = re.compile(
    f"[\uf020-\uf0ff](?:(?<=[\\w/.].)|(?<!^[{BULLETS}])(?=[\\w/.])|(?<=[^\uf000-\uf0ff][\uf030-\uf039]))"
)
"""A code of a symbol font in a word or number, or that of a digit, where it is no bullet."""
DEGREE = "\N{DEGREE SIGN}"
MINUTES = re.compile("\\d ?\N{DEGREE SIGN} ?\\d{1,2}(?! ?[\\d.,\N{DEGREE SIGN}'\"’´ʹ′″]|$)")
"""Minutes of arc without their sign: `14° 20М`."""
UNLIKE_CYRILLIC = "[DFGJLNQRSUVWYZ]"  # authors type Latin letters that look like Cyrillic ones
MIXED_SCRIPTS = re.compile(
    "[а-яё](?:(?<=[a-z].)|[a-z]|[A-Z]{1,9}[а-яё]|(?<=[А-ЯЁ][A-Z].)"
    f"|{UNLIKE_CYRILLIC}(?![\\w-])|(?<=\\b{UNLIKE_CYRILLIC}.)[а-яё]{{5}})"
)
"""A Latin letter within a Cyrillic word, or the reverse (UTS #39).

The sign of a quantity may have a short Cyrillic index: `Uвых`, `Qсут`.
"""
SIGN_FOR_LIGATURE = re.compile("[®¯](?=[a-zß-ÿ]{2})")
"""What the codes of fi and fl are in Latin-1: `de®nition`; a trade mark follows its word."""
_ADDRESS = "[\\w./:@?&=%#~-]"  # of an address or a symbol, which may have any sign
_SIGN = "(?:[*+<=>\\\\^_|~$#‡˚˙¸]|\\d)"
SIGN_IN_WORD = re.compile(
    f"(?<!{_ADDRESS})[A-ZÀ-ÞА-ЯЁ]?(?:[a-zß-ÿа-яё]{{2,40}}{_SIGN}[a-zß-ÿа-яё]{{1,40}}"
    f"|[a-zß-ÿа-яё]{_SIGN}[a-zß-ÿа-яё]{{3,40}})(?![\\w/:@?&=%#~-]|\\.\\w)"
    f"|(?<!{_ADDRESS})[A-ZÀ-ÞА-ЯЁ]?[a-zß-ÿа-яё]{{3,40}}\\d[A-ZÀ-ÞА-ЯЁ]\\d[a-zß-ÿа-яё]"
)
"""A sign or a digit within a word in small letters: `commi+tee`."""
ODD_SIGN = re.compile("[*+<=>\\\\^_|~$#‡˚˙¸\\d](?<=[a-zß-ÿа-яё].)[A-Za-zß-ÿа-яё]")
JOINING_SIGN = re.compile("[_=|<>+*]")
LEAST_JOINED = 3  # letters
CODE = re.compile("\\\\[A-Za-z]|[{}]")
"""A command of TeX or a path, and braces: the signs of code follow no spelling."""
ODD_START = re.compile(
    "[,.](?!\\.)\\s?[^\\W\\d]|[;:!?][^\\W\\d]|[.،؛][٠-٩]|[，。；：！？、）》」』”]"
)
"""A sign that no row begins with (UAX #14, LB13), but for those with a space before in French."""
ODD_PLACE = re.compile(
    "[,;.()\\[\\]](?:(?<= [,;.)\\]])[^\\W\\d]|(?<=[^\\W\\d][(\\[])(?: |$)|(?<=\\()-$"
    "|(?<=[a-zß-ÿа-яё]{3}=[.,;])(?: |$)|(?<=[a-zß-ÿа-яё]{2}[,;])[a-zß-ÿа-яё]{2}"
    "|(?<=[a-zß-ÿа-яё]{3}[.])(?<!www[.])[A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]{2})"
)
"""A sign or bracket at the wrong end of a word, or a sign between words without a space.

A search is quick where a pattern begins with a class of a few characters, and looks behind them.
"""
PREFIXED = re.compile(f"(?<![\\w\u064b-\u0655]){PREFIX}ـ?(?=[A-Za-z\u00c0-\u024f\\d])")
WORD = re.compile("[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u0652]{2,}")
HAMZAS = re.compile("[\u0653-\u0655]")  # of letters that have a composed form with them
MARKS = re.compile("[\u0640\u064b-\u0652]+")
ISOLATED = re.compile(f"(?<!\\S)(?!و){LETTER}{MARK}{{0,4}}(?!\\S)")
STRAY = re.compile(
    f"(?<=\\s)(?<![\\d%/.] )(?<![-–—] )(?!و){LETTER}{MARK}{{0,4}}(?!\\S)"
    f"(?! ?[-–—\\d]| و{LETTER}(?!\\S))"
)
"""A letter alone that numbers nothing, `أ وب`: it belongs to a word, perhaps of another row.

At the beginning of a row it may belong to the number at the end of the row above: `7-` and `ب`.
"""
GRADE = re.compile(
    f"(?<![\\w\u064b-\u0655])(?:{LETTER}(?: {LETTER}){{0,2}}(?=-\\d)"
    f"|و?{LETTER} {LETTER}(?: {LETTER})?(?= \\())"
)
"""A category of posts before its grade or number: `خ ع-٤` (G-4), `ف-٣` (P-3), `خ ع (٢)`."""
UNIT = re.compile(f"(?<=\\d )[غمكلطسثد]{MARK}{{0,2}}(?=[\\s.,،؛:)²³]|$)")
"""A letter that stands for a unit after its number: `250 غ`, `3 م`, `5 ل`."""
LETTERED = re.compile(r"(?<!\S)[وفبكل]?(?:ال|لل)\S+ [أبجدهز]\u0640?(?=[\s.,،؛:)]|$)")
"""A name with a letter for its number: `الفئة ب`, `المرفق د`."""
MIN_ISOLATED = 2  # letters that are words by themselves, other than `و`
MIN_IMPROBABLE = 2  # distinct unknown words with a bigram that hardly any word has
MIN_IMPROBABLE_SHARE = 0.4  # of the distinct words of a row
MIN_UNKNOWN = 4  # distinct words
MAX_UNKNOWN_SHARE = 0.75  # of the distinct words of a row; of 27,126 right rows one has more


def is_plausible(text: str) -> bool:
    """Whether the words of a row, in logical order, can be right."""
    if text.isascii():
        return not _has_odd_sign(text)
    is_foreign = ACCENTED.search(text) and FOREIGN_LETTERS.search(text)
    if is_foreign or _has_odd_character(text) or SIGN_FOR_LIGATURE.search(text):
        return False
    if not ARABIC.search(text):
        return not (MIXED_SCRIPTS.search(text) or _has_odd_sign(text))
    if HAMZAS.search(text):
        text = unicodedata.normalize("NFC", text)
    words = text.split()
    return not (
        any(map(_is_impossible, words))
        or ([*map(len, words)].count(1) >= LEAST_APART and SET_APART.search(text))
        or (") (" in text and CALL_TWICE.search(text))
        or (ANY_MARK.search(text) and _has_impossible_marks(text))
        or SIGN_FOR_ALLAH.search(text)
        or _has_impossible_order(text)
        or (ISOLATED.search(text) and _has_stray_letter(text))
        or _has_mostly_unknown_words(text)
        or has_split_word(text)
    )


@lru_cache(maxsize=16384)
def _is_impossible(word: str) -> bool:
    """Whether a word, which may have signs beside it, has what no word has."""
    if IMPOSSIBLE.search(word):
        return True
    return OTHERS.search(word) is not None and bool(BESIDE_OTHERS.search(PREFIXED.sub(" ", word)))


def _has_impossible_marks(text: str) -> bool:
    bare = PREFIXED.sub(" ", text) if OTHERS.search(text) else text
    return IMPOSSIBLE_MARKS.search(bare) is not None or any(map(_has_misplaced_mark, bare.split()))


@lru_cache(maxsize=4096)
def _has_misplaced_mark(word: str) -> bool:
    """Whether a mark of a word, which may have signs beside it, stands on a wrong letter."""
    return ANY_MARK.search(word) is not None and MISPLACED_MARKS.search(word) is not None


def _has_odd_character(text: str) -> bool:
    """Whether a row has a sign in the place of another one that looks like it."""
    return (
        (DEGREE in text and MINUTES.search(text) is not None)
        or (APOSTROPHE in text and MODIFIER_APOSTROPHE.search(text) is not None)
        or CODE_IN_WORD.search(text) is not None
    )


def _has_odd_sign(text: str) -> bool:
    """Whether a row from left to right has a sign where none can stand."""
    if ODD_START.match(text) or ODD_PLACE.search(text):
        return not CODE.search(text)
    if not ODD_SIGN.search(text):
        return False
    return any(not _joins_words(found[0]) for found in SIGN_IN_WORD.finditer(text)) and not (
        CODE.search(text)
    )


def _joins_words(text: str) -> bool:
    """Whether a sign stands between two usual words, as in names of code: `error_message`."""
    words = [word.lower() for word in JOINING_SIGN.split(text)]
    return len(words) > 1 and all(len(word) >= LEAST_JOINED and is_usual(word) for word in words)


def _has_impossible_order(text: str) -> bool:
    if (
        LEADING_SIGN.search(text)
        or REVERSED_GROUPS.search(text)
        or AFTER_BRACKET.search(text)
        or MIRRORED_BRACKET.search(text)
    ):
        return True
    if ("]" in text or ")" in text) and (found := UNOPENED_BRACKET.match(text)):
        return not _closes_phrase(text, found.end() - 1)
    return LATIN.search(text) is not None and bool(IMPOSSIBLE_ORDER.search(text))


def _closes_phrase(text: str, at: int) -> bool:
    """Whether a bracket without a space behind it, opened in a row above, divides two words."""
    before, after = (
        text[: at - 1].rsplit(maxsplit=1)[-1],
        text[at:].split(maxsplit=1)[0].rstrip(CLOSING),
    )
    return is_known(before) and (is_known(after) or len(after) == SHORT_WORD)


def _has_stray_letter(text: str) -> bool:
    """Whether a letter stands alone that numbers nothing, or several do."""
    bare = LETTERED.sub(" ", GRADE.sub(" ", UNIT.sub(" ", text)))
    return bool(STRAY.search(bare)) or len(ISOLATED.findall(bare)) >= MIN_ISOLATED


def _has_mostly_unknown_words(text: str) -> bool:
    """Whether most words of a row are unknown, and some have the bigrams of no language."""
    words = WORD.findall(text)
    improbable = {word for word in words if _is_improbable(word)}
    if len(improbable) < MIN_IMPROBABLE:
        return False  # as most rows
    bare = {MARKS.sub("", word) for word in words}
    unknown = {word for word in bare if not is_known(word)}
    if len(unknown) < max(MIN_UNKNOWN, MAX_UNKNOWN_SHARE * len(bare)):
        return False
    odd = unknown & {MARKS.sub("", word) for word in improbable}
    return len(odd) >= max(MIN_IMPROBABLE, MIN_IMPROBABLE_SHARE * len(bare))


@lru_cache(maxsize=16384)
def _is_improbable(word: str) -> bool:
    """Whether a word has a bigram that is rarer than in three of ten thousand words."""
    letters = MARKS.sub("", word)
    if letters.endswith("ى"):  # as final yeh is spelt in Egypt
        letters = letters[:-1] + "ي"
    usual = BIGRAMS["Arabic"]
    return any(letters[at : at + 2] not in usual for at in range(len(letters) - 1))
