"""The closed sets of words that mentions and their data use."""

from __future__ import annotations

from typing import Literal, TypeAlias

StateStatus: TypeAlias = Literal["member", "observer", "organization", "former"]
NameForm: TypeAlias = Literal[
    "short", "listed", "formal", "other", "former", "adjective", "ambiguous", "place"
]


Capacity: TypeAlias = Literal[
    "state",
    "party",
    "signatory",
    "observer",
    "intergovernmental organization",
    "non-governmental organization",
    "entity",
    "group",
    "secretariat",
]
"""As what somebody takes part; `state`: a State, where the text does not say more."""


ProvisionKind: TypeAlias = Literal["decision", "recommendation"]


CitedKind: TypeAlias = Literal[
    "symbol",
    "resolution",
    "decision",
    "treaty",
    "article",
    "rule",
    "paragraph",
    "agenda item",
    "annex",
    "chapter",
    "section",
    "recommendation",
]
