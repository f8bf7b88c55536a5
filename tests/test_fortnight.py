"""The demo's fortnight: a past that real traffic would have left, and nothing left to be done."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ringback.bootstrap.fortnight.making import BEING_MADE, give_past
from ringback.bootstrap.fortnight.replay import Plan
from ringback.bootstrap.people import visitors
from ringback.bootstrap.store import open_reader
from ringback.config.loading import load_settings
from ringback.config.settings import Settings
from ringback.core.events import (
    CallbackClosed,
    CallbackRequested,
    CallBegan,
    DialIntended,
    Fact,
    HandCallStarted,
    VoicemailLeft,
)
from ringback.core.outcomes import OutcomeKind
from ringback.core.settings import AgentStatus
from ringback.core.step import evolve
from ringback.core.world import World
from ringback.ports import JournalFailed
from ringback.storage.sqlite import SqliteJournal
from tests.served import Served, ringback, serving_as_told

UNTIL = datetime(2026, 3, 13, 16, 20, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
LEFT = ("to_call=true", "state=queued&state=ringing&state=awaiting-agent&state=calling-customer")


async def demo_with_past(
    data: Path, *, days: int = 1, seed: int = 1, until: datetime = UNTIL
) -> Settings:
    """Make a demo; one day of the fourteen says most of what there is to say."""
    settings = load_settings(demo=True).model_copy(update={"data_directory": data / "demo"})
    settings.data.mkdir(parents=True, exist_ok=True)
    ready = tuple(visitors(settings))
    await give_past(settings, Plan(until, ready, seed, days), lambda _: None)
    return settings


async def facts_of(settings: Settings) -> Sequence[Fact]:
    reader = await open_reader(settings)
    try:
        return await reader.read(settings.account_id, 0, 1_000_000)
    finally:
        await reader.close()


def rows(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """Read all that is kept beside the journal."""
    with sqlite3.connect(f"file:{settings.journal_path}?mode=ro", uri=True) as file:
        names = [
            name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        kept = [name for name in names if name not in ("journal", "snapshot", "schema_version")]
        return {name: sorted(file.execute(f"SELECT * FROM {name}"), key=repr) for name in kept}


@pytest.mark.slow
async def test_past_is_a_busy_fortnight_that_has_come_to_its_end(tmp_path: Path) -> None:
    """Calls by day and hour as in an office, callbacks of every ending, and nothing waits."""
    settings = await demo_with_past(tmp_path, days=14)

    facts = await facts_of(settings)
    world = World()
    for fact in facts:
        evolve(world, fact)

    assert facts[-1].at <= UNTIL
    assert UNTIL - facts[0].at < timedelta(days=15)
    waiting = [*world.calls, *world.callbacks, *world.outbound_calls, *world.offers]
    assert waiting == []
    assert [*world.follow_ups, *world.alerts] == []
    online = [one.id for one in world.agents.values() if one.status is not AgentStatus.OFFLINE]
    assert online == list(visitors(settings))

    began = [fact for fact in facts if isinstance(fact.event, CallBegan)]
    days = Counter(fact.at.astimezone(PARIS).strftime("%a") for fact in began)
    hours = Counter(fact.at.astimezone(PARIS).hour for fact in began)
    assert len(days) == 7
    assert days["Mon"] > 3 * days["Sat"] > 3 * days["Sun"]
    assert hours[10] > 3 * hours[18]
    assert {fact.event.line_id for fact in began if isinstance(fact.event, CallBegan)} == set(
        world.lines
    )
    closed = [fact.event for fact in facts if isinstance(fact.event, CallbackClosed)]
    assert {event.outcome.kind for event in closed} >= {
        OutcomeKind.COMPLETED,
        OutcomeKind.NOT_REACHED,
        OutcomeKind.FAILED,
    }
    assert len(closed) > len(began) / 20


async def test_records_are_those_of_the_journal(tmp_path: Path) -> None:
    """As many calls and callbacks are kept as began, and made anew they are row by row the same."""
    settings = await demo_with_past(tmp_path)
    facts = await facts_of(settings)
    kept = rows(settings)

    rebuilt = ringback("records", "rebuild", "--demo", data=tmp_path)

    told = Counter(type(fact.event) for fact in facts)
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert len(kept["call"]) == told[CallBegan] + told[DialIntended]
    assert len(kept["callback"]) == told[CallbackRequested]
    assert rows(settings) == kept


@pytest.mark.slow
async def test_same_seed_and_instant_give_the_same_past(tmp_path: Path) -> None:
    """Whoever starts two demos at one instant sees the same in both."""
    first = await facts_of(await demo_with_past(tmp_path / "first"))

    second = await facts_of(await demo_with_past(tmp_path / "second"))
    other = await facts_of(await demo_with_past(tmp_path / "other", seed=2))

    assert second == first
    assert other != first


async def test_past_is_given_once_and_only_to_what_has_none(tmp_path: Path) -> None:
    """An installation that has a journal keeps it as it is; what a crash left is begun anew."""
    (tmp_path / "demo" / BEING_MADE).mkdir(parents=True)
    (tmp_path / "demo" / BEING_MADE / "ringback.db").write_text("half of it")
    settings = await demo_with_past(tmp_path)
    written = settings.journal_path.read_bytes()

    await demo_with_past(tmp_path, seed=2)

    assert settings.journal_path.read_bytes() == written
    assert not (tmp_path / "demo" / BEING_MADE).exists()


async def test_no_past_is_put_under_a_server_that_begins(tmp_path: Path) -> None:
    """Another server on the same place is refused before anything is played."""
    settings = await demo_with_past(tmp_path)
    journal = SqliteJournal.open(settings.journal_path)
    try:
        with pytest.raises(JournalFailed, match="Another Ringback server"):
            await demo_with_past(tmp_path)
    finally:
        await journal.close()


async def test_messages_of_the_past_can_be_heard(tmp_path: Path) -> None:
    """Every message that a caller left lies where a server keeps it."""
    settings = await demo_with_past(tmp_path)

    left = [
        fact.event.call_id
        for fact in await facts_of(settings)
        if isinstance(fact.event, VoicemailLeft)
    ]

    assert left
    assert sorted(file.stem for file in settings.voicemails.glob("*.wav")) == sorted(left)


async def test_past_that_ends_amid_work_leaves_nothing_to_call(tmp_path: Path) -> None:
    """Not even what agents have put their names on, and had no time to call."""
    settings = await demo_with_past(tmp_path, seed=2, until=UNTIL - timedelta(hours=6, minutes=16))

    facts = await facts_of(settings)
    world = World()
    for fact in facts:
        evolve(world, fact)

    assert any(isinstance(fact.event, HandCallStarted) for fact in facts)
    assert [*world.follow_ups, *world.callbacks, *world.alerts] == []


@pytest.mark.slow
def test_start_after_it_dials_nobody_and_does_not_play_again(tmp_path: Path) -> None:
    """The figures of the served demo are those of its records; a second start adds nothing."""
    data = tmp_path / "data"
    with serving_as_told("--demo", data=data) as server:
        calls = server.ask("GET", "/calls?limit=1")
        counted = _counted(server)
        waiting = [server.ask("GET", f"/callbacks?{which}") for which in LEFT]
        before = _facts(data)
        phones = server.ask("GET", "/booth")["phones"]
        assert server.end()[0] == 0
    with serving_as_told("--demo", data=data) as again:
        assert again.ask("GET", "/calls?limit=1") == calls
        assert again.end()[0] == 0

    told = Counter(before)
    assert counted == {
        "inbound": told["call.began"],
        "requested": told["callback.requested"],
        "outbound": told["callback.dial-intended"],
    }
    assert [page["callbacks"] for page in waiting] == [[], []]
    assert {phone["phase"] for phone in phones} == {"idle"}
    since = _facts(data)[len(before) :]
    assert {kind.partition(".")[0] for kind in since} <= {"agent", "phone-system"}


def _counted(server: Served) -> dict[str, int]:
    now = datetime.now(UTC)
    since, until = (f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in (now - timedelta(days=16), now))
    days = server.ask("GET", f"/analytics?since={since}&until={until}&by=day")["rows"]
    return {
        "inbound": sum(day["calls"]["inbound"] for day in days),
        "requested": sum(day["callbacks"]["requested"] for day in days),
        "outbound": sum(day["calls"]["outbound"] for day in days),
    }


def _facts(data: Path) -> list[str]:
    with sqlite3.connect(f"file:{data / 'demo' / 'ringback.db'}?mode=ro", uri=True) as file:
        return [kind for (kind,) in file.execute("SELECT type FROM journal ORDER BY seq")]
