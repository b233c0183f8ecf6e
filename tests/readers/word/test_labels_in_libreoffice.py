"""Labels of composed lists, as LibreOffice numbers them where it is installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from compose_lists import compose

from unreport.readers.word.reader import read_docx

OFFICE = shutil.which("soffice")
DOCUMENTS = 100
MIN_EQUAL = 0.995


def rows(text: str) -> list[str]:
    return [" ".join(row.split()) for row in text.splitlines() if row.strip()]


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_labels_are_those_of_libreoffice(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.docx" for seed in range(DOCUMENTS)]
    for seed, path in enumerate(files):
        path.write_bytes(compose(seed))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [OFFICE, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*call, "--outdir", tmp_path, *files], check=True, capture_output=True)

    equal = total = 0
    for path in files:
        theirs = rows(path.with_suffix(".txt").read_text(encoding="utf-8-sig"))
        ours = rows("\n".join(line.text for line in read_docx(path.read_bytes()).lines))
        assert len(ours) == len(theirs)
        equal += sum(a == b for a, b in zip(ours, theirs, strict=True))
        total += len(ours)

    sys.stdout.write(f"{equal} of {total} labels\n")
    assert total > DOCUMENTS * 15
    assert equal >= MIN_EQUAL * total, f"{equal} of {total}"
