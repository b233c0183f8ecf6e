"""Akoma Ntoso for the United Nations (AKN4UN): write a report as its XML, and read it back.

The vocabulary is Akoma Ntoso 3.0 (OASIS Standard 1.0, 2018); what the United Nations chose of it is
in the guidelines of its High-Level Committee on Management, "AKN4UN" (2018).
"""

from unreport.export.akn.read import from_akn
from unreport.export.akn.write import to_akn

__all__ = ["from_akn", "to_akn"]
