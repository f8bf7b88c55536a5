"""How items of the reference world join, leave, go on, retry and end."""

from .alerting import count
from .consultations import all_let_go, leave_consultation, step_over
from .lending import give_places_back, waits_again
from .listed import needs_no_call
from .parting import free, part
from .parts import Agent, Call, Callback, HandCall, Item, World
from .questions import (
    being_called,
    communication_of,
    is_in_consultation,
    latest_offer,
    place_of,
    ring_step_of,
    ringing_for,
    rung_in_turn,
)
from .records import follow_up, missed_reason
from .routing import another_hour_opens, next_ring_step
from .situations import Situation, meet
from .telling import begin_waiting
from .walking import (
    go_on,
    join,
    next_key,
)

FAILED_FOR = {
    "no_answer": Situation.FAILED_NO_ANSWER,
    "declined": Situation.FAILED_DECLINED,
    "no_available_agent": Situation.FAILED_NO_AGENT,
}


def withdraw(world: World, item: Item, fate: str = "withdrawn") -> None:
    """R19, R28b: offers that end with neither a decline nor a ring-out."""
    for offer in ringing_for(world, item):
        offer.fate = fate


# ---- live calls --------------------------------------------------------------------------


def end_call(world: World, call: Call) -> None:
    """R9: an unanswered call whose request could not be granted stands in the manual list."""
    withdraw(world, call)
    answered = call.state in ("talking", "outside") or call.transferred_by is not None
    if call.consultation is not None:
        all_let_go(world, call)
    free(world, call)
    if not answered:
        call.missed = missed_reason(world, call)
    call.state, call.playing = "ended", False
    give_places_back(world, call)
    if call.cannot and not answered and call.callback is None:
        meet(world, Situation.LISTED_UNGRANTED)
        callback = new_callback(world, call)
        close(world, callback, f"failed {call.cannot}")
    call.place = None
    if call.callback:
        let_settle(world, world.callbacks[call.callback])


def abandon(world: World, hand: HandCall) -> None:
    """R38: nothing was dialled, or by a fault of ours to no avail; it stays as it was listed."""
    meet(world, Situation.HAND_CALL_ABANDONED)
    free(world, hand)
    hand.state = "over"
    came_back(world, world.callbacks[hand.callback])


# ---- callbacks ---------------------------------------------------------------------------


def new_callback(world: World, call: Call) -> Callback:
    """R4: what a request depends on is frozen."""
    line = world.lines[call.line]
    callback = Callback(
        name=f"callback of {call.name}",
        line=call.line,
        customer=call.customer,
        number=call.number,
        country=call.country,
        flow=call.flow,
        version=call.version,
        state="pending",
        settings=line.settings,
        priority=line.priority,
        asked_at_step=call.step,
        requested_at=world.now,
        requested_as=next_key(world),
        calls=[call.name],
    )
    world.callbacks[callback.name] = callback
    call.callback = callback.name
    return callback


def let_settle(world: World, callback: Callback) -> None:
    """R7: the settling time runs from the end of the inbound leg."""
    legs_ended = all(world.calls[name].state == "ended" for name in callback.calls)
    if callback.state in ("queued", "suspended") and legs_ended:
        callback.settles_at = world.now + callback.settings.settling


def leave_step(world: World, item: Call | Callback) -> None:
    """R20, R23: the ring step is over; on to the next one, or the attempt has failed."""
    for offer in ringing_for(world, item):
        ring_out(world, item, offer.agent)
    if isinstance(item, Call) and item.consultation is not None:
        step_over(world, item)
    elif isinstance(item, Call):
        item.state = "walking"
        give_places_back(world, item)
        go_on(world, item)
    if isinstance(item, Call):
        return
    target = {agent.name for agent in rung_in_turn(world, item)}
    if target and target <= set(item.declined):
        meet(world, Situation.ALL_DECLINED)
    step = next_ring_step(world, item, ring_step_of(world, item).next)
    if step is not None:
        meet(world, Situation.SENT_TO_BACK)
        join(world, item, step, priority=item.priority)
    else:
        fail_attempt(world, item)


