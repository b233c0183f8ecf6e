"""What a cited part is of: `paragraph 7 of resolution 70/1`, `A/70/1, paras. 5 and 6`."""

from __future__ import annotations

import regex

from unreport.languages import LEXICONS
from unreport.mentions.document_parts import ONLY_ANNEX, WHOLE, Group, part_patterns
from unreport.mentions.kinds import CitedKind

LONGEST_CHAIN = 40  # groups between a part and what it is of
FARTHEST_OWNER = 90  # characters between a part and what it is of
SENTENCE_END = regex.compile(r"[.!?؟。;؛；]\s")
ONLY_PUNCTUATION = regex.compile(r"\s*+[,،、(\[]?\s*+")
SUPERIOR: dict[CitedKind, tuple[CitedKind, ...]] = {
    "paragraph": ("article", "rule", "annex", "chapter", "section"),
    "section": ("chapter", "annex"),
    "article": ("annex",),
}
OWNERLESS = WHOLE | {"agenda item"}
SHORTEST_SUFFIX = 3  # characters between a document and its part: `号决议`


def owners(groups: list[Group], lower: str, language: str) -> list[str | None]:
    """What each group is of, as far as the text says: None for a document, or if it does not."""
    if all(group.kind in OWNERLESS for group in groups):
        return [None] * len(groups)
    found: list[str | None] = []
    for at, group in enumerate(groups):
        if group.is_here or group.kind in OWNERLESS:
            found.append(None)
            continue
        after = _owner_after(groups, at, lower, language)
        if after and _is_bracketed(groups, at, lower):
            found.append(after)
        else:
            found.append(_owner_before(groups, at, lower, found, language) or after)
    settled = _with_articles_named_before(groups, found)
    # an article is read before what it is of: `Article 17, paragraph 2, of the Charter`
    outer = {
        _name(group): owner
        for group, owner in reversed(list(zip(groups, settled, strict=True)))
        if owner and not group.is_whole
    }
    return [f"{owner} of {outer[owner]}" if owner in outer else owner for owner in settled]


def _with_articles_named_before(groups: list[Group], found: list[str | None]) -> list[str | None]:
    """`Article 13, paragraph 14, of the Paris Agreement … of Article 13`: the same article."""
    known: dict[tuple[str, ...], str] = {}
    settled: list[str | None] = []
    for group, owner in zip(groups, found, strict=True):
        names = tuple(one.name for one in group.members)
        is_article = group.kind == "article" and not group.is_here
        settled.append(owner or (known.get(names) if is_article else None))
        if is_article and owner:
            known[names] = owner
    return settled


def _is_bracketed(groups: list[Group], at: int, lower: str) -> bool:
    """`decision 23/CMA.3 (paras. 8 and 24 of decision 19/CMA.1)`: the bracket is on its own."""
    return at > 0 and "(" in lower[groups[at - 1].end : groups[at].start]


def _name(group: Group) -> str:
    last = group.members[-1]
    return last.name if group.is_whole or last.name == ONLY_ANNEX else f"{group.kind} {last.name}"


def _owner_before(
    groups: list[Group], at: int, lower: str, owners: list[str | None], language: str
) -> str | None:
    """What stands just before: `resolution 70/1, paragraph 5`, `第70/1号决议第5段`."""
    if not at:
        return None
    group, other = groups[at], groups[at - 1]
    gap = lower[other.end : group.start]
    if other.kind == group.kind and part_patterns(language).joint.fullmatch(gap):
        return owners[at - 1]
    above = other.is_whole or other.kind in SUPERIOR.get(group.kind, ())
    if above and (ONLY_PUNCTUATION.fullmatch(gap) or _is_suffix(gap, language)):
        return _name(other)
    return None


def _is_suffix(gap: str, language: str) -> bool:
    """`号决议` between the number of a resolution and its paragraph, where words run on."""
    return not LEXICONS[language].spaced and len(gap) <= SHORTEST_SUFFIX + 1 and "，" not in gap


def _owner_after(groups: list[Group], at: int, lower: str, language: str) -> str | None:
    """What stands behind `of`: `paragraphs 5 and 6 of its resolution 58/1 B`."""
    patterns = part_patterns(language)
    end = groups[at].end
    for other in groups[at + 1 : at + 1 + LONGEST_CHAIN]:
        gap = lower[end : other.start]
        if len(gap) > FARTHEST_OWNER or SENTENCE_END.search(gap):
            return None
        if patterns.of.match(gap):
            above = other.is_whole or other.kind in SUPERIOR.get(groups[at].kind, ())
            return _name(other) if above else None
        if not (ONLY_PUNCTUATION.fullmatch(gap) or patterns.joint.fullmatch(gap)):
            return None
        if other.is_whole:
            return None
        end = other.end
    return None
