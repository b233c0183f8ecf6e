"""Series of draft reports that stand as texts in the folders of `cases`."""

from pathlib import Path

from unreport import Report, parse

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/base.txt"))


def reports(case: Path) -> list[Report]:
    """The documents of a case, in the order of their files' names."""
    return [parse(path) for path in sorted(case.glob("*.txt")) if path.name != "expected.txt"]
