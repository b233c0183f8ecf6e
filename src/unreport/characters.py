"""Characters: the one normalisation that every reader applies to its text."""

from __future__ import annotations


def normalise(text: str) -> str:
    """One spelling for text: NFC, without bidi controls, presentation forms or filling tatweel."""
    import unicodedata  # noqa: PLC0415

    return unicodedata.normalize("NFC", text)