def fail_attempt(world: World, callback: Callback) -> None:
    """R15, R16, R23, R26: the reason of this attempt, and a retry while one is left."""
    reason = "no_available_agent"
    if callback.any_decline:
        reason = "declined"
    if callback.any_ring_out:
        reason = "no_answer"
    meet(world, FAILED_FOR[reason])
    world.attempts_failed.append((callback.name, callback.attempt, reason))
    if callback.attempt > callback.settings.retries:
        close(world, callback, f"failed {reason}")
        return
    callback.attempt += 1
    callback.declined = []
    callback.any_decline = callback.any_ring_out = False
    step = next_ring_step(world, callback, callback.asked_at_step)
    if step is not None:
        meet(world, Situation.RETRIED)
        join(world, callback, step, priority=callback.priority)
        return
    meet(world, Situation.CLOSED_ON_A_RETRY)
    world.attempts_failed.append((callback.name, callback.attempt, "closed"))
    close(world, callback, "failed closed")


def no_way(world: World, callback: Callback) -> str:
    """R18: why no ring step can follow."""
    opens = another_hour_opens(world, callback, callback.asked_at_step)
    meet(world, Situation.CLOSED_AT_ONCE if opens else Situation.NO_RING_STEP)
    return "closed" if opens else "no_ring_step"


def close(world: World, callback: Callback, outcome: str) -> None:
    """S12: one outcome."""
    assert callback.outcome is None
    if outcome in ("cancelled by_user", "cancelled expired"):
        meet_an_early_end(world, callback, outcome)
    withdraw(world, callback)
    callback.outcome, callback.state, callback.place = outcome, "closed", None
    count(world, callback.line, callback.name, outcome)
    callback.lent_to = None
    callback.claimed_by = None


def meet_an_early_end(world: World, callback: Callback, outcome: str) -> None:
    state = "ringing" if ringing_for(world, callback) else callback.state
    end = "EXPIRED" if outcome == "cancelled expired" else "CANCELLED"
    meet(world, Situation[f"{end}_{state.upper()}"])


# ---- what agents do ----------------------------------------------------------------------


def ring_out(world: World, item: Item, agent: str, *, heard: bool = True) -> None:
    """R21, R22: an agent let it ring out: not again in this step, and a mark on the attempt."""
    for offer in ringing_for(world, item):
        if offer.agent == agent:
            offer.fate = "rang-out"
    place_of(item).rung_out.append(agent)
    if isinstance(item, Callback):
        item.any_ring_out = True
    if heard:
        is_silent(world, world.agents[agent])


def is_silent(world: World, agent: Agent) -> None:
    """R19: an agent who hears and does not answer too often in a row is let alone."""
    agent.silent += 1
    if 0 < world.silent_at_most <= agent.silent and agent.status == "online":
        meet(world, Situation.SILENT_TOO_OFTEN)
        agent.status = "do-not-disturb"


def give_back(world: World, item: Call | Callback) -> None:
    """R29, R32, R34: an accepted item returns to its queue with its key."""
    if item.agent is not None:
        part(item, world.agents[item.agent])
    item.state, item.agent = "queued", None
    if isinstance(item, Call):
        begin_waiting(world, item, ring_step_of(world, item).message_every)


def is_not_connected(world: World, item: Call | Callback | HandCall) -> None:
    if isinstance(item, HandCall):
        abandon(world, item)
    else:
        ring_out_of_winner(world, item)


def ring_out_of_winner(world: World, item: Call | Callback) -> None:
    """R29: the phone of the agent who accepted did not connect."""
    assert item.agent is not None
    left = item.phone_up
    meet(world, Situation.LEFT_BEFORE_TALKING if left else Situation.WINNER_NOT_CONNECTED)
    winner = item.agent
    latest_offer(world, winner).fate = "rang-out"
    give_back(world, item)
    ring_out(world, item, winner)
    if isinstance(item, Callback):
        came_back(world, item)


