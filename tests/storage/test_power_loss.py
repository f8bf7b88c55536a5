"""Power loss at any moment: whatever was acknowledged is there, whole and in order (S1, S22)."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from tests.storage.disks import Disk, default_disk
from tests.storage.examples import ACME, OTHER, long_fact
from tests.storage.power_loss import Image, images

from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.ports import JournalFailed
from ringback.storage import sqlite_file, sqlite_writer
from ringback.storage.sqlite import SqliteJournal

IMAGES = int(os.environ.get("TEST_POWER_LOSS_IMAGES", "300"))
SEED = int(os.environ.get("TEST_SEED", "1"))
APPENDS = 120


class Promised(NamedTuple):
    """An append was acknowledged, up to this fact of an account."""

    account_id: AccountId
    sequence: int


@pytest.mark.slow
async def test_power_loss_loses_no_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S1, S21: after any loss of unsynced writes the journal opens and holds all it promised."""
    monkeypatch.setattr(sqlite_writer, "CHECKPOINT_PAGES", 40)

    tried, broken = await _lose_power(tmp_path, IMAGES)

    print(f"seed {SEED}: {len(tried)} power losses injected, {len(broken)} broken")
    assert sum(image.lost > 0 for image in tried) > IMAGES / 4
    assert sum(image.torn > 0 for image in tried) > IMAGES / 20
    assert broken == []


async def test_power_loss_without_syncs_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the same losses break a journal that does not sync."""
    monkeypatch.setattr(sqlite_writer, "CHECKPOINT_PAGES", 40)
    monkeypatch.setitem(sqlite_file.WRITER_SETTINGS, "synchronous", "off")

    tried, broken = await _lose_power(tmp_path, 60)

    print(f"seed {SEED}: {len(tried)} power losses injected, {len(broken)} broken")
    assert len(broken) > 20


async def _lose_power(tmp_path: Path, count: int) -> tuple[Sequence[Image], Sequence[str]]:
    path = tmp_path / "journal.db"
    await SqliteJournal.open(path).close()
    before = {path.name: path.read_bytes()}
    with default_disk() as disk:
        await _append_much(path, disk)
    tried, broken = [], []
    for number, image in enumerate(images(before, disk.log, count, Random(SEED))):
        tried.append(image)
        directory = tmp_path / f"image-{number}"
        problem = await _problem(directory, image)
        if problem:
            broken.append(f"image {number}: {problem}")
    return tried, broken


async def _append_much(path: Path, disk: Disk) -> None:
    journal = SqliteJournal.open(path)

    async def append(account_id: AccountId, random: Random) -> None:
        last = 0
        for _ in range(APPENDS):
            new = [_written(last + i) for i in range(1, random.choice((2, 2, 4, 30)))]
            await journal.append(account_id, last, new)
            last += len(new)
            disk.log.append(Promised(account_id, last))

    await asyncio.gather(append(ACME, Random(SEED)), append(OTHER, Random(SEED + 1)))
    await journal.close()


async def _problem(directory: Path, image: Image) -> str | None:
    """Open what is left and compare it with what was promised."""
    _lay_out(directory, image)
    promised = {mark.account_id: mark.sequence for mark in image.marks}
    try:
        journal = SqliteJournal.open(directory / "journal.db")
        try:
            read = {account_id: await journal.read(account_id, 0, 9999) for account_id in promised}
        finally:
            await journal.close()
    except JournalFailed as failed:
        return str(failed)
    for account_id, sequence in promised.items():
        if len(read[account_id]) < sequence:
            return f"{account_id} ends at {len(read[account_id])}, {sequence} was promised"
        if read[account_id] != [_written(i) for i in range(1, len(read[account_id]) + 1)]:
            return f"{account_id} has other facts than those written"
    shutil.rmtree(directory)
    return None


def _lay_out(directory: Path, image: Image) -> None:
    directory.mkdir()
    for name, content in image.files.items():
        (directory / name).write_bytes(content)


def _written(sequence: int) -> Fact:
    return long_fact(sequence, length=17 * sequence % 400)
