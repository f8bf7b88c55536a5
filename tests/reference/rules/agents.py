"""What agents and their phones do."""

from .by_hand import dial_by_hand
from .consultations import colleague_answers
from .introducing import introduce, whisper_while_dialling
from .moving import (
    came_back,
    close,
    give_back,
    hang_up,
    is_not_connected,
    leaves,
    ring_out,
    withdraw,
)
from .parting import free
from .parts import Agent, Call, Callback, Dial, HandCall, Offer, Refused, World
from .questions import (
    communication_of,
    is_in_consultation,
    item_named,
    latest_offer,
    limited_until,
    number_refused,
    place_of,
)
from .records import follow_up
from .routing import is_within
from .situations import Situation, meet

TOLD_WITHIN = 10.0


def set_status(world: World, name: str, status: str) -> None:
    agent = world.agents[name]
    if status != agent.status:
        agent.status = status
        if status == "online":
            agent.idle_since, agent.silent = world.now, 0
        else:
            leaves(world, agent)


def keep_hours(world: World, agent: Agent) -> None:
    """R19: outside the working hours as if offline; coming on duty is like going online."""
    outside = agent.hours is not None and not is_within(agent.hours, agent.ahead, world.now)
    if outside and not agent.off_duty:
        meet(world, Situation.SHIFT_ENDS)
        agent.off_duty = True
        leaves(world, agent)
    elif agent.off_duty and not outside:
        meet(world, Situation.SHIFT_BEGINS)
        agent.off_duty, agent.idle_since, agent.silent = False, world.now, 0


def lose(world: World, name: str) -> None:
    agent = world.agents[name]
    if agent.lost_at is None:
        agent.lost_at = world.now
        if not agent.outside:
            leaves(world, agent)


def reconnect(world: World, name: str) -> None:
    world.agents[name].lost_at, world.agents[name].given_up = None, False


# ---- answers to an offer -----------------------------------------------------------------


def accept(world: World, offer: Offer) -> None:
    refuse_unless_ringing(world, offer)
    if world.agents[offer.agent].outside:
        meet(world, Situation.ACCEPTED_ON_THE_PAGE)
        raise Refused("accept-on-the-phone")
    take(world, offer)


def decline(world: World, offer: Offer) -> None:
    refuse_unless_ringing(world, offer)
    turn_down(world, offer)


def refuse_unless_ringing(world: World, offer: Offer) -> None:
    """Whoever answers too late is told what became of the offer."""
    if offer.fate == "ringing":
        return
    already = "already-" if offer.fate in ("accepted", "declined") else ""
    codes = [f"offer-{already}{offer.fate}"]
    codes += ["offer-withdrawn"] if offer.fate == "accepted" else []
    raise Refused(*codes)


def take(world: World, offer: Offer) -> None:
    """R29: the first to accept wins; the other cards disappear and say so."""
    item = item_named(world, offer.item)
    offer.fate = "accepted"
    withdraw(world, item, "taken")
    item.state, item.agent, item.accepted_at = "accepted", offer.agent, world.now


def turn_down(world: World, offer: Offer) -> None:
    """R22."""
    item = item_named(world, offer.item)
    offer.fate = "declined"
    world.agents[offer.agent].silent = 0
    item.declined.append(offer.agent)
    if isinstance(item, Callback):
        item.any_decline = True


# ---- phones ------------------------------------------------------------------------------


def agent_phone_up(world: World, offer: Offer) -> None:
    """R29: a desk phone's answer accepts; whoever picks up outside is asked for the 1."""
    if world.agents[offer.agent].outside and rings_or_connects(world, offer):
        meet(world, Situation.OUTSIDE_PHONE_ASKED)
        offer.asked_at = world.now if offer.asked_at is None else offer.asked_at
        return
    if offer.fate == "ringing" and world.agents[offer.agent].desk:
        meet(world, Situation.DESK_PHONE_ACCEPTS)
        take(world, offer)
    connect(world, offer)


def agent_presses(world: World, offer: Offer, digit: str) -> None:
    """R29: outside only the 1 accepts, and only the 2 declines."""
    if offer.asked_at is None or not rings_or_connects(world, offer):
        return
    ringing = offer.fate == "ringing"
    if digit == "1":
        meet(world, Situation.OUTSIDE_PHONE_ACCEPTS)
        if ringing:
            take(world, offer)
        connect(world, offer)
    elif digit == "2" and ringing:
        turn_down(world, offer)
    elif digit == "2" and (item := connecting(world, offer)):
        is_not_connected(world, item)


def rings_or_connects(world: World, offer: Offer) -> bool:
    return offer.fate == "ringing" or connecting(world, offer) is not None


