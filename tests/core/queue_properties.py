"""Checks of who is rung for whom, and of places in queues: S6 to S11, S19, L2, L3."""

from collections.abc import Iterator

from ringback.core.calendars import is_open
from ringback.core.effects import HangUp, Join
from ringback.core.events import (
    AgentPhoneUp,
    CallbackRequested,
    CallConnected,
    ConsultationAnswered,
    DialIntended,
    Fact,
    HandCallStarted,
    OfferAccepted,
    OffersMade,
    OffersRangOut,
    PlaceGivenBack,
    PlaceLent,
    RequestJoined,
    RequestMode,
    StatusCause,
)
from ringback.core.flow import RingRule
from ringback.core.ids import AgentId, CallId
from ringback.core.inputs import DigitPressed
from ringback.core.settings import AgentStatus, PhoneKind
from ringback.core.states import Call, Callback, Item, Moving, OutboundCall, Standing, agent_leg
from ringback.core.transitions import Engagement, engagement_of

from .alert_properties import somebody_is_alerted
from .ledger import CallbackNote, CallNote, ItemNote, Ledger
from .sight import Sight


def agent_exclusive_at(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S6: nobody is offered, or calls by hand, who has an offer or a call."""
    if isinstance(fact.event, HandCallStarted):
        agent_id = fact.event.agent_id
        if ledger.offers_to(agent_id) or ledger.agents[agent_id].call_id is not None:
            yield f"{agent_id} calls {fact.event.callback_id} by hand while having another"
    if isinstance(fact.event, OffersMade):
        agent_ids = [terms.agent_id for terms in fact.event.offers]
        if len(set(agent_ids)) != len(agent_ids):
            yield f"{fact.event.item_id} is offered twice to one agent"
        for agent_id in agent_ids:
            if ledger.offers_to(agent_id) or ledger.agents[agent_id].call_id is not None:
                yield f"{agent_id} is offered {fact.event.item_id} while having another"


def agent_exclusive(sight: Sight) -> Iterator[str]:
    """S6: a recount of offers and calls finds one at most for each agent."""
    in_calls = [
        call.state.agent_id
        for call in sight.world.calls.values()
        if hasattr(call.state, "agent_id")
    ]
    in_calls += [call.agent_id for call in sight.world.outbound_calls.values()]
    offered = [offer.agent_id for offer in sight.world.offers.values()]
    for agent_id in sight.world.agents:
        if (in_calls + offered).count(agent_id) > 1:
            yield f"{agent_id} has several offers or calls"


def offer_eligible(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S7: at its commit an offer's agent is available and one whom the step may ring; so is an
    agent who calls by hand."""
    if isinstance(fact.event, HandCallStarted):
        standing = ledger.standing(fact.event.agent_id)
        if standing is not Standing.AVAILABLE:
            yield f"{fact.event.agent_id} calls by hand while {standing.name}"
    if not isinstance(fact.event, OffersMade):
        return
    item = ledger.item(fact.event.item_id)
    members = ledger.members(ledger.ring_step(item))
    if not item.waiting or not ledger.offerable(item):
        yield f"{item.id} is offered though it may not be"
    for terms in fact.event.offers:
        standing = ledger.standing(terms.agent_id)
        if standing is not Standing.AVAILABLE:
            yield f"{terms.agent_id} is rung while {standing.name}"
        if terms.agent_id not in members:
            yield f"{terms.agent_id} is rung by a step that does not ring them"
        if terms.agent_id in item.declined or terms.agent_id in item.rung_out:
            yield f"{terms.agent_id} is rung again for {item.id}"


def one_winner_at(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S8: an accept takes an open offer of an item that nobody has, and only the winner's phone
    is connected."""
    match fact.event:
        case OfferAccepted(offer_id=offer_id, agent_id=agent_id, item_id=item_id):
            offer = ledger.offers.get(offer_id)
            if (
                offer is None
                or offer.accepted
                or (offer.agent_id, offer.item_id)
                != (
                    agent_id,
                    item_id,
                )
            ):
                yield f"offer {offer_id} is accepted though it is not open to {agent_id}"
            if len(ledger.offers_for(item_id)) != 1 or not ledger.item(item_id).waiting:
                yield f"{item_id} is accepted by {agent_id} though others have it"
        case HandCallStarted(callback_id=callback_id, agent_id=agent_id):
            callback = ledger.callbacks[callback_id]
            if callback.called_by is not None or callback.claimed_by not in (None, agent_id):
                yield f"{agent_id} calls {callback_id} by hand though another has it"
        case AgentPhoneUp(offer_id=offer_id):
            is_outside = ledger.offers[offer_id].phone is PhoneKind.OUTSIDE
            if is_outside and fact.cause != DigitPressed.__name__:
                yield f"offer {offer_id} is accepted outside without a key"
        case CallConnected(call_id=call_id, agent_id=agent_id, agent_leg_id=leg_id):
            if not _has_accepted(ledger, call_id, agent_id, leg_id):
                yield f"{agent_id} is connected to {call_id} without having accepted it"
        case ConsultationAnswered(call_id=call_id, colleague_id=agent_id, colleague_leg_id=leg_id):
            if not _has_accepted(ledger, call_id, agent_id, leg_id):
                yield f"{agent_id} is consulted about {call_id} without having accepted it"
        case DialIntended(callback_id=callback_id, agent_id=agent_id, agent_leg_id=leg_id):
            if not _has_accepted(ledger, callback_id, agent_id, leg_id):
                yield f"{callback_id} is dialled for {agent_id} who has not accepted it"
        case _:
            pass


def _has_accepted(ledger: Ledger, item_id: str, agent_id: str, leg_id: str) -> bool:
    return any(
        offer.accepted and offer.item_id == item_id and agent_leg(offer.id) == leg_id
        for offer in ledger.offers.values()
        if offer.agent_id == agent_id
    )


def one_winner(sight: Sight) -> Iterator[str]:
    """S8: no agent is in a call with nobody, nor with somebody who still hears a message."""
    world = sight.world
    for agent in world.agents.values():
        live = agent.call_id in world.calls or agent.call_id in world.outbound_calls
        if agent.call_id is not None and not live:
            yield f"{agent.id} is in {agent.call_id}, which is over"
    owned = sight.ledger.owned_legs()
    ended = {effect.leg_id for effect in sight.effects if isinstance(effect, HangUp)}
    for effect in sight.effects:
        if isinstance(effect, Join):
            legs = {effect.agent_leg_id, effect.customer_leg_id} - ended
            if not legs <= owned:
                yield f"{effect.call_id} joins a leg that belongs to nothing"
            if legs & set(sight.ledger.said):
                yield f"{effect.call_id} joins a leg that still hears a message"


def fifo_in_step(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S9: nobody is offered to an agent before an earlier item which that agent could have had.

    Held to over all queues, as R28's one pass asks, so that it also covers one step and class.
    """
    if not isinstance(fact.event, OffersMade):
        return
    offered = ledger.item(fact.event.item_id)
    assert offered.place is not None
    for earlier in ledger.waiting_items():
        assert earlier.place is not None
        if earlier.place >= offered.place:
            continue
        for terms in fact.event.offers:
            if ledger.could_have(earlier, terms.agent_id):
                yield f"{terms.agent_id} is rung for {offered.id} before {earlier.id}"


def place_kept_at(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S10: a request by a waiting caller takes over the caller's place."""
    match fact.event:
        case CallbackRequested(mode=RequestMode.AUTOMATED, call_id=call_id) as request:
            if request.keeps_place is not (call_id is not None and ledger.calls[call_id].waiting):
                yield f"{request.callback_id} does not stand where its caller stood"
        case RequestJoined(callback_id=callback_id, call_id=None, takes_place_of_call=takes):
            if takes:
                yield f"{callback_id} has taken the place of nobody"
        case RequestJoined(callback_id=callback_id, call_id=str(joining)) as joined:
            callback, call = ledger.callbacks[callback_id], ledger.calls[CallId(joining)]
            takes = joined.takes_place_of_call
            if takes is not _is_ahead(call, callback):
                yield f"{callback_id} does not have the earlier place"
        case PlaceLent(callback_id=callback_id, call_id=call_id):
            callback, call = ledger.callbacks[callback_id], ledger.calls[call_id]
            if not _is_ahead(callback, call) or callback.customer_id != call.customer_id:
                yield f"{callback_id} lends {call_id} a place that helps nobody"
        case PlaceGivenBack(callback_id=callback_id, call_id=call_id):
            if ledger.callbacks[callback_id].lent_to != call_id or ledger.calls[call_id].waiting:
                yield f"{call_id} gives {callback_id} a place back that it has not, or still needs"
        case _:
            pass


def _is_ahead(one: CallNote | CallbackNote, other: ItemNote) -> bool:
    if not one.waiting or one.queue != other.queue:
        return False
    assert one.place is not None
    assert other.place is not None
    return one.place < other.place


def place_kept(sight: Sight) -> Iterator[str]:
    """S10: after a request, and after a fault or ring-out, the key is the one before it."""
    yield from _misplaced(sight, ("request", "returning", "lending"))
    yield from _doubled(sight)


def _doubled(sight: Sight) -> Iterator[str]:
    """A place is lent to a call that lives, and nobody ever stands where somebody else does."""
    ledger = sight.ledger
    for callback in ledger.callbacks.values():
        if callback.lent_to and ledger.calls[callback.lent_to].ending is not None:
            yield f"{callback.lent_to} has kept the place of {callback.id} beyond its end"
    standing = [(item.queue, item.place) for item in ledger.waiting_items()]
    for each in {each for each in standing if standing.count(each) > 1}:
        yield f"two stand at {each}"


def back_on_move(sight: Sight) -> Iterator[str]:
    """S11: an item that came to another step has that event's sequence number as its key, and one
    moved to the front stands before all that were there."""
    yield from _misplaced(sight, ("joining",))


def _misplaced(sight: Sight, placed_by: tuple[str, ...]) -> Iterator[str]:
    for note in sight.ledger.waiting_items():
        item = sight.world.item(note.id)
        if note.placed_by not in placed_by or item is None or item.stay is None:
            continue
        if item.stay.place != note.place:
            yield f"{note.id} stands at {item.stay.place} and not at {note.place}"


def nobody_waits_in_vain(sight: Sight) -> Iterator[str]:
    """L2: no available agent is left beside an item which that agent could have."""
    ledger = sight.ledger
    if not ledger.phones_reachable:
        return
    for agent_id in ledger.agents:
        if ledger.standing(agent_id) is Standing.AVAILABLE:
            for item in ledger.waiting_items():
                if ledger.could_have(item, agent_id):
                    yield f"{agent_id} is free and {item.id} waits"


def nobody_blocks_unseen(sight: Sight) -> Iterator[str]:
    """L3: an agent who is gone is being rung for nothing."""
    for offer in sight.ledger.offers.values():
        agent = sight.ledger.agents[offer.agent_id]
        missed = sight.ledger.is_missed(agent.profile.id)
        away = missed or agent.off_duty or agent.status is not AgentStatus.ONLINE
        if not offer.accepted and away:
            yield f"{offer.agent_id} is gone and still rung for {offer.item_id}"


def conservation(sight: Sight) -> Iterator[str]:
    """S19: every item is in one place, and every index and count equals a recount."""
    yield from _ring_outs(sight)
    yield from _duties(sight)
    yield from somebody_is_alerted(sight)
    yield from _items_in_places(sight)
    yield from _ready_and_barred(sight)
    yield from _groups(sight)
    yield from _indexes(sight)


def _items_in_places(sight: Sight) -> Iterator[str]:
    world = sight.world
    expected: dict[str, list[tuple[int, int, str]]] = {}
    for note in sight.ledger.waiting_items():
        assert note.queue is not None
        assert note.place is not None
        flow_id, version, step_id = note.queue
        beside = "" if note.moved_to is None else f">{note.moved_to}"
        queue_id = f"{flow_id}@{version}/{step_id}{beside}"
        expected.setdefault(queue_id, []).append((*note.place, note.id))
    for queue_id, queue in world.queues.items():
        if list(queue.items) != sorted(expected.pop(queue_id, [])):
            yield f"queue {queue_id} holds {list(queue.items)}"
    if expected:
        yield f"nowhere stand {expected}"
    waiting = {note.id for note in sight.ledger.waiting_items()}
    items: list[Item] = [*world.calls.values(), *world.callbacks.values()]
    for item in items:
        if world.in_queue(item) is not (item.id in waiting):
            yield f"{item.id} is in its state and not in its queue, or the other way round"
        if isinstance(item.state, Moving):
            yield f"{item.id} is between two places"


def _ready_and_barred(sight: Sight) -> Iterator[str]:
    world = sight.world
    for queue in world.queues.values():
        ready, barred = [], set()
        for entry in queue.items:
            item = world.item(entry[2])
            assert item is not None
            assert item.stay is not None
            busy = queue.step.rule is not RingRule.SIMULTANEOUS and bool(item.stay.offers)
            if not busy and not (isinstance(item, Callback) and not item.offerable):
                ready.append(entry)
            rung_enough = item.stay.rung >= item.stay.step.ring_for
            if item.declined or item.stay.rung_out or rung_enough:
                barred.add(item.id)
        if list(queue.ready) != ready:
            yield f"queue {queue.id} takes {list(queue.ready)} for ready, which are {ready}"
        if set(queue.barred) != barred:
            yield f"queue {queue.id} takes {list(queue.barred)} for barred, which are {barred}"


def _groups(sight: Sight) -> Iterator[str]:
    world, ledger = sight.world, sight.ledger
    members = {f"team:{team.id}": set(team.members) for team in ledger.teams.values()}
    members |= {f"agent:{agent_id}": {agent_id} for agent_id in ledger.agents}
    for group in world.groups.values():
        counts = [0, 0, 0, 0]
        idle = []
        for agent_id in members.get(group.key, set()):
            standing = ledger.standing(agent_id)
            counts[standing] += 1
            if standing is Standing.AVAILABLE:
                idle.append((world.agents[agent_id].idle_since, agent_id))
        if set(group.members) != members.get(group.key, set()) or group.counts != counts:
            yield f"group {group.key} counts {group.counts}, which are {counts}"
        if list(group.idle) != sorted(idle):
            yield f"group {group.key} has {list(group.idle)} idle, which are {sorted(idle)}"


def _duties(sight: Sight) -> Iterator[str]:
    """R19: whoever is outside the working hours at this instant is off duty, and nobody else."""
    for agent_id, agent in sight.world.agents.items():
        hours = agent.profile.hours
        outside = hours is not None and not is_open(hours, sight.at)
        if agent.off_duty is not outside:
            yield f"{agent_id} is {'off' if agent.off_duty else 'on'} duty, against the hours"


def _ring_outs(sight: Sight) -> Iterator[str]:
    """R19: the recount of ring-outs in a row; too many of them end in Do not disturb."""
    limit = sight.ledger.settings.ring_outs_in_row_max
    for agent_id, agent in sight.world.agents.items():
        counted = sight.ledger.agents[agent_id].ring_outs_in_row
        if agent.ring_outs_in_row != counted:
            yield f"{agent_id} let {agent.ring_outs_in_row} ring out in a row, which are {counted}"
    for event in (fact.event for fact in sight.facts):
        if isinstance(event, OffersRangOut) and event.was_heard:
            for agent_id in event.agent_ids:
                yield from _goes_on_too_long(sight, agent_id, limit)
        rightly = limit > 0 and getattr(event, "status", None) is AgentStatus.DO_NOT_DISTURB
        if getattr(event, "cause", None) is StatusCause.RANG_OUT and not rightly:
            yield f"{event} though the limit is {limit}"


def _goes_on_too_long(sight: Sight, agent_id: AgentId, limit: int) -> Iterator[str]:
    note = sight.ledger.agents[agent_id]
    if 0 < limit <= note.ring_outs_in_row and note.status is AgentStatus.ONLINE:
        yield f"{agent_id} is online after {note.ring_outs_in_row} ring-outs in a row"


def _indexes(sight: Sight) -> Iterator[str]:
    world, ledger = sight.world, sight.ledger
    if set(world.offers) != set(ledger.offers):
        yield f"open offers are {set(world.offers)}, which are {set(ledger.offers)}"
    legs = {agent_leg(offer_id): offer.agent_id for offer_id, offer in ledger.offers.items()}
    for agent in world.agents.values():
        if engagement_of(agent) is Engagement.IN_CALL:
            assert agent.leg_id is not None
            legs[agent.leg_id] = agent.id
    if world.legs != legs:
        yield f"agents' legs are {world.legs}, which are {legs}"
    calls = {c.id for c in ledger.calls.values() if c.ending is None}
    if set(world.calls) != calls:
        yield f"live calls are {set(world.calls)}, which are {calls}"
    callbacks = {c.id for c in ledger.callbacks.values() if c.outcome is None}
    if set(world.callbacks) != callbacks:
        yield f"open callbacks are {set(world.callbacks)}, which are {callbacks}"
    follow_ups = {c.id for c in ledger.callbacks.values() if c.follow_up}
    if set(world.follow_ups) != follow_ups:
        yield f"to be followed up are {set(world.follow_ups)}, which are {follow_ups}"
    listed: dict[str, list[str]] = {}
    for callback in world.follow_ups.values():
        if callback.customer_id is not None:
            listed.setdefault(callback.customer_id, []).append(callback.id)
    if {who: list(ids) for who, ids in world.follow_ups_by_customer.items()} != listed:
        yield f"listed by customer are {world.follow_ups_by_customer}, which are {listed}"
    by_customer: dict[str, set[str]] = {}
    lives: list[Call | OutboundCall] = [*world.calls.values(), *world.outbound_calls.values()]
    for live in lives:
        if live.customer_id is not None:
            by_customer.setdefault(live.customer_id, set()).add(live.id)
    if {who: set(ids) for who, ids in world.calls_by_customer.items()} != by_customer:
        yield f"calls by customer are {world.calls_by_customer}, which are {by_customer}"
    asked: dict[str, list[str]] = {}
    for callback in world.callbacks.values():
        if callback.customer_id is not None:
            asked.setdefault(callback.customer_id, []).append(callback.id)
    if {who: list(ids) for who, ids in world.callbacks_by_customer.items()} != asked:
        yield f"callbacks by customer are {world.callbacks_by_customer}, which are {asked}"
