"""Kill -9 after any document, resume, and nothing is lost or doubled."""

import random
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from batch_output import TEXT, tables

SCRIPT = textwrap.dedent("""
    import os
    import signal
    import sys
    from pathlib import Path
    sys.path.insert(0, {tests!r})
    import hostile
    from unreport.archive.batch import Job, JobListener, write_archive
    from unreport.archive.workers import Limits

    class Killer(JobListener):
        left = int(sys.argv[2])
        def on_result(self, result, *, changed):
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            self.left -= 1

    limits = Limits(workers=2, seconds=20)
    job = Job(sources=({archive!r},), out=Path(sys.argv[1]), limits=limits, part_documents=20)
    write_archive(job, Killer(), parse=hostile.parse)
""")


def archive_of(base: Path, count: int) -> Path:
    base.mkdir()
    for n in range(count):
        (base / f"{n:04}.txt").write_text(TEXT.format(n=n) * (1 + n % 7))
    (base / "0007.txt").write_bytes(b"KILL")
    (base / "0011.txt").write_bytes(b"RAISE")
    (base / "0013.txt").write_bytes(b"\x89PNG" + bytes(range(256)))
    return base


def killed_and_resumed(tmp_path: Path, *, documents: int, kills: int) -> None:
    archive = archive_of(tmp_path / "archive", documents)
    script = tmp_path / "run.py"
    script.write_text(SCRIPT.format(tests=str(Path(__file__).parents[1]), archive=str(archive)))
    never = str(documents)
    subprocess.run([sys.executable, script, tmp_path / "unbroken", never], check=True)
    wanted = tables(tmp_path / "unbroken")
    assert len(wanted["documents"]) + len(wanted["errors"]) == documents

    chance = random.Random(documents)  # noqa: S311
    for turn in range(kills):
        out = tmp_path / f"out-{turn}"
        after = str(chance.randrange(documents))
        killed = subprocess.run([sys.executable, script, out, after], check=False)
        assert killed.returncode == -signal.SIGKILL
        if out.exists():
            readable = tables(out)  # at any moment
            assert len(readable["documents"]) <= len(wanted["documents"])
        subprocess.run([sys.executable, script, out, never], check=True)
        assert tables(out) == wanted, turn


def test_killed_and_resumed(tmp_path: Path) -> None:
    killed_and_resumed(tmp_path, documents=60, kills=2)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_killed_at_twenty_moments(tmp_path: Path) -> None:
    killed_and_resumed(tmp_path, documents=300, kills=20)
