"""Gives a new demo its past: a fortnight of calls, put in place whole or not at all."""

import os
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from ringback.bootstrap.account import Account
from ringback.bootstrap.snapshots import SnapshotKeeper
from ringback.config.settings import Settings
from ringback.core.events import Fact
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.storage.sqlite import SqliteJournal
from ringback.storage.sqlite_file import take

from .pages import PagedJournal
from .replay import Plan, Told, replayed

BEING_MADE = "fortnight-being-made"


async def give_past(settings: Settings, plan: Plan, told: Told) -> None:
    """Make the journal of a demo that has none; any other is left as it is.

    It lies beside its place until it is whole, so that one who is interrupted begins anew. Raises
    `JournalFailed`, also when another server uses the place.
    """
    taken = take(settings.journal_path)
    try:
        if not settings.journal_path.exists():
            folder = settings.data / BEING_MADE
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
            await _make(settings, folder, plan, told)
            _put_in_place(settings, folder)
    finally:
        taken.release()


async def _make(settings: Settings, folder: Path, plan: Plan, told: Told) -> None:
    pages, facts = PagedJournal(), list[Fact]()
    async with replayed(settings, pages, plan, told, facts.extend) as account:
        await _keep_voicemails(settings, folder, account, facts, plan.until)
    journal = SqliteJournal.open(folder / settings.journal_path.name)
    try:
        await pages.write_into(journal, settings.account_id)
        await SnapshotKeeper(journal, account.engine, account.records, last=0).finish()
    finally:
        await journal.close()


async def _keep_voicemails(
    settings: Settings, folder: Path, account: Account, facts: Sequence[Fact], until: datetime
) -> None:
    keeper = VoicemailKeeper(
        folder / settings.voicemails.name,
        account.telephony,
        now=lambda: until,
        kept_for=timedelta(days=settings.voicemails_kept_days),
    )
    keeper.follow(facts)
    await keeper.fetch_all()


def _put_in_place(settings: Settings, folder: Path) -> None:
    """Move everything where it belongs, the journal last: without it nothing has a past."""
    voicemails = folder / settings.voicemails.name
    if voicemails.exists():
        settings.voicemails.mkdir(mode=0o700, exist_ok=True)
        for file in voicemails.iterdir():
            file.replace(settings.voicemails / file.name)
    (folder / settings.journal_path.name).rename(settings.journal_path)
    shutil.rmtree(folder)
    directory = os.open(settings.data, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
