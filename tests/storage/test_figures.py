"""Figures of the past: what a store counts is what one counts by hand, group by group."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.core.seeded_run import run
from tests.records.facts import CALLBACK, FLOW, INBOUND, LEA, START, STEP, TOM, Told, began, request

from ringback.core.events import (
    AgentCameBack,
    AgentFreed,
    AgentStatusSet,
    AgentWentMissing,
    CallbackClosed,
    CallConnected,
    CallEnded,
    Fact,
    HandCallStarted,
    OfferAccepted,
    OfferDeclined,
    OffersMade,
    OfferTerms,
    QueueJoined,
    WaitEstimated,
    WrapUpEnded,
)
from ringback.core.ids import AccountId, CallId, LegId, OfferId
from ringback.core.outcomes import COMPLETED, CallEnding, OutcomeKind
from ringback.core.settings import AgentStatus
from ringback.figures import Figures, FiguresWanted, GroupBy
from ringback.history import CallType
from ringback.ports import Journal
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallDirection, CallRecord

ACME = AccountId("acme")
PARIS = ZoneInfo("Europe/Paris")
EVERYTHING = 100_000
LIFE = FiguresWanted(
    since=datetime(2020, 1, 1, tzinfo=UTC),
    until=datetime(2030, 1, 1, tzinfo=UTC),
    by=GroupBy.LINE,
    time_zone=PARIS,
    within=timedelta(seconds=20),
)


async def archive_of(journal: Journal, facts: Sequence[Fact], at_once: int = 9) -> Archive:
    book = RecordBook()
    for start in range(0, len(facts), at_once):
        some = facts[start : start + at_once]
        await journal.append(ACME, start, some, (), book.fold(some))
    return Archive(ACME, book, journal.records)


def wanted(by: GroupBy, **changes: Any) -> FiguresWanted:
    given = {"since": LIFE.since, "until": LIFE.until, "within": LIFE.within, "time_zone": PARIS}
    return FiguresWanted(**{**given, "by": by, **changes})


# ---- counted by hand ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ByHand:
    """All that ended in a life, grouped in Python."""

    calls: Sequence[CallRecord]
    callbacks: Sequence[CallbackRecord]

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> "ByHand":
        book = RecordBook(recent_max=EVERYTHING)
        book.fold(facts)
        ended = [call for call in book.calls(EVERYTHING) if call.ended_at is not None]
        return cls(ended, book.callbacks(EVERYTHING))

    def groups(
        self, key_of: Callable[[Any, datetime], Any]
    ) -> dict[Any, tuple[list[CallRecord], list[CallbackRecord]]]:
        found: dict[Any, tuple[list[CallRecord], list[CallbackRecord]]]
        found = defaultdict(lambda: ([], []))
        for call in self.calls:
            found[key_of(call, call.began_at)][0].append(call)
        for callback in self.callbacks:
            found[key_of(callback, callback.requested_at)][1].append(callback)
        return found


def _hour(_: Any, at: datetime) -> datetime:
    return at.astimezone(PARIS).replace(minute=0, second=0, microsecond=0)


def _day(_: Any, at: datetime) -> datetime:
    return at.astimezone(PARIS).replace(hour=0, minute=0, second=0, microsecond=0)


def _week_hour(_: Any, at: datetime) -> str:
    local = at.astimezone(PARIS)
    return f"{local.isoweekday()}-{local.hour:02}"


KEYS: dict[GroupBy, Callable[[Any, datetime], Any]] = {
    GroupBy.PERIOD: lambda record, _: None,
    GroupBy.WEEK_HOUR: _week_hour,
    GroupBy.LINE: lambda record, _: record.line_id,
    GroupBy.HOUR: _hour,
    GroupBy.DAY: _day,
}


def _nearest_rank(waits: Iterable[timedelta | None], percent: int) -> timedelta | None:
    known = sorted(wait for wait in waits if wait is not None)
    return known[math.ceil(len(known) * percent / 100) - 1] if known else None


def _assert_like(
    figures: Figures, calls: list[CallRecord], callbacks: list[CallbackRecord]
) -> None:
    inbound = [call for call in calls if call.direction is CallDirection.INBOUND]
    answered = [call for call in calls if call.type is CallType.ANSWERED]
    found = figures.calls
    assert found.inbound == len(inbound)
    assert found.answered == len(answered)
    assert found.missed == sum(call.type is CallType.MISSED for call in calls)
    assert found.voicemails == sum(call.type is CallType.VOICEMAIL for call in calls)
    asked = [call for call in calls if call.type is CallType.CALLBACK_REQUESTED]
    assert found.callbacks_requested == len(asked)
    assert found.queued == sum(call.waited_for is not None for call in inbound)
    in_queue = [call.type for call in inbound if call.waited_for is not None]
    assert found.abandoned == in_queue.count(CallType.MISSED)
    assert found.requested_in_queue == in_queue.count(CallType.CALLBACK_REQUESTED)
    in_time = [
        call for call in answered if call.waited_for is not None and call.waited_for <= LIFE.within
    ]
    assert found.in_time == len(in_time)
    assert found.outbound == len(calls) - len(inbound)
    assert found.reached == sum(call.type is CallType.REACHED for call in calls)
    talks = (call.talked_for for call in calls if call.talked_for is not None)
    assert found.talked == sum(talks, timedelta(0))
    waits = [call.waited_for for call in answered]
    assert found.wait == (_nearest_rank(waits, 50), _nearest_rank(waits, 90))
    _assert_like_callbacks(figures, callbacks)


def _assert_like_callbacks(figures: Figures, callbacks: list[CallbackRecord]) -> None:
    def ended(kind: OutcomeKind) -> list[CallbackRecord]:
        return [one for one in callbacks if one.outcome and one.outcome.kind is kind]

    found = figures.callbacks
    assert found.requested == len(callbacks)
    assert found.open == sum(one.outcome is None for one in callbacks)
    assert found.completed == len(ended(OutcomeKind.COMPLETED))
    assert found.not_reached == len(ended(OutcomeKind.NOT_REACHED))
    assert found.cancelled == len(ended(OutcomeKind.CANCELLED))
    failed: dict[str, int] = defaultdict(int)
    for one in ended(OutcomeKind.FAILED):
        assert one.outcome is not None
        failed[str(one.outcome.reason)] += 1
    assert found.failed_by_reason == failed
    assert found.failed == sum(failed.values())
    waits = [one.wait for one in callbacks if one.outcome is not None]
    assert found.wait == (_nearest_rank(waits, 50), _nearest_rank(waits, 90))


@pytest.mark.parametrize("by", list(KEYS))
async def test_figures_are_those_counted_by_hand(journal: Journal, by: GroupBy) -> None:
    """Of a long life: whole, by line, and by hours, days and weeks in the company's own time."""
    facts = run(11, steps=900, only=()).facts
    archive = await archive_of(journal, facts)
    by_hand = ByHand.of(facts)

    figures = await archive.figures(wanted(by))

    groups = by_hand.groups(KEYS[by])
    assert len(by_hand.calls) > 30
    assert [one.key for one in figures if one.calls.inbound or one.callbacks.requested] == sorted(
        key for key in groups
    )
    for one in figures:
        _assert_like(one, *groups.get(one.key, ([], [])))


