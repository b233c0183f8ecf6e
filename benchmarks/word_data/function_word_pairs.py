"""Count which function words never stand side by side, for `spelling/function_word_pairs.txt`.

    python function_word_pairs.py TEXTS > function_word_pairs.txt

TEXTS has a folder for each language (`ar`, `en`, `es`, `fr`, `ru`) with plain texts (.txt) and
pages (.html).  The file of the package was made of United Nations documents in these languages and
of the Debian packages debian-handbook, debian-reference-es and -fr, installation-guide-amd64 and
aptitude-doc-ru of Debian 12, without the pairs of `pairs_of_other_texts.txt`, which right rows of
other documents have: these are left out of what is found in any texts.
"""

from __future__ import annotations

import html
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

WORDS = {
    "ar": "في من على إلى عن مع بين خلال قبل بعد عند منذ حتى تحت فوق ضد دون أن إن لا ما لم "
    "لن قد التي الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت أو أم ثم كل غير أي كما "
    "بل لكن وفي ومن وعلى وإلى وأن وعن وهي وهو إذا حيث أنه أنها",
    "en": "the an of to in on for by with from at into between among through during under "
    "over against within without upon and or but that which who whom whose this "
    "these those its their our his her is are was were be been being has have had "
    "will shall should may might can could would must not no as if when where than "
    "because while also it they we he she there such any each every all some other "
    "more most",
    "es": "el la los las un una unos unas lo del al de en por para con sin sobre entre "
    "desde hasta hacia según contra que pero si como cuando donde se no su sus este "
    "esta estos estas ese esa es son fue fueron era ha han había ser estar más muy "
    "también le les nos a y",
    "fr": "le la les l' un une des du de d' au aux à en dans par pour sur avec sans sous "
    "entre vers chez dès et ou mais que qu' qui dont où ce cette ces cet son sa ses "
    "leur leurs notre nos est sont était étaient ont avait ne n' pas se s' il elle "
    "ils elles on nous vous je si comme aussi plus très tout tous toute toutes être "
    "avoir",
    "ru": "в во на с со к ко по о об от для из до при за под над без между через после "
    "перед у и или но а что чтобы как если когда не ни же бы ли это этот эта эти "
    "его ее их он она они мы был была было были быть является являются также все "
    "всех",
}
FIRST = {
    "ar": "في من على إلى عن مع بين خلال عند منذ حتى دون وفي "
    "ومن وعلى وإلى وعن التي الذي الذين هذا هذه",
    "en": "a an the of to into from at with by upon among between during their its our every",
    "es": "el un una del al de en con sin sobre entre desde hasta por para según su sus",
    "fr": "un une des du au aux de d' à dans par pour sur avec "
    "sans sous entre ce cet cette ces sa son ses leurs",
    "ru": "в во на с со к ко по о об от для из до при под над без между через после",
}
"""Determiners and prepositions: what they govern follows, and no sign."""
CONJUNCTIONS = frozenset("and or but y o pero et ou mais и или но أو ثم".split())
"""They follow a preposition where another one follows them: `до и после`, `por y para`."""
SIGNS = {",": ",", "،": ",", ";": ";", "؛": ";", ".": ".", ")": ")", "»": "»", "”": "»"}
OTHER_TEXTS = Path(__file__).with_name("pairs_of_other_texts.txt")
LEAST_EXPECTED = 2.5  # times that a text would have a pair if its words stood in any order
MOST_FOUND = 0.002  # of these times
TOKEN = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?|\d+(?:[.,/]\d+)*|\S")
MARKS = re.compile("[\u0640\u064b-\u0652\u0670]+")
JOINING = "-‐‑/_@\\&*+=<>|~^$#{}[]"
CODE = re.compile(r"<(pre|code|tt|kbd|script|style)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</?(?:p|div|h\d|li|td|th|tr|dd|dt|table|br|title|ul|dl)\b[^>]*>")


def lines_of(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()
    for path in sorted(folder.rglob("*.html")):
        text = CODE.sub(" ` ", path.read_text(encoding="utf-8", errors="replace"))
        text = BLOCK.sub("\n", re.sub(r"\s+", " ", text))
        yield from html.unescape(re.sub(r"<[^>]*>", "", text)).splitlines()


def pairs_in(text: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Two function words one space apart, or one and a sign that touches it."""
    found = [(m[0], m.start(), m.end()) for m in TOKEN.finditer(text)]
    for (word, start, end), (after, start_after, end_after) in pairwise(found):
        if word not in known or (start and text[start - 1] in JOINING + "."):
            continue
        is_elided, following = word.endswith("'"), text[end_after : end_after + 1]
        if after in known and start_after - end == (0 if is_elided else 1):
            if not following or following not in JOINING:
                yield word, after
        elif after in SIGNS and start_after == end and not is_elided and following in {"", *" )»”"}:
            yield word, SIGNS[after]


def impossible_pairs(folder: Path, words: list[str], first: list[str]) -> Iterator[tuple[str, str]]:
    known = frozenset(words)
    counts, pairs, total = Counter[str](), Counter[tuple[str, str]](), 0
    for line in lines_of(folder):
        text = MARKS.sub("", line).replace("’", "'")
        for token in TOKEN.findall(text):
            total += 1
            counts[SIGNS.get(token, token)] += token in known or token in SIGNS
        pairs.update(pairs_in(text, known))
    for word in first:
        for other in (*words, *dict.fromkeys(SIGNS.values())):
            expected = counts[word] * counts[other] / max(1, total)
            if (
                word != other
                and other not in CONJUNCTIONS
                and expected >= LEAST_EXPECTED
                and pairs[word, other] <= MOST_FOUND * expected
            ):
                yield word, other


def pairs_of(text: str) -> Mapping[str, set[tuple[str, str]]]:
    """The pairs of each language in a text of the form that `main` prints."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for part in text.split("# ")[1:]:
        language, *lines = part.splitlines()
        for word, _, others in (line.partition(": ") for line in lines):
            found[language].update((word, other) for other in others.split())
    return found


def main() -> None:
    left_out = pairs_of(OTHER_TEXTS.read_text(encoding="utf-8"))
    for language, words in WORDS.items():
        found: dict[str, list[str]] = defaultdict(list)
        for word, other in impossible_pairs(
            Path(sys.argv[1]) / language, words.split(), FIRST[language].split()
        ):
            if (word, other) not in left_out[language]:
                found[word].append(other)
        print(f"# {language}")
        for word in sorted(found):
            print(f"{word}: {' '.join(sorted(found[word]))}")


if __name__ == "__main__":
    main()
