"""Places where the text beside a gutter starts."""

from __future__ import annotations

from unreport.readers.pdf.layout.segmentation.gutters import most_at_one_place


class Place(float):
    """A place that counts the comparisons of all places."""

    compared = 0

    def __lt__(self, other: float) -> bool:
        Place.compared += 1
        return super().__lt__(other)

    def __gt__(self, other: float) -> bool:
        Place.compared += 1
        return super().__gt__(other)


def test_most_lines_that_start_at_one_place() -> None:
    assert most_at_one_place([]) == 0
    assert most_at_one_place([72.0, 150.0, 151.0]) == 1
    assert most_at_one_place([150.5, 72.0, 150.0, 149.6, 152.0]) == 3


def test_places_are_not_compared_pair_by_pair() -> None:
    places = [Place(at * 37 % 1000) for at in range(1000)]

    assert most_at_one_place(places) == 1
    assert 0 < Place.compared < 50_000
