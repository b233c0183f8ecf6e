"""The words that mentions are found by: one module of data for each language.

To add a language, add its module here and its names; no code changes.
"""

from importlib import import_module
from pkgutil import iter_modules

from unreport.mentions.words.model import MentionWords

WORDS: dict[str, MentionWords] = {
    module.name: import_module(f"{__name__}.{module.name}").WORDS
    for module in iter_modules(__path__)
    if len(module.name) == len("en")  # an ISO 639-1 code; the other modules are code
}
