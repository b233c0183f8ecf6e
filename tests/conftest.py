"""Hypothesis: no deadline, since patterns are compiled when first needed.

The same examples in every run, so that a change is judged by what it changes; `hunt` looks for new
ones, and longer.
"""

from hypothesis import settings

settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("hunt", deadline=None, max_examples=3_000)
settings.load_profile("default")