def suffer_fault(world: World, callback: Callback, *, held_for: float) -> None:
    """R32, R34: a fault of ours keeps the key and starts the step's ringing anew."""
    callback.faults += 1
    meet(world, Situation.FAULT)
    free(world, callback)
    if callback.faults == 3:
        meet(world, Situation.THIRD_FAULT)
        close(world, callback, "failed system_fault")
        needs_no_call(world, callback)
        return
    place = place_of(callback)
    place.rung, place.rung_by, place.rung_out = 0, {}, []
    give_back(world, callback)
    callback.held_until = world.now + held_for if held_for else None
    came_back(world, callback)


def came_back(world: World, callback: Callback) -> None:
    """R37, R39: it is back from an agent, and meets the calls its customer has made since."""
    if callback.outcome is not None:
        needs_no_call(world, callback)
        return
    waits_again(world, callback)
    for call in world.calls.values():
        later = call.state == "talking" and call.answered_as > callback.requested_as
        later = later and call.inbound
        if later and is_superseded(world, callback, call):
            supersede(world, callback)
            return


def is_superseded(world: World, callback: Callback, call: Call) -> bool:
    """R37: an agent talks to the customer on the same line; a dial goes on."""
    hand = being_called(world, callback)
    return (
        callback.outcome is None
        and callback.settings.when_customer_calls != "keep"
        and call.state in ("talking", "outside")
        and call.customer is not None
        and (callback.customer, callback.line) == (call.customer, call.line)
        and "dialling" not in (callback.state, hand.state if hand else None)
    )


def supersede(world: World, callback: Callback) -> None:
    """R37: whoever was about to call is let go."""
    hand = being_called(world, callback)
    if hand is not None:
        abandon(world, hand)
    if callback.outcome is None:
        meet(world, Situation.SUPERSEDED)
        free(world, callback)
        close(world, callback, "cancelled superseded")


def leaves(world: World, agent: Agent) -> None:
    """R19: who leaves while being rung has neither declined nor rung out."""
    for offer in world.offers:
        if offer.agent == agent.name and offer.fate == "ringing":
            meet(world, Situation.LEFT_WHILE_RUNG)
            offer.fate = "withdrawn"


def hang_up(world: World, agent: Agent) -> None:
    """R30, R32: an agent ends the communication."""
    item = communication_of(world, agent)
    if isinstance(item, Call):
        if is_in_consultation(agent, item):
            leave_consultation(world, item, agent.name)
        elif item.state == "talking":
            end_call(world, item)
        else:
            ring_out_of_winner(world, item)
    elif isinstance(item, HandCall):
        hang_up_by_hand(world, item)
    elif item is not None and item.state == "talking":
        end_talk(world, item)
    elif item is not None and item.state == "dialling":
        not_reached(world, item, "agent_hung_up")
    elif item is not None:
        ring_out_of_winner(world, item)


def hang_up_by_hand(world: World, hand: HandCall) -> None:
    if hand.state == "talking":
        end_talk(world, hand)
    elif hand.state == "dialling":
        not_reached_by_hand(world, hand, "agent_hung_up")
    else:
        abandon(world, hand)


def not_reached_by_hand(world: World, hand: HandCall, reason: str) -> None:
    """R38, R39: it is listed with its outcome, and one that it had is not rewritten."""
    callback = world.callbacks[hand.callback]
    follow_up(world, callback.name, hand.agent)
    free(world, hand)
    hand.state = "over"
    if callback.outcome is None:
        meet(world, Situation.NOT_REACHED_PENDING)
        close(world, callback, f"not_reached {reason}")
    else:
        meet(world, Situation.NOT_REACHED_LISTED)
    needs_no_call(world, callback)


def end_talk(world: World, talk: Callback | HandCall) -> None:
    """R30, R31: the outbound call is over; in wrap-up its outcome may be corrected once."""
    agent = world.agents[talk.agent or ""]
    free(world, talk)
    talk.state = "closed" if isinstance(talk, Callback) else "over"
    agent.correctable = talk.completes if agent.wrap_up_until is not None else None


def not_reached(world: World, callback: Callback, reason: str) -> None:
    """R32: retries concern agents who do not take the callback, not customers."""
    meet(world, Situation.NOT_REACHED)
    follow_up(world, callback.name, callback.agent)
    free(world, callback)
    close(world, callback, f"not_reached {reason}")
    needs_no_call(world, callback)
