"""Messages that callers leave are fetched, kept for as long as wished, and forgotten elsewhere."""

import asyncio
import stat
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.phones.listening import contains_tone, duration_seconds

from ringback.core.events import Fact, PhoneSystemCameBack, VoicemailLeft
from ringback.core.ids import CallId
from ringback.ports import VoicemailNotReached
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.telephony.simulated.sounds import VOICE_HZ, voice_recorded
from ringback.telephony.simulated.telephony import SimulatedTelephony

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CALL = CallId("1772442000.7")
TURNS_MAX = 20_000


class Recordings(SimulatedTelephony):
    """A phone system of which only the recordings are there, as long as it can be reached."""

    def __init__(self) -> None:
        self.stored = {CALL: voice_recorded(timedelta(seconds=3))}
        self.began_at: dict[CallId, datetime] = {}
        self.is_away = False
        self.times_asked = 0

    async def take_voicemail(self, call_id: CallId) -> bytes | None:
        self._ask()
        return self.stored.get(call_id)

    async def stored_voicemails(self) -> Mapping[CallId, datetime | None]:
        self._ask()
        return {call_id: self.began_at.get(call_id) for call_id in self.stored}

    async def forget_voicemail(self, call_id: CallId) -> None:
        self._ask()
        self.stored.pop(call_id, None)

    def _ask(self) -> None:
        self.times_asked += 1
        if self.is_away:
            raise VoicemailNotReached("The phone system is away.")


def left(call_id: CallId = CALL, at: datetime = NOW) -> Fact:
    return Fact(1, at, "VoicemailRecorded", "phone", VoicemailLeft(call_id, 3.0))


def keeper_of(folder: Path, recordings: Recordings, *, pause: float = 0.0) -> VoicemailKeeper:
    return VoicemailKeeper(
        folder / "voicemails",
        recordings,
        now=lambda: NOW,
        kept_for=timedelta(days=90),
        pause_seconds_min=pause,
    )


