"""The command `unreport schema`: the JSON Schema of a report."""

from __future__ import annotations

import click
import msgspec

from unreport.cli.streams import print_lines
from unreport.export.json_schema import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    print_lines([msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode()])
