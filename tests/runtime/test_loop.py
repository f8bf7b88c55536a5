"""The one writer: commits before effects, answers after commits, and ends when it must."""

import asyncio
from datetime import timedelta

import pytest

from ringback.core.events import (
    AgentStatusSet,
    CallBegan,
    CallConnected,
    ConfirmationStarted,
    NoticeStarted,
    OfferAccepted,
    OffersMade,
)
from ringback.core.ids import AgentId, CallId, OfferId
from ringback.core.inputs import AcceptOffer, PhoneSystemListed, SetAgentStatus
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import AgentStatus
from ringback.ports import IncomingCall, JournalFailed
from ringback.runtime.loop import USUAL_LIMITS, EngineStopped
from ringback.telephony.simulated.phones import PhoneState
from ringback.telephony.simulated.sounds import Message

from .stage import LEA, LINE, MARIE, TOM, Stage, WatchedJournal, on_stage

ONLINE = AgentStatus.ONLINE


async def confirmation_wanted(stage: Stage) -> None:
    """Bring a caller to press `*` while waiting; what comes of it is not committed yet."""
    await stage.online(TOM)
    stage.calls_in("+442079460101", "Alex Reed")
    offer = (await stage.until_event(OffersMade)).offers[0]
    await stage.account.engine.request(AcceptOffer(offer.offer_id, TOM), f"agent:{TOM}")
    await stage.until_event(CallConnected)
    marie = stage.calls_in()
    await stage.until(lambda: len(stage.events(NoticeStarted)) > 1)
    marie.press("*")


async def test_confirmation_plays_only_after_the_commit() -> None:
    """S1: while the request is not on disk, the caller hears no confirmation."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        marie = stage.phones.network.customer(MARIE)
        await confirmation_wanted(stage)
        journal.hold_up()

        while not journal.appending.is_set():
            assert stage.time.run_next()
            await asyncio.sleep(0)
        heard_before_commit = marie.hearing
        journal.may_commit.set()
        await stage.account.engine.settled()

        assert heard_before_commit != Message("en/confirmation")
        assert marie.hearing == Message("en/confirmation")
        assert len(stage.events(ConfirmationStarted)) == 1


async def test_failed_journal_lets_no_effect_out_and_fails_every_requester() -> None:
    """Nothing is promised before it is on disk; the engine ends with the failure."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        marie = stage.calls_in()
        journal.broken = True
        assert stage.time.run_next()
        request = SetAgentStatus(TOM, ONLINE)

        with pytest.raises(JournalFailed, match="disk is full"):
            await stage.account.engine.request(request, "operator")
        with pytest.raises(JournalFailed):
            await stage.serving
        with pytest.raises(JournalFailed):
            await stage.account.engine.request(request, "operator")

        assert stage.events(CallBegan) == []
        assert marie.state is PhoneState.CALLING


async def test_refusal_goes_to_its_requester_alone() -> None:
    """A refused request leaves those beside it, in the same batch, untouched."""
    async with on_stage(WatchedJournal()) as stage:
        engine = stage.account.engine

        refused, granted = await asyncio.gather(
            engine.request(AcceptOffer(OfferId("none"), TOM), "agent:tom"),
            engine.request(SetAgentStatus(TOM, ONLINE), "agent:tom"),
            return_exceptions=True,
        )

        assert isinstance(refused, Refusal)
        assert refused.code is RefusalCode.UNKNOWN_OFFER
        assert isinstance(granted, list)
        assert [type(fact.event) for fact in granted] == [AgentStatusSet]


async def test_two_accepts_at_once_have_one_winner() -> None:
    """S8: of simultaneous accepts exactly one commits; the other is told who won."""
    async with on_stage(WatchedJournal()) as stage:
        await stage.online(TOM, LEA)
        stage.calls_in()
        offers = {one.agent_id: one for one in (await stage.until_event(OffersMade)).offers}

        answers = await asyncio.gather(
            *(
                stage.account.engine.request(AcceptOffer(offers[one].offer_id, one), f"agent:{one}")
                for one in (TOM, LEA)
            ),
            return_exceptions=True,
        )

        refusals = [answer for answer in answers if isinstance(answer, Refusal)]
        assert [refusal.code for refusal in refusals] == [RefusalCode.OFFER_TAKEN]
        assert [accepted.agent_id for accepted in stage.events(OfferAccepted)] == [TOM]