async def test_figures_stop_at_their_period_and_at_hidden_lines(journal: Journal) -> None:
    """R36: what may not be seen is not counted either."""
    facts = run(11, steps=900, only=()).facts
    archive = await archive_of(journal, facts)
    calls = ByHand.of(facts).calls
    middle = sorted(call.began_at for call in calls)[len(calls) // 2]
    hidden = calls[0].line_id

    early = await archive.figures(wanted(GroupBy.LINE, until=middle))
    late = await archive.figures(wanted(GroupBy.LINE, since=middle))
    seen = await archive.figures(wanted(GroupBy.LINE, hidden_line_ids=(hidden,)))
    one = await archive.figures(wanted(GroupBy.LINE, line_ids=(hidden,)))

    counted = sum(each.calls.inbound + each.calls.outbound for each in (*early, *late))
    assert counted == len(calls)
    assert hidden not in [each.key for each in seen]
    assert [each.key for each in one] == [hidden]


async def test_figures_are_of_one_agent_or_team_alone(journal: Journal) -> None:
    """Calls and callbacks they took, or for which the team was rung last."""
    facts = run(11, steps=900, only=()).facts
    archive = await archive_of(journal, facts)
    [whole] = await archive.figures(wanted(GroupBy.PERIOD))
    by_agent = {one.key: one for one in await archive.figures(wanted(GroupBy.AGENT))}
    by_team = {one.key: one for one in await archive.figures(wanted(GroupBy.TEAM))}
    agent_id = next(key for key, one in by_agent.items() if key and one.calls.answered)
    team_id = next(key for key, one in by_team.items() if key and one.calls.missed)

    [of_agent] = await archive.figures(
        wanted(GroupBy.PERIOD, agent_id=agent_id, at_work=(agent_id,))
    )
    [of_team] = await archive.figures(wanted(GroupBy.PERIOD, team_id=team_id, at_work=()))

    assert of_agent.calls == by_agent[agent_id].calls
    assert of_agent.callbacks == by_agent[agent_id].callbacks
    assert of_agent.agents == by_agent[agent_id].agents
    assert of_agent.agents.free < whole.agents.free
    assert of_team.calls == by_team[team_id].calls
    assert of_team.agents.free == timedelta(0)


# ---- agents ------------------------------------------------------------------------------


def _a_morning() -> Told:
    """Tom: free 10 min, rung 10 s, talks 60 s, wraps up 30 s, then off; Lea declines."""
    told = Told().tell(began(CallId("c")))
    told.tell(AgentStatusSet(TOM, AgentStatus.ONLINE), AgentStatusSet(LEA, AgentStatus.ONLINE))
    terms = (OfferTerms(OfferId("o1"), TOM, None), OfferTerms(OfferId("o2"), LEA, None))
    told.after(600).tell(OffersMade(CallId("c"), terms))
    told.after(4).tell(OfferDeclined(OfferId("o2"), LEA, CallId("c")))
    told.after(6).tell(OfferAccepted(OfferId("o1"), TOM, CallId("c")))
    told.tell(CallConnected(CallId("c"), TOM, LegId("leg")))
    told.after(60).tell(CallEnded(CallId("c"), CallEnding.CALLER_HUNG_UP))
    told.tell(AgentFreed(TOM, told.now + timedelta(seconds=30)))
    told.after(30).tell(WrapUpEnded(TOM), AgentStatusSet(TOM, AgentStatus.OFFLINE))
    return told.after(3 * 3600).tell(AgentStatusSet(LEA, AgentStatus.OFFLINE))


async def test_agents_time_is_that_of_what_they_did(journal: Journal) -> None:
    """Rung, talking, wrapping up and free; time offline is nobody's."""
    archive = await archive_of(journal, _a_morning().facts, at_once=3)

    figures = {one.key: one.agents for one in await archive.figures(wanted(GroupBy.AGENT))}

    tom, lea = figures[TOM], figures[LEA]
    assert (tom.rung, tom.accepted, tom.declined, tom.rang_out) == (1, 1, 0, 0)
    assert (lea.rung, lea.accepted, lea.declined, lea.rang_out) == (1, 0, 1, 0)
    assert tom.ringing == timedelta(seconds=10)
    assert tom.talking == timedelta(seconds=60)
    assert tom.wrap_up == timedelta(seconds=30)
    assert tom.free == timedelta(seconds=600)
    assert tom.occupancy == pytest.approx(100 / 700)
    assert lea.ringing == timedelta(seconds=4)
    assert lea.free == timedelta(seconds=600 + 96 + 3 * 3600)


async def test_time_undisturbed_is_told_by_its_reason(journal: Journal) -> None:
    """A call in between is a call, a lost page or a free evening is nobody's; hours add up."""
    dnd = AgentStatus.DO_NOT_DISTURB
    told = Told().tell(AgentStatusSet(TOM, dnd, reason="lunch"))
    told.after(5400).tell(AgentStatusSet(TOM, dnd, reason="training"))
    told.after(600).tell(HandCallStarted(CALLBACK, TOM, OfferId("by-hand")))
    told.after(60).tell(AgentFreed(TOM, None))
    told.after(30).tell(AgentWentMissing(TOM)).after(900).tell(AgentCameBack(TOM))
    told.tell(AgentStatusSet(TOM, dnd)).after(45).tell(AgentStatusSet(TOM, AgentStatus.ONLINE))
    told.tell(AgentStatusSet(LEA, dnd, reason="lunch"))
    told.after(300).tell(AgentStatusSet(LEA, AgentStatus.OFFLINE))
    archive = await archive_of(journal, told.facts, at_once=2)

    by_agent = {one.key: one.agents for one in await archive.figures(wanted(GroupBy.AGENT))}
    [whole] = await archive.figures(wanted(GroupBy.PERIOD))
    by_hour = await archive.figures(wanted(GroupBy.HOUR, at_work=(TOM,)))

    assert by_agent[TOM].away == {
        "lunch": timedelta(minutes=90),
        "training": timedelta(seconds=630),
        "": timedelta(seconds=45),
    }
    assert by_agent[TOM].talking == timedelta(seconds=60)
    assert whole.agents.away["lunch"] == timedelta(minutes=95)
    lunch = [one.agents.away.get("lunch", timedelta(0)) for one in by_hour]
    assert (max(lunch), sum(lunch, timedelta(0))) == (timedelta(hours=1), timedelta(minutes=90))


async def test_agents_time_is_told_in_the_hours_in_which_it_passed(journal: Journal) -> None:
    """An hour has an hour of each agent at most, and the hours together have it all."""
    archive = await archive_of(journal, _a_morning().facts)

    by_hour = await archive.figures(wanted(GroupBy.HOUR))

    hours = [one for one in by_hour if one.agents.free]
    assert [one.key for one in hours] == [_hour(None, START + timedelta(hours=n)) for n in range(4)]
    assert all(one.agents.free + one.agents.talking <= timedelta(hours=2) for one in hours)
    assert hours[1].agents.free == timedelta(hours=1)
    free = sum((one.agents.free for one in hours), timedelta(0))
    assert free == timedelta(seconds=600 + 600 + 96 + 3 * 3600)


@pytest.mark.parametrize("seed", [4, 12])
async def test_agents_are_never_at_two_things_at_once(journal: Journal, seed: int) -> None:
    """In any life no hour has more than an hour of one agent."""
    facts = run(seed, steps=600, only=()).facts
    archive = await archive_of(journal, facts)
    agents = await archive.figures(wanted(GroupBy.AGENT))
    assert agents

    hours = [each.agents for each in await archive.figures(wanted(GroupBy.HOUR))]

    for at in hours:
        spent = at.ringing + at.talking + at.wrap_up + at.free
        assert spent <= len(agents) * timedelta(hours=1)
    # Who is rung at the end of an hour may answer in the next.
    assert sum(at.accepted + at.declined for at in hours) <= sum(at.rung for at in hours)


# ---- hours and days ----------------------------------------------------------------------


async def test_days_are_those_of_the_zone_also_when_clocks_change(journal: Journal) -> None:
    """A call at half past midnight belongs to the new day, before and after the change."""
    told = Told()
    told.now = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)
    for number, hours in enumerate((0, 1, 23)):
        call_id = CallId(f"call-{number}")
        told.after(hours * 3600).tell(began(call_id, None))
        told.tell(CallEnded(call_id, CallEnding.CALLER_HUNG_UP))
    archive = await archive_of(journal, told.facts)

    figures = await archive.figures(wanted(GroupBy.DAY))

    counted = {one.key.date().isoformat(): one.calls.inbound for one in figures}  # type: ignore[union-attr]
    assert counted == {"2026-03-28": 1, "2026-03-29": 1, "2026-03-30": 1}
    weekly = await archive.figures(wanted(GroupBy.WEEK_HOUR))
    assert [one.key for one in weekly] == ["1-00", "6-23", "7-00"]