def connect(world: World, offer: Offer) -> None:
    item = connecting(world, offer)
    if item is None and not is_live(world, offer):
        is_too_late(world, offer)
    if item is not None:
        world.agents[offer.agent].silent, item.phone_up = 0, True
    if isinstance(item, Call) and item.consultation is not None:
        colleague_answers(world, item)
    elif isinstance(item, Call):
        introduce(world, item)
    elif isinstance(item, HandCall):
        dial_by_hand(world, item)
        if item.state == "dialling":
            whisper_while_dialling(world, item)
    elif item is not None:
        dial(world, item)


def agent_phone_declines(world: World, offer: Offer) -> None:
    agent = world.agents[offer.agent]
    if agent.outside and offer.fate == "ringing":
        ring_out(world, item_named(world, offer.item), offer.agent)
    elif offer.fate == "ringing" and hears_so(world, agent):
        meet(world, Situation.BUSY_WITH_BEING_TOLD)
        offer.fate, agent.too_late_for = "withdrawn", None
    elif offer.fate == "ringing":
        turn_down(world, offer)
    elif item := connecting(world, offer):
        is_not_connected(world, item)


def hears_so(world: World, agent: Agent) -> bool:
    """R22: a phone that hears that it came too late cannot ring, and declines nothing."""
    return agent.too_late_for is not None and world.now < agent.too_late_at + TOLD_WITHIN


def is_too_late(world: World, offer: Offer) -> None:
    agent = world.agents[offer.agent]
    agent.too_late_for, agent.too_late_at = offer, world.now


def is_live(world: World, offer: Offer) -> bool:
    """Whether the phone belongs to what its agent is doing."""
    of_agent = communication_of(world, world.agents[offer.agent])
    return of_agent is not None and latest_offer(world, offer.agent) is offer


def agent_phone_fails(world: World, offer: Offer) -> None:
    """R29: a phone that cannot be rung or connected is its agent's ring-out."""
    if offer.fate == "ringing":
        picked_up = offer.asked_at is not None
        ring_out(world, item_named(world, offer.item), offer.agent, heard=picked_up)
    elif item := connecting(world, offer):
        is_not_connected(world, item)


def agent_leg_ends(world: World, offer: Offer) -> None:
    """R30, R32: the leg of a call ends it; of an offer, it is a phone that fails."""
    agent = world.agents[offer.agent]
    item = communication_of(world, agent)
    is_in_it = item is not None and item.state in ("talking", "dialling")
    if is_in_it or is_in_consultation(agent, item):
        if latest_offer(world, offer.agent) is offer:
            hang_up(world, agent)
    elif taken := accepted_with(world, offer):
        is_not_connected(world, taken)
    else:
        agent_phone_fails(world, offer)


def connecting(world: World, offer: Offer) -> Call | Callback | HandCall | None:
    """What the offer's agent accepted, while their phone is being connected."""
    item = accepted_with(world, offer)
    return None if item is None or item.phone_up else item


def accepted_with(world: World, offer: Offer) -> Call | Callback | HandCall | None:
    """What the offer's agent accepted, until they talk or dial."""
    item = item_named(world, offer.item)
    ours = (
        item.agent == offer.agent
        and latest_offer(world, offer.agent) is offer
        and offer.fate == "accepted"
    )
    return item if ours and item.state == "accepted" else None


def dial(world: World, callback: Callback) -> None:
    """R29, R48: the policy is judged again at the moment of dialling."""
    if number_refused(world, callback):
        meet(world, Situation.REFUSED_AT_THE_DIAL)
        free(world, callback)
        close(world, callback, "failed destination_refused")
        return
    until = limited_until(world, callback)
    if until is not None:
        meet(world, Situation.LIMITED_AT_THE_DIAL)
        free(world, callback)
        give_back(world, callback)
        callback.held_until = until
        came_back(world, callback)
        return
    assert callback.agent is not None
    world.dials.append(Dial(callback.name, callback.agent, world.now))
    callback.state, callback.dialled_at = "dialling", world.now
    callback.offered_at = place_of(callback).step
    callback.customer_rang = False
    whisper_while_dialling(world, callback)


# ---- conversations -----------------------------------------------------------------------


def agent_hangs_up(world: World, name: str) -> None:
    agent = world.agents[name]
    if communication_of(world, agent) is None:
        raise Refused("agent-not-on-a-call")
    hang_up(world, agent)


def correct(world: World, callback: str, name: str, reason: str) -> None:
    """R31: once, in wrap-up, by the agent who talked."""
    agent, found = world.agents[name], world.callbacks[callback]
    if agent.wrap_up_until is None or agent.correctable != callback:
        raise Refused("agent-not-in-wrap-up", "outcome-not-correctable")
    meet(world, Situation.CORRECTED)
    agent.correctable = None
    found.outcome, found.claimed_by = f"not_reached {reason}", None
    found.off_the_list = False
    found.called_back = False
    follow_up(world, callback, name)