@asynccontextmanager
async def running(keeper: VoicemailKeeper) -> AsyncIterator[None]:
    task = asyncio.create_task(keeper.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(condition: Callable[[], object]) -> None:
    """Let the keeper work until a condition holds."""
    for _ in range(TURNS_MAX):
        if condition():
            return
        await asyncio.to_thread(lambda: None)
    raise AssertionError("it never came to hold")


def files_below(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


async def no_more() -> None:
    """Let the keeper do what it still would."""
    for _ in range(50):
        await asyncio.to_thread(lambda: None)


async def test_message_is_kept_as_it_was_recorded_and_then_forgotten_by_the_phone_system(
    tmp_path: Path,
) -> None:
    """The file holds the whole tone, is for its owner only, and bears the message's time."""
    recordings = Recordings()
    keeper = keeper_of(tmp_path, recordings)

    async with running(keeper):
        keeper.follow([left(at=NOW - timedelta(days=2))])
        await until(lambda: not recordings.stored)

    kept = keeper.kept(CALL)
    assert kept is not None
    assert duration_seconds(kept) == 3.0
    assert contains_tone(kept, VOICE_HZ, 2.8)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.stat().st_mtime == (NOW - timedelta(days=2)).timestamp()
    assert [file.name for file in files_below(tmp_path)] == [f"{CALL}.wav"]


async def test_message_that_cannot_be_fetched_is_fetched_once_the_phones_are_back(
    tmp_path: Path,
) -> None:
    """Their return is not waited out: a pause of an hour ends with it."""
    recordings = Recordings()
    recordings.is_away = True
    keeper = keeper_of(tmp_path, recordings, pause=3600)

    async with running(keeper):
        keeper.follow([left()])
        await until(lambda: recordings.times_asked)
        assert keeper.kept(CALL) is None
        recordings.is_away = False
        keeper.follow([Fact(2, NOW, "PhoneSystemListed", "phone", PhoneSystemCameBack())])
        await until(lambda: not recordings.stored)

    assert keeper.kept(CALL) is not None


async def test_message_that_cannot_be_fetched_is_tried_again_by_itself(tmp_path: Path) -> None:
    """One failure costs nothing but time, and keeps no other message waiting."""
    recordings = Recordings()
    other = CallId("other")
    recordings.stored[other] = recordings.stored[CALL]
    keeper = keeper_of(tmp_path, recordings)
    (tmp_path / "voicemails").mkdir()
    (tmp_path / "voicemails" / f"{CALL}.part").mkdir()

    async with running(keeper):
        keeper.follow([left(), left(other)])
        await until(lambda: keeper.kept(other))
        assert keeper.kept(CALL) is None
        (tmp_path / "voicemails" / f"{CALL}.part").rmdir()
        await until(lambda: keeper.kept(CALL))


async def test_restart_between_recording_and_keeping_loses_nothing(tmp_path: Path) -> None:
    """Another keeper is told of the past by the journal and fetches what has no file."""
    recordings = Recordings()
    recordings.is_away = True
    before = keeper_of(tmp_path, recordings, pause=3600)
    async with running(before):
        before.follow([left()])
        await until(lambda: recordings.times_asked)

    recordings.is_away = False
    keeper = keeper_of(tmp_path, recordings)
    keeper.follow([left()])
    async with running(keeper):
        await until(lambda: not recordings.stored)

    assert keeper.kept(CALL) is not None


async def test_deleted_message_is_gone_everywhere_and_stays_so(tmp_path: Path) -> None:
    """Neither a fetch under way nor the next start brings it back."""
    recordings = Recordings()
    recordings.is_away = True
    keeper = keeper_of(tmp_path, recordings)
    keeper.follow([left()])

    await keeper.delete(CALL)
    await keeper.delete(CALL)
    recordings.is_away = False
    after = keeper_of(tmp_path, recordings)
    after.follow([left()])
    async with running(after):
        await until(lambda: not recordings.stored)
        await no_more()

    assert after.kept(CALL) is None


async def test_half_a_message_that_a_crash_left_goes_with_the_message(tmp_path: Path) -> None:
    """It is a caller's voice as well."""
    keeper = keeper_of(tmp_path, Recordings())
    half = tmp_path / "voicemails" / f"{CALL}.part"
    half.parent.mkdir()
    half.write_bytes(b"half")

    await keeper.delete(CALL)

    assert half not in files_below(tmp_path)


async def test_kept_message_can_be_deleted(tmp_path: Path) -> None:
    """Its file goes at once and does not come back."""
    recordings = Recordings()
    keeper = keeper_of(tmp_path, recordings)
    async with running(keeper):
        keeper.follow([left()])
        await until(lambda: not recordings.stored)

        await keeper.delete(CALL)
        await no_more()

    assert keeper.kept(CALL) is None


async def test_messages_older_than_wished_are_removed_and_not_fetched(tmp_path: Path) -> None:
    """The time of the message counts, not that of its file's making."""
    recordings = Recordings()
    first = keeper_of(tmp_path, recordings)
    async with running(first):
        first.follow([left(at=NOW - timedelta(days=89, hours=23))])
        await until(lambda: first.kept(CALL))

    later = VoicemailKeeper(
        tmp_path / "voicemails",
        recordings,
        now=lambda: NOW + timedelta(days=1),
        kept_for=timedelta(days=90),
    )
    recordings.stored[CALL] = b"again"
    later.follow([left(at=NOW - timedelta(days=89, hours=23))])
    async with running(later):
        await until(lambda: later.kept(CALL) is None)
        await no_more()

    assert recordings.stored
    assert later.kept(CALL) is None


@pytest.mark.parametrize("hostile", ["../../out", "..", "/etc/passwd", "a\0b", "%2e%2e/x"])
async def test_no_id_of_a_call_leads_out_of_the_folder(tmp_path: Path, hostile: str) -> None:
    """Whatever a phone system calls its calls."""
    recordings = Recordings()
    recordings.stored = {CallId(hostile): b"words"}
    keeper = keeper_of(tmp_path, recordings)

    async with running(keeper):
        keeper.follow([left(CallId(hostile))])
        await until(lambda: not recordings.stored)

    files = files_below(tmp_path)
    assert [file.parent for file in files] == [tmp_path / "voicemails"]
    assert keeper.kept(CallId(hostile)) == files[0]


async def test_recording_that_nobody_knows_goes_after_its_time(tmp_path: Path) -> None:
    """A caller's voice does not lie in the phone system for ever; what is told of late is kept."""
    recordings = Recordings()
    old, fresh, spoken = CallId("old"), CallId("fresh"), CallId("spoken")
    recordings.stored = dict.fromkeys((CALL, old, fresh, spoken), recordings.stored[CALL])
    recordings.began_at = {
        CALL: NOW,
        old: NOW - timedelta(days=91),
        fresh: NOW - timedelta(days=89),
        spoken: NOW - timedelta(days=91),
    }
    keeper = VoicemailKeeper(
        tmp_path / "voicemails",
        recordings,
        now=lambda: NOW,
        kept_for=timedelta(days=90),
        is_live=lambda call_id: call_id == spoken,
    )

    async with running(keeper):
        await until(lambda: old not in recordings.stored)
        assert list(recordings.stored) == [CALL, fresh, spoken]
        keeper.follow([left()])
        await until(lambda: CALL not in recordings.stored)

    assert keeper.kept(CALL) is not None
    assert list(recordings.stored) == [fresh, spoken]


async def test_recording_whose_age_nobody_tells_is_as_old_as_it_is_known(tmp_path: Path) -> None:
    """It goes as long after the keeper first saw it as messages are kept."""
    recordings = Recordings()
    moment = [NOW]
    keeper = VoicemailKeeper(
        tmp_path / "voicemails", recordings, now=lambda: moment[0], kept_for=timedelta(days=90)
    )

    async with running(keeper):
        await until(lambda: recordings.times_asked)
        await no_more()
        assert recordings.stored
        moment[0] = NOW + timedelta(days=91)
        keeper.follow([Fact(2, moment[0], "PhoneSystemListed", "phone", PhoneSystemCameBack())])
        await until(lambda: not recordings.stored)

    assert keeper.kept(CALL) is None


async def test_recording_of_which_nobody_has_told_is_found_to_be_deleted(tmp_path: Path) -> None:
    """R49: its message was never told as left; while the phones are away any call may have one."""
    recordings = Recordings()
    keeper = keeper_of(tmp_path, recordings)
    other = CallId("1772442000.8")

    found = await keeper.recorded([CALL, other])
    recordings.is_away = True
    meanwhile = await keeper.recorded([CALL, other])
    recordings.is_away = False
    await keeper.delete(CALL)

    assert (list(found), list(meanwhile)) == ([CALL], [CALL, other])
    async with running(keeper):
        await until(lambda: not recordings.stored)
    assert list(await keeper.recorded([CALL, other])) == [CALL]
    assert keeper.kept(CALL) is None
