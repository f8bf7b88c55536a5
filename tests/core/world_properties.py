"""Checks of the whole: legal edges, legs, replay, the journal's order and late events."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from ringback.core import inputs as i
from ringback.core.events import Fact, LateAnswerTurnedAway, NoticeStarted, RequestNotGranted
from ringback.core.ids import CallId
from ringback.core.states import Closed
from ringback.core.transitions import (
    TABLES,
    Dialling,
    Lifetime,
    State,
    connection_of,
    duty_of,
    engagement_of,
    name_of,
)
from ringback.core.world import World

from .ledger import Ledger
from .sight import Sight

Arrow = tuple[str, str, str, str]
"""Machine, state, event, state."""
States = dict[tuple[str, str], State]


def states_of(world: World) -> States:
    """Name the state of everything in a world."""
    found: States = {}
    completed = [call.completed for call in world.outbound_calls.values()]
    completed += [agent.completed for agent in world.agents.values()]
    correctable = (callback for callback in completed if callback is not None)
    for callback in (*correctable, *world.follow_ups.values(), *world.callbacks.values()):
        found["Callback", callback.id] = type(callback.state)
    for call in world.calls.values():
        found["Inbound call", call.id] = type(call.state)
    for dialled in world.outbound_calls.values():
        reached = Dialling.REACHED if dialled.reached else Dialling.DIALLED
        found["Outbound call", dialled.id] = reached
    for agent in world.agents.values():
        found["Agent", agent.id] = engagement_of(agent)
        found["Agent's status", agent.id] = agent.status
        found["Agent's connection", agent.id] = connection_of(agent)
        found["Agent's duty", agent.id] = duty_of(agent)
    return found


def legal_edges(before: States, fact: Fact, after: States, walked: Counter[Arrow]) -> Iterator[str]:
    """S13: what changed its state did so along the published table."""
    event = type(fact.event)
    for machine, entity in {**before, **after}:
        over = Closed if machine == "Callback" else Lifetime.OVER
        source = before.get((machine, entity), Lifetime.UNBORN)
        target = after.get((machine, entity), over)
        if source is Lifetime.UNBORN and machine.startswith("Agent"):
            continue
        targets = TABLES[machine].get((source, event), ())
        if source is target and not (target in targets and _is_about(fact, entity)):
            continue
        if target not in targets:
            yield f"{entity} went from {name_of(source)} to {name_of(target)} by {event.__name__}"
        walked[machine, name_of(source), event.__name__, name_of(target)] += 1


def _is_about(fact: Fact, entity: str) -> bool:
    return entity in (
        getattr(fact.event, "callback_id", None),
        getattr(fact.event, "call_id", None),
        getattr(fact.event, "agent_id", None),
    )


def arrows() -> set[Arrow]:
    """List every arrow of the published tables."""
    return {
        (machine, name_of(source), event.__name__, name_of(target))
        for machine, table in TABLES.items()
        for (source, event), targets in table.items()
        for target in targets
    }


def no_orphans(sight: Sight) -> Iterator[str]:
    """S20: a leg that belongs to nothing was told to end, or is known to be gone."""
    owned = sight.ledger.owned_legs()
    orders = sight.orders
    for leg_id in orders.created:
        if leg_id not in owned and leg_id not in orders.told_to_end and leg_id not in orders.gone:
            yield f"leg {leg_id} belongs to nothing and is left alone"


def replay(sight: Sight) -> Iterator[str]:
    """S21: a world made from the facts alone is the same, caches apart."""
    original, copy = portrait(sight.world), portrait(sight.replayed)
    for part, value in original.items():
        if copy[part] != value:
            yield f"replay differs in {part}: {copy[part]!r} and not {value!r}"


def portrait(world: World) -> Mapping[str, Any]:
    """All that a world knows, except what only saves it from computing again."""
    known = {each.name: getattr(world, each.name) for each in fields(world)}
    for cache in ("touched", "stale", "agenda", "agenda_count", "agenda_in_force"):
        del known[cache]
    known["queues"] = {
        queue.id: (list(queue.items), list(queue.ready), queue.barred, queue.clocked, queue.step)
        for queue in world.queues.values()
    }
    known["groups"] = {
        group.key: (group.members, group.counts, list(group.idle))
        for group in world.groups.values()
    }
    return known


def no_gap(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S22, the core's part of it: facts are numbered one by one."""
    if fact.sequence != ledger.sequence + 1:
        yield f"fact {fact.sequence} follows fact {ledger.sequence}"


def events_harmless(sight: Sight) -> Iterator[str]:
    """S23: a report that is repeated, or comes after its subject is over, changes nothing."""
    if not (sight.late or sight.repeated):
        return
    harmless = (LateAnswerTurnedAway, RequestNotGranted, NoticeStarted)
    for fact in sight.facts:
        if fact.cause == type(sight.given).__name__ and not isinstance(fact.event, harmless):
            yield f"{sight.given} led to {type(fact.event).__name__}"


def is_late(ledger: Ledger, given: i.Input) -> bool:
    """Tell whether a report speaks of something that is over, or never was."""
    match given:
        case (
            i.LegEnded(leg_id=leg_id)
            | i.AgentPhoneAnswered(leg_id=leg_id)
            | i.AgentPhoneDeclined(leg_id=leg_id)
            | i.AgentPhoneFailed(leg_id=leg_id)
            | i.CustomerRinging(leg_id=leg_id)
            | i.CustomerAnswered(leg_id=leg_id)
            | i.CustomerFailed(leg_id=leg_id)
        ):
            return leg_id not in ledger.owned_legs()
        case i.VoicemailRecorded(call_id=call_id):
            return not _lives(ledger, call_id)
        case i.DigitPressed(leg_id=leg_id):
            return ledger.call_on(leg_id) is None and not ledger.awaits_key(leg_id)
        case i.PromptFinished(leg_id=leg_id, playback_id=playback_id):
            if ledger.said.get(leg_id) == playback_id:
                return False
            call = ledger.call_on(leg_id)
            return call is None or call.playing != playback_id
        case i.CallArrived(call_id=call_id):
            return call_id in ledger.calls
        case _:
            return False


def is_menu_key(ledger: Ledger, given: i.DigitPressed) -> bool:
    """Tell whether a key chooses in a menu, where pressing it twice is choosing twice."""
    call = ledger.call_on(given.leg_id)
    return call is not None and call.in_menu


def _lives(ledger: Ledger, call_id: CallId) -> bool:
    return call_id in ledger.calls and ledger.calls[call_id].ending is None
