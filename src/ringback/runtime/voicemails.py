"""Keeps what callers recorded: fetches each message from the phone system into a folder."""

import asyncio
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import structlog

from ringback.core.events import Fact, PhoneSystemCameBack, VoicemailLeft
from ringback.core.ids import CallId
from ringback.ports import Telephony, VoicemailNotReached

DAY_SECONDS = 86_400.0
PAUSE_SECONDS_MAX = 300.0

_KEPT = ".wav"
_DELETED = ".deleted"
_ON_ITS_WAY = ".part"
_OURS = (_KEPT, _DELETED, _ON_ITS_WAY)
_MADE_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC

_log = structlog.get_logger(__name__)


class VoicemailKeeper:
    """Gives every message left a file of its own, then lets the phone system forget it.

    A file is whole or not there, bears the time at which its message was left, and goes when it is
    older than `kept_for`. In the place of one deleted before that stays an empty mark, so that its
    message is not fetched again. What fails is tried again with growing pauses. A recording that
    the phone system keeps of a call which left no message, as far as anybody has told, is let go
    there when it is older than `kept_for`; those of calls that `is_live` knows are left alone.
    """

    def __init__(
        self,
        folder: Path,
        telephony: Telephony,
        *,
        now: Callable[[], datetime],
        kept_for: timedelta,
        is_live: Callable[[CallId], bool] = lambda _: False,
        pause_seconds_min: float = 1.0,
    ) -> None:
        self._folder = folder
        self._telephony = telephony
        self._now = now
        self._kept_for = kept_for
        self._is_live = is_live
        self._pause_seconds_min = pause_seconds_min
        self._owed: dict[CallId, datetime] = {}
        self._strangers: dict[CallId, datetime] = {}
        """Since when each recording is known of which nobody has told that it was left."""
        self._news = asyncio.Event()
        self._files = asyncio.Lock()

    def follow(self, facts: Sequence[Fact]) -> None:
        """Take note of messages left, and of the phones."""
        for fact in facts:
            match fact.event:
                case VoicemailLeft(call_id=call_id):
                    self.expect(call_id, fact.at)
                case PhoneSystemCameBack():
                    self._news.set()
                case _:
                    pass

    def expect(self, call_id: CallId, left_at: datetime) -> None:
        """Take note of a message left, now or in the past of a journal."""
        if left_at > self._now() - self._kept_for:
            self._owed[call_id] = left_at
            self._news.set()

    def kept(self, call_id: CallId) -> Path | None:
        """Find the file of a call's message; None when it is not kept."""
        return kept_voicemail(self._folder, call_id)

    async def delete(self, call_id: CallId) -> None:
        """Delete a call's message, kept already or not; one that is deleted stays so."""
        left_at = self._owed.setdefault(call_id, self._now())
        async with self._files:
            await asyncio.to_thread(self._delete, call_id, left_at)
        self._news.set()

    async def run(self) -> None:
        """Fetch what is owed and remove what is old, until cancelled."""
        failures = 0
        while True:
            self._news.clear()
            await self.remove_old()
            is_settled = await self.fetch_all()
            await self._forget_strangers()
            failures = 0 if is_settled else failures + 1
            pause = min(self._pause_seconds_min * 2.0 ** min(failures, 30), PAUSE_SECONDS_MAX)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause if failures else DAY_SECONDS):
                    await self._news.wait()

    async def remove_old(self) -> None:
        """Remove the messages that were kept for long enough."""
        await asyncio.to_thread(self._remove_old)

    def old(self) -> Sequence[Path]:
        """Name the files that were kept for long enough."""
        oldest = (self._now() - self._kept_for).timestamp()
        files = (file for file in self._folder.glob("*") if file.suffix in _OURS)
        return [file for file in files if file.stat().st_mtime < oldest]

    async def recorded(self, call_ids: Sequence[CallId]) -> Sequence[CallId]:
        """Name those of the calls of which anything is kept, owed, or at the phone system.

        While that is away it may have something of all of them.
        """
        try:
            stored = await self._telephony.stored_voicemails()
        except VoicemailNotReached:
            return call_ids
        return [each for each in call_ids if each in stored or self._knows(each)]

    def _knows(self, call_id: CallId) -> bool:
        is_owed = call_id in self._owed
        return is_owed or self._is_settled(call_id) or self._path(call_id, _ON_ITS_WAY).exists()

    async def fetch_all(self) -> bool:
        """Settle what is owed, once; say whether nothing remains to be tried again."""
        for call_id, left_at in tuple(self._owed.items()):
            try:
                await self._fetch(call_id, left_at)
            except VoicemailNotReached as failure:
                _log.info("voicemails.wait", messages=len(self._owed), reason=str(failure))
                break
            except OSError as failure:
                _log.warning("voicemail.not-kept", call_id=call_id, reason=str(failure))
            else:
                del self._owed[call_id]
        return not self._owed

    async def _fetch(self, call_id: CallId, left_at: datetime) -> None:
        if not self._is_settled(call_id):
            recording = await self._telephony.take_voicemail(call_id)
            if recording is None:
                _log.info("voicemail.gone", call_id=call_id)
                return
            async with self._files:
                await asyncio.to_thread(self._write, call_id, recording, left_at)
        await self._telephony.forget_voicemail(call_id)

    async def _forget_strangers(self) -> None:
        """Let go what the phone system has kept for too long of calls that left no message."""
        try:
            stored = await self._telephony.stored_voicemails()
            self._strangers = {
                call_id: began_at or self._strangers.get(call_id, self._now())
                for call_id, began_at in stored.items()
                if call_id not in self._owed and not self._is_live(call_id)
            }
            for call_id, since in self._strangers.items():
                if since < self._now() - self._kept_for or self._is_settled(call_id):
                    await self._telephony.forget_voicemail(call_id)
                    _log.info("voicemail.forgotten", call_id=call_id, since=since.isoformat())
        except VoicemailNotReached as failure:
            _log.debug("voicemails.not-listed", reason=str(failure))

    def _is_settled(self, call_id: CallId) -> bool:
        return any(self._path(call_id, ending).exists() for ending in (_KEPT, _DELETED))

    # ---- files

    def _write(self, call_id: CallId, recording: bytes, left_at: datetime) -> None:
        part, kept = self._path(call_id, _ON_ITS_WAY), self._path(call_id, _KEPT)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(part, _MADE_ANEW, 0o600), "wb") as file:
            file.write(recording)
            file.flush()
            os.fsync(file.fileno())
        _set_time(part, left_at)
        if self._is_settled(call_id):
            part.unlink()
            return
        part.replace(kept)
        self._sync_folder()

    def _delete(self, call_id: CallId, left_at: datetime) -> None:
        kept, mark = self._path(call_id, _KEPT), self._path(call_id, _DELETED)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        mark.touch(mode=0o600)
        _set_time(mark, left_at)
        kept.unlink(missing_ok=True)
        self._path(call_id, _ON_ITS_WAY).unlink(missing_ok=True)
        self._sync_folder()

    def _remove_old(self) -> None:
        try:
            for file in self.old():
                file.unlink(missing_ok=True)
        except OSError as failure:
            _log.warning("voicemails.not-removed", reason=str(failure))

    def _sync_folder(self) -> None:
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _path(self, call_id: CallId, ending: str) -> Path:
        return _place(self._folder, call_id, ending)


def kept_voicemail(folder: Path, call_id: CallId) -> Path | None:
    """Find the file of a call's message in the keeper's folder."""
    path = _place(folder, call_id, _KEPT)
    return path if path.exists() else None


def _place(folder: Path, call_id: CallId, ending: str) -> Path:
    """Name a file after a call; whatever its id holds, the file lies in the folder."""
    return folder / (quote(call_id, safe=":") + ending)


def _set_time(file: Path, at: datetime) -> None:
    os.utime(file, (at.timestamp(), at.timestamp()))
