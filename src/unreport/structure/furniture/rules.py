"""Rules: rows of a sign that are drawn as one line."""

from __future__ import annotations

from unreport.text.lazy_patterns import lazy_pattern

# Rows of low lines, or of dashes, of any of the signs that are drawn as one line
RULE_CHARACTERS = "_‗＿¯‾ـ-‐‑–—―－⸺⸻⎯─━═┄┅┈┉╌╍="
RULE = lazy_pattern(r"[_‗＿¯‾ـ]{4,}|[-‐‑–—―－⎯─━═┄┅┈┉╌╍=]{8,}|[⸺⸻]{3,}|(?:_ ){4,}_?")
