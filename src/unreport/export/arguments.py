"""Check the arguments of public functions: a wrong type is a `TypeError` of one sentence."""

from __future__ import annotations

from unreport.model import Report


def require_report(value: object) -> None:
    """Raise `TypeError` for what is no report.

    >>> try: require_report("x")
    ... except TypeError as error: print(error)
    a Report is needed, not str; `unreport.parse` and `unreport.parse_text` give one
    """
    if not isinstance(value, Report):
        kind = type(value).__name__
        raise TypeError(
            f"a Report is needed, not {kind}; `unreport.parse` and `unreport.parse_text` give one"
        )
