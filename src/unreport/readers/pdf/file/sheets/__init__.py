"""Sheets with several pages."""
