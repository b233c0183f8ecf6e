"""Worker processes that start while their pool stops."""

from __future__ import annotations

import gc
import weakref

from pebble.pool.channel import ChannelMutex

from unreport.archive.workers import SpawnWithoutMain


def test_locks_live_until_the_workers_have_ended() -> None:
    """A pool drops the locks of its channel first, and a worker may need them to start."""
    context = SpawnWithoutMain()
    mutex = ChannelMutex(context)
    locks = [weakref.ref(mutex.reader_mutex), weakref.ref(mutex.writer_mutex)]

    mutex.unlink()
    gc.collect()

    assert all(lock() is not None for lock in locks)
    del context
    gc.collect()
    assert all(lock() is None for lock in locks)