async def test_what_has_queued_up_shares_one_commit() -> None:
    """Under load batches grow, so durability costs little."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        before = len(journal.commits)

        await asyncio.gather(
            *(
                stage.account.engine.request(SetAgentStatus(agent, ONLINE), f"agent:{agent}")
                for agent in (TOM, LEA, AgentId("ines"))
            )
        )

        assert journal.commits[before:] == [3]


async def test_listeners_hear_every_commit_in_order_until_they_end() -> None:
    """A listener gets the facts after their commit, without gaps."""
    async with on_stage(WatchedJournal()) as stage:
        heard: list[int] = []
        end = stage.account.engine.subscribe(
            lambda facts: heard.extend(fact.sequence for fact in facts)
        )

        await stage.online(TOM)
        await stage.online(LEA)
        end()
        await stage.online(AgentId("ines"))

        assert len(heard) == 4
        assert heard == list(range(heard[0], heard[0] + 4))


async def test_bug_ends_the_engine_without_committing_its_batch() -> None:
    """A bug is neither refused nor survived: the journal brings the account back."""
    chances = iter([7] * 100)
    bug = [False]

    def chance() -> int:
        if bug[0]:
            raise AssertionError("planted")
        return next(chances)

    journal = WatchedJournal()
    async with on_stage(journal, chance=chance) as stage:
        before = list(journal.commits)
        bug[0] = True

        with pytest.raises(EngineStopped):
            await stage.account.engine.request(SetAgentStatus(TOM, ONLINE), "agent:tom")
        with pytest.raises(AssertionError, match="planted"):
            await stage.serving

        assert journal.commits == before


async def test_new_calls_are_refused_at_once_under_overload() -> None:
    """L4: beyond the backlog a new call hears a busy signal, and is not in the journal."""
    async with on_stage(WatchedJournal()) as stage:
        marie = stage.calls_in()
        for _ in range(USUAL_LIMITS.arrivals_backlog):
            stage.account.engine.report(PhoneSystemListed(()))

        assert stage.time.run_next()

        assert marie.state is PhoneState.REFUSED
        await stage.account.engine.settled()
        assert stage.events(CallBegan) == []


async def test_calls_are_refused_at_once_while_the_server_stays_behind() -> None:
    """L4: a hiccup turns nobody away; who comes when it lasts hears a busy signal, not silence."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        journal.hold_up()
        callers = [stage.calls_in("+442079461000")]
        stage.time.advance(timedelta(milliseconds=150))
        await journal.appending.wait()
        for number in range(1, 12):
            callers.append(stage.calls_in(f"+44207946{1000 + number}"))
            stage.time.advance(timedelta(milliseconds=150))

        refused = [caller.state is PhoneState.REFUSED for caller in callers]
        journal.may_commit.set()
        await stage.account.engine.settled()
        late = stage.calls_in()
        await stage.until(lambda: late.state is not PhoneState.CALLING)

        taken = refused.index(True)
        assert 4 <= taken <= 9
        assert refused == [False] * taken + [True] * (12 - taken)
        assert late.state is PhoneState.IN_CALL
        assert len(stage.events(CallBegan)) == taken + 1


async def test_call_to_a_number_of_nobody_is_refused() -> None:
    """An unknown dialled number gets a busy signal and no fact."""
    async with on_stage(WatchedJournal()) as stage:
        phone = stage.phones.network.customer(MARIE)
        stage.phones.network.call_in(phone, "+442079460999")

        await stage.until(lambda: phone.state is PhoneState.REFUSED)

        assert stage.events(CallBegan) == []


async def test_call_reported_twice_begins_once() -> None:
    """S23: after a reconnection the phone system tells of calls that are known already."""
    async with on_stage(WatchedJournal()) as stage:
        arrival = IncomingCall(CallId("call-x"), LINE, MARIE, None)
        stage.account.engine.report(arrival)
        stage.account.engine.report(arrival)

        await stage.account.engine.settled()

        assert len(stage.events(CallBegan)) == 1


async def test_stopped_engine_answers_that_it_has_stopped() -> None:
    """A request to an engine that was stopped fails at once."""
    async with on_stage(WatchedJournal()) as stage:
        stage.account.engine.stop()
        await stage.serving

        with pytest.raises(EngineStopped):
            await stage.account.engine.request(SetAgentStatus(TOM, ONLINE), "agent:tom")