def _answered(told: Told, call_id: CallId, *estimates: int, waits: int) -> None:
    """Let a caller be told estimates, each half a minute later, and answered some seconds on."""
    told.tell(began(call_id, None), QueueJoined(call_id, FLOW, 1, STEP, False))
    for estimate in estimates:
        told.after(30).tell(WaitEstimated(call_id, None, None, timedelta(seconds=estimate)))
    told.after(waits).tell(CallConnected(call_id, TOM, LegId(f"leg-{call_id}")))
    told.after(60).tell(CallEnded(call_id, CallEnding.CALLER_HUNG_UP))


async def test_promised_waits_are_compared_with_kept_ones(journal: Journal) -> None:
    """R45: what was heard first counts, from when it was heard, rounded up as it is spoken."""
    told = Told()
    _answered(told, CallId("kept"), 16, waits=10)
    _answered(told, CallId("just-kept"), 16, waits=60)
    _answered(told, CallId("broken"), 60, waits=61)
    _answered(told, CallId("broken-though-told-again"), 60, 60, waits=31)
    _answered(told, CallId("told-nothing"), waits=5)
    told.tell(began(INBOUND), QueueJoined(INBOUND, FLOW, 1, STEP, False))
    told.after(30).tell(WaitEstimated(INBOUND, None, None, timedelta(seconds=61)))
    told.after(30).tell(request(INBOUND), CallEnded(INBOUND, CallEnding.CALLBACK_REQUESTED))
    told.after(90).tell(CallbackClosed(CALLBACK, COMPLETED))
    archive = await archive_of(journal, told.facts)

    [figures] = await archive.figures(wanted(GroupBy.LINE))

    assert (figures.calls.promised, figures.calls.kept) == (4, 2)
    assert figures.calls.wait == (timedelta(seconds=90), timedelta(seconds=91))
    assert (figures.callbacks.promised, figures.callbacks.kept) == (1, 1)
