"""Lexicons, one module of data for each language, and what reads them: detection, dates, citations.

To add a language, add its module of data; no code changes.
"""

from importlib import import_module
from pkgutil import iter_modules

from unreport.languages.lexicon import Lexicon

LEXICONS: dict[str, Lexicon] = {
    module.name: import_module(f"{__name__}.{module.name}").LEXICON
    for module in iter_modules(__path__)
    if len(module.name) == len("en")  # an ISO 639-1 code; the other modules are code
}
