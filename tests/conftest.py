"""Hypothesis: no deadline, since patterns are compiled when first needed; `hunt` looks longer."""

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("hunt", deadline=None, max_examples=3_000)
settings.load_profile("default")
