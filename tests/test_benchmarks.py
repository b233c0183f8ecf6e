"""The benchmark scripts run, and count what they say."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from unreport import parse_text, to_akn

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def script(name: str):
    spec = spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rows_of_a_report_are_compared_with_xml(tmp_path):
    text = "A/80/1\n\nI. Opening\n\n1. It noted:\n\n(a) The report;\n\n(b) The budget.\n"
    xml, source = tmp_path / "a.xml", tmp_path / "a.txt"
    xml.write_text(to_akn(parse_text(text + "\n2. It was closed by the Chair.")), "utf-8")
    source.write_text(f"{text}\nIt was closed by the Chair.", "utf-8")
    counts = script("akn").compare(xml, source)
    every = {"rows": 5, "own": 5, "aligned": 5, "marked": 5, "kind": 5, "depth": 5}
    assert counts == {**every, "number": 4}
    source.write_text(text, "utf-8")
    without_last = script("akn").compare(xml, source)
    assert (without_last["rows"], without_last["aligned"], without_last["kind"]) == (5, 4, 4)
