"""Read United Nations draft reports, in six languages, as typed objects."""

__version__ = "0.1.0"
