"""Ray gives what the local engine gives; on two nodes of a cluster on this machine."""

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_output import TEXT, rows

from unreport.archive.batch import Job, write_archive
from unreport.archive.workers import Limits
from unreport.export.rows import TABLES

ray = pytest.importorskip("ray", reason="Ray is an extra")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # Ray's own, in its processes and ours
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    from ray.cluster_utils import Cluster  # noqa: PLC0415

    os.environ["RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO"] = "0"
    nodes = Cluster(
        initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False}
    )
    nodes.add_node(num_cpus=1)
    ray.init(address=nodes.address, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    assert len(ray.nodes()) == 2
    yield
    ray.shutdown()
    nodes.shutdown()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    base = tmp_path / "archive"
    base.mkdir()
    texts = {f"{n}.txt": TEXT.format(n=n).encode() for n in range(12)}
    for n in range(4):
        (base / f"{n}.txt").write_bytes(texts[f"{n}.txt"])
    with zipfile.ZipFile(base / "a.zip", "w") as packed:
        for n in range(4, 8):
            packed.writestr(f"{n}.txt", texts[f"{n}.txt"])
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for n in range(8, 12):
            info = tarfile.TarInfo(f"{n}.txt")
            info.size = len(texts[f"{n}.txt"])
            tar.addfile(info, io.BytesIO(texts[f"{n}.txt"]))
    (base / "b.tar.gz").write_bytes(gzip.compress(out.getvalue()))
    (base / "cut.tar.gz").write_bytes(gzip.compress(out.getvalue())[:-20])
    (base / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))
    (base / "empty.txt").write_bytes(b"")
    (base / "gone.txt").symlink_to(base / "nowhere")
    return base


def test_ray_gives_the_rows_of_the_local_engine(cluster, archive: Path, tmp_path: Path) -> None:
    from unreport.archive.ray_engine import OutputNotEmpty, write_with_ray  # noqa: PLC0415

    limits = Limits(workers=1, seconds=60)
    local, far = tmp_path / "local", tmp_path / "ray"
    here = write_archive(Job(sources=(archive,), out=local, limits=limits))

    there = write_with_ray(Job(sources=(archive,), out=far, limits=limits))

    for table in TABLES:
        assert sorted(map(str, rows(far, table))) == sorted(map(str, rows(local, table))), table
    assert (there.documents, there.errors) == (here.documents, here.errors)
    assert (there.documents, there.errors["empty"]) == (12, 1)
    assert (far / "series.parquet").exists()
    with pytest.raises(OutputNotEmpty):
        write_with_ray(Job(sources=(archive,), out=far))


def test_sources_and_tables_by_url(cluster, archive: Path, tmp_path: Path) -> None:
    from unreport.archive.ray_engine import write_with_ray  # noqa: PLC0415

    out = tmp_path / "out"
    job = Job(sources=(archive.as_uri(),), out=out, limits=Limits(seconds=60))

    summary = write_with_ray(job, out.as_uri())

    assert summary.documents == 12
    assert len(rows(out, "nodes")) == 12 * 5
