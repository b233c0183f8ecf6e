"""The States that a report can name, with their codes and their status in the United Nations.

The names are data: `names/states.tsv` and a file for each language beside it.  Short names are
those of the scale of assessments (A/RES/79/249), formal names those of UNTERM.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from msgspec import Struct, convert

from unreport.mentions.kinds import NameForm, StateStatus


class State(Struct, frozen=True, kw_only=True):
    """A State, or the European Union, which takes part beside States.

    `code` is the alpha-3 code of ISO 3166-1 (`EU` for the European Union); for a State that is no
    more, the code that it had (ISO 3166-3), or one of ours where it had none.

    >>> state = states()["VAT"]
    >>> state.name, state.iso2, state.status
    ('Holy See', 'VA', 'observer')
    """

    code: str
    """Alpha-3 code of ISO 3166-1; `EU` for the European Union."""
    iso2: str | None
    """Alpha-2 code of ISO 3166-1, if it has one."""
    name: str
    """The short English name: `Iran (Islamic Republic of)`."""
    status: StateStatus
    """In the United Nations: `member`, `observer`, `organization`; or `former`."""
    successors: tuple[str, ...] = ()
    """The codes of the States that took the place of a former one."""

    def __repr__(self) -> str:
        return f"<State {self.code} {self.name}>"


class StateName(NamedTuple):
    """A name of a State in one language, and where it is from."""

    code: str
    """`-` for a place whose name contains that of a State: `Northern Ireland`."""
    form: NameForm
    source: str
    name: str


@cache
def states() -> dict[str, State]:
    """All States, by code.

    >>> states()["VAT"].status, states()["ZAR"].successors
    ('observer', ('COD',))
    """
    named = {one.code: one.name for one in reversed(state_names("en"))}
    rows = (
        (code, iso2 or None, named[code], status, after.split())
        for code, iso2, status, after in _lines("states")
    )
    fields = State.__struct_fields__
    return {row[0]: convert(dict(zip(fields, row, strict=True)), State) for row in rows}


@cache
def state_names(language: str) -> tuple[StateName, ...]:
    """All names in a language, those of one State together, the official ones first."""
    return convert(tuple(_lines(language)), tuple[StateName, ...])


def _lines(name: str) -> Iterator[list[str]]:
    text = (files(__package__) / "names" / f"{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])
