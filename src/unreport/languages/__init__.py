"""What is known about each language: one literal a file, no code.

A new language is a new file here and nothing else.
"""

from importlib import import_module
from pkgutil import iter_modules

from unreport.languages.lexicon import Lexicon

LEXICONS: dict[str, Lexicon] = {
    module.name: import_module(f"{__name__}.{module.name}").LEXICON
    for module in iter_modules(__path__)
    if len(module.name) == len("en")  # a code of ISO 639-1; the other modules are code
}
