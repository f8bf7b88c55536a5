"""One planted bug for each property: what the checks are worth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from ringback.core import (
    asking,
    by_hand,
    callback,
    calling_in,
    introduction,
    lending,
    outbound,
    policy,
    states,
)
from ringback.core import dispatch as dispatching
from ringback.core import step as stepping
from ringback.core import world as worlds
from ringback.core.effects import DialCustomer, PlayPrompt
from ringback.core.events import (
    AgentFreed,
    AgentWentMissing,
    CallbackClosed,
    CallbackRequested,
    CallEnded,
    CustomerRang,
    DialIntended,
    MovedToFront,
    NoticeStarted,
    OfferAccepted,
    OfferDeclined,
    OffersWithdrawn,
    OutcomeCorrected,
    PromptEnded,
    QueueJoined,
)
from ringback.core.ids import CustomerId, LegId, LineId, PlaybackId
from ringback.core.inputs import AgentConnected, AgentConnectionLost, DigitPressed, LegEnded
from ringback.core.outcomes import CallEnding, Outcome, OutcomeKind, OutcomeReason
from ringback.core.settings import AgentStatus
from ringback.core.states import AwaitingAgent, Callback, Confirming, Leaving, Standing

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class PlantedBug:
    """A bug that breaks one property, and how to plant it."""

    name: str
    sentence: str
    plant: Plant


def _confirm_early(patch: pytest.MonkeyPatch) -> None:
    def react(world: Any, event: CallbackRequested) -> Iterator[Any]:
        yield PlayPrompt(LegId(str(event.call_id)), PlaybackId("early"), "en/confirmation")

    patch.setitem(stepping.REACT, CallbackRequested, react)


def _queue_at_the_front(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.EVOLVE[MovedToFront]

    def evolve(world: Any, fact: Any, event: MovedToFront) -> None:
        right(world, replace(fact, sequence=-fact.sequence), event)

    patch.setitem(stepping.EVOLVE, MovedToFront, evolve)


def _ask_again(patch: pytest.MonkeyPatch) -> None:
    right = asking._asked_at

    def asked_at(call: Any, at: Any) -> Any:
        return call.flow.first if isinstance(call.state, Confirming) else right(call, at)

    patch.setattr(asking, "_asked_at", asked_at)


def _dial_again(patch: pytest.MonkeyPatch) -> None:
    def react(world: Any, event: CustomerRang) -> Iterator[Any]:
        call = world.outbound_calls[event.call_id]
        yield from outbound._dial(
            world,
            DialIntended(
                event.callback_id,
                call.id,
                call.customer_leg_id,
                call.agent_id,
                call.agent_leg_id,
                "allowed",
            ),
        )

    patch.setitem(stepping.REACT, CustomerRang, react)


def _dial_at_the_accept(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.REACT[OfferAccepted]

    def react(world: Any, event: OfferAccepted) -> Iterator[Any]:
        yield from right(world, event)
        item = world.item(event.item_id)
        if isinstance(item, Callback):
            leg_id = LegId(f"customer-{event.offer_id}")
            agent_leg_id = states.agent_leg(event.offer_id)
            ring_for = item.settings.customer_ring
            assert item.customer_id is not None
            yield DialCustomer(leg_id, agent_leg_id, item.customer_id, item.line_id, ring_for)

    patch.setitem(stepping.REACT, OfferAccepted, react)


def _try_once_more(patch: pytest.MonkeyPatch) -> None:
    def retries_left(item: Callback) -> int:
        return item.settings.retries + 2 - item.attempt_number

    patch.setattr(Callback, "retries_left", property(retries_left))


def _ring_who_talks(patch: pytest.MonkeyPatch) -> None:
    _take_for_available(patch, lambda agent: agent.call_id is not None)


def _ring_who_wraps_up(patch: pytest.MonkeyPatch) -> None:
    _take_for_available(patch, lambda agent: agent.wrap_up_until is not None)


def _take_for_available(
    patch: pytest.MonkeyPatch, mistaken: Callable[[states.Agent], bool]
) -> None:
    right = states.standing_of

    def standing_of(agent: states.Agent) -> Standing:
        online = agent.status is AgentStatus.ONLINE and agent.missing_since is None
        if online and agent.offer is None and mistaken(agent):
            return Standing.AVAILABLE
        return right(agent)

    patch.setattr(worlds, "standing_of", standing_of)


def _leave_the_agent_behind(patch: pytest.MonkeyPatch) -> None:
    _without(patch, LegEnded, AgentFreed)


def _without(patch: pytest.MonkeyPatch, given: type[Any], event: type[Any]) -> None:
    """Forget one kind of event after one kind of input."""
    right: Any = stepping.DECIDE[given]

    def decide(world: Any, report: Any, at: Any) -> Iterator[Any]:
        return (each for each in right(world, report, at) if not isinstance(each, event))

    patch.setitem(stepping.DECIDE, given, decide)


def _overlook_the_front(patch: pytest.MonkeyPatch) -> None:
    right = dispatching._choose

    def choose(queue: Any, item: Any, stay: Any, chance: int) -> list[Any]:
        first_of_many = len(queue.ready) > 1 and queue.ready[0][2] == item.id
        return [] if first_of_many else right(queue, item, stay, chance)

    patch.setattr(dispatching, "_choose", choose)


def _move(world: Any, item: Any, key: int) -> None:
    world.unplace(item)
    stay = item.stay
    stay.key = key
    world.place(item, stay)


def _go_to_the_back(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.EVOLVE[CallbackRequested]

    def evolve(world: Any, fact: Any, event: CallbackRequested) -> None:
        right(world, fact, event)
        if event.keeps_place:
            _move(world, world.callbacks[event.callback_id], fact.sequence)

    patch.setitem(stepping.EVOLVE, CallbackRequested, evolve)


def _order_by_the_clock(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.EVOLVE[QueueJoined]

    def evolve(world: Any, fact: Any, event: QueueJoined) -> None:
        right(world, fact, event)
        _move(world, world.item(event.item_id), int(fact.at.timestamp()))

    patch.setitem(stepping.EVOLVE, QueueJoined, evolve)


def _end_for_no_known_reason(patch: pytest.MonkeyPatch) -> None:
    wrong = Outcome(OutcomeKind.FAILED, OutcomeReason.CUSTOMER_BUSY)
    patch.setattr(outbound, "OUTCOMES", dict.fromkeys(outbound.OUTCOMES, wrong))


def _correct_again(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(stepping.EVOLVE, OutcomeCorrected, lambda world, fact, event: None)


def _hang_up_by_itself(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.EVOLVE[PromptEnded]

    def evolve(world: Any, fact: Any, event: PromptEnded) -> None:
        right(world, fact, event)
        call = world.calls[event.call_id]
        if isinstance(call.state, Confirming):
            call.state = Leaving(fact.at)

    patch.setitem(stepping.EVOLVE, PromptEnded, evolve)


def _forget_that_they_asked(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.DECIDE[LegEnded]

    def decide(world: Any, report: Any, at: Any) -> Iterator[Any]:
        for event in right(world, report, at):
            is_end = isinstance(event, CallEnded)
            yield replace(event, ending=CallEnding.CALLER_HUNG_UP) if is_end else event

    patch.setitem(stepping.DECIDE, LegEnded, decide)


def _allow_what_is_limited(patch: pytest.MonkeyPatch) -> None:
    right = policy.judge

    def judge(*given: Any) -> policy.Judgement:
        judgement = right(*given)
        limited = judgement.verdict is policy.Verdict.RATE_LIMITED
        return policy.Judgement(policy.Verdict.ALLOWED) if limited else judgement

    patch.setattr(policy, "judge", judge)


def _call_anybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(policy, "why_not_callable", lambda line, destination: None)


def _cancel_but_ring_on(patch: pytest.MonkeyPatch) -> None:
    def close(item: Callback, outcome: Outcome, call_id: Any = None) -> Iterator[Any]:
        yield CallbackClosed(item.id, outcome, call_id)

    patch.setattr(callback, "close", close)


def _dial_from_another_line(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.REACT[DialIntended]

    def react(world: Any, event: DialIntended) -> Iterator[Any]:
        for effect in right(world, event):
            yield replace(effect, line_id=LineId("switchboard"), customer_id=CustomerId("latest"))

    patch.setitem(stepping.REACT, DialIntended, react)


def _forget_who_is_barred(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.EVOLVE[OfferDeclined]

    def evolve(world: Any, fact: Any, event: OfferDeclined) -> None:
        right(world, fact, event)
        item = world.item(event.item_id)
        world.queues[item.stay.queue_id].barred.pop(item.id, None)

    patch.setitem(stepping.EVOLVE, OfferDeclined, evolve)


def _let_it_ring(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(stepping.REACT, OffersWithdrawn, lambda world, event: iter(()))


def _write_while_deciding(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.DECIDE[AgentConnected]

    def decide(world: Any, report: AgentConnected, at: Any) -> Iterator[Any]:
        agent = world.agents[report.agent_id]
        if agent.missing_since is not None:
            agent.idle_since = at
        yield from right(world, report, at)

    patch.setitem(stepping.DECIDE, AgentConnected, decide)


def _forget_past_calls(patch: pytest.MonkeyPatch) -> None:
    right = worlds.World.unbind_call

    def unbind_call(world: Any, customer_id: Any, call_id: Any) -> None:
        right(world, customer_id, call_id)
        world.past_calls.clear()

    patch.setattr(worlds.World, "unbind_call", unbind_call)


def _miss_all_deadlines_of_callbacks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(callback, "next_deadline", lambda item: None)


def _skip_every_other_pass(patch: pytest.MonkeyPatch) -> None:
    right = dispatching.dispatch

    def dispatch(world: Any, queue_ids: Any, at: Any, chance: int) -> Iterator[Any]:
        return right(world, queue_ids, at, chance) if chance % 2 else iter(())

    patch.setattr(stepping, "dispatch", dispatch)


def _ring_who_is_gone(patch: pytest.MonkeyPatch) -> None:
    def decide(world: Any, report: AgentConnectionLost, at: Any) -> Iterator[Any]:
        if world.agents[report.agent_id].missing_since is None:
            yield AgentWentMissing(report.agent_id)

    patch.setitem(stepping.DECIDE, AgentConnectionLost, decide)


def _refuse_silently(patch: pytest.MonkeyPatch) -> None:
    _without(patch, DigitPressed, NoticeStarted)


def _call_what_another_has(patch: pytest.MonkeyPatch) -> None:
    right = by_hand._listed

    def listed(world: Any, callback_id: Any, agent_id: Any, **more: Any) -> Callback:
        item = world.callbacks.get(callback_id)
        is_manual = item is not None and isinstance(item.state, AwaitingAgent)
        return item if is_manual else right(world, callback_id, agent_id, **more)

    patch.setattr(by_hand, "_listed", listed)


def _let_follow_ups_be_corrected(patch: pytest.MonkeyPatch) -> None:
    right: Any = stepping.EVOLVE[DialIntended]

    def evolve(world: Any, fact: Any, event: DialIntended) -> None:
        right(world, fact, event)
        world.outbound_calls[event.call_id].correctable = True

    patch.setitem(stepping.EVOLVE, DialIntended, evolve)


def _keep_the_borrowed_place(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lending, "give_back", lambda world, call: iter(()))


def _keep_what_was_served(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(calling_in, "answered", lambda world, call: iter(()))


def _join_while_messages_play(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(introduction, "connects_at_once", lambda call: True)


def _list_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(worlds.World, "drop_follow_up", lambda world, callback: None)


PLANTED: tuple[PlantedBug, ...] = (
    PlantedBug("S1", "The confirmation plays before anything is a fact.", _confirm_early),
    PlantedBug("S2", "A second `*` during the confirmation asks again.", _ask_again),
    PlantedBug("S3", "A customer whose phone rings is dialled again.", _dial_again),
    PlantedBug("S4", "The customer is dialled at the accept.", _dial_at_the_accept),
    PlantedBug("S5", "There is one attempt more than retries allow.", _try_once_more),
    PlantedBug("S6", "An agent in a call is rung.", _ring_who_talks),
    PlantedBug("S7", "An agent in wrap-up is rung.", _ring_who_wraps_up),
    PlantedBug("S8", "The agent is left in a call that is over.", _leave_the_agent_behind),
    PlantedBug("S8", "A claimed request is called by another.", _call_what_another_has),
    PlantedBug("S8", "Who hears a message is joined.", _join_while_messages_play),
    PlantedBug("S9", "The second in the queue is served first.", _overlook_the_front),
    PlantedBug("S10", "A callback goes to the back instead of keeping its place.", _go_to_the_back),
    PlantedBug("S10", "A borrowed place is not given back.", _keep_the_borrowed_place),
    PlantedBug("S11", "A place is a reading of the clock.", _order_by_the_clock),
    PlantedBug("S11", "The first one moved to the front stays first.", _queue_at_the_front),
    PlantedBug("S12", "A reason is not of its outcome.", _end_for_no_known_reason),
    PlantedBug("S12", "An outcome can be corrected again.", _correct_again),
    PlantedBug("S12", "A call by hand rewrites a failure.", _let_follow_ups_be_corrected),
    PlantedBug("S12", "Who was served in person is called all the same.", _keep_what_was_served),
    PlantedBug("S13", "A call leaves without having been said farewell.", _hang_up_by_itself),
    PlantedBug("S14", "A call that asked is recorded as hung up.", _forget_that_they_asked),
    PlantedBug("S15", "A rate limit is ignored.", _allow_what_is_limited),
    PlantedBug("S16", "A premium number is called back.", _call_anybody),
    PlantedBug("S17", "A cancelled callback rings on.", _cancel_but_ring_on),
    PlantedBug("S17", "What was dismissed can be called.", _list_for_ever),
    PlantedBug("S18", "The number is looked up anew when dialling.", _dial_from_another_line),
    PlantedBug("S19", "Who was reached by hand stays listed.", _list_for_ever),
    PlantedBug("S19", "An index forgets a decline.", _forget_who_is_barred),
    PlantedBug("S20", "A withdrawn offer's phone rings on.", _let_it_ring),
    PlantedBug("S21", "A decision writes the world.", _write_while_deciding),
    PlantedBug("S23", "A late report revives a call.", _forget_past_calls),
    PlantedBug("L1", "Nothing is ever due for a callback.", _miss_all_deadlines_of_callbacks),
    PlantedBug("L2", "Every other pass of dispatch is skipped.", _skip_every_other_pass),
    PlantedBug("L3", "An agent who is gone is rung on.", _ring_who_is_gone),
    PlantedBug("L4", "A refused caller hears nothing.", _refuse_silently),
)
