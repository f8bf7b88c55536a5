"""What agents and their phones do."""

from .by_hand import customer_talks, dial_by_hand
from .moving import (
    close,
    free,
    give_back,
    hang_up,
    is_not_connected,
    leaves,
    ring_out,
    withdraw,
)
from .parts import Call, Callback, Dial, HandCall, Offer, Refused, World
from .questions import (
    communication_of,
    item_named,
    latest_offer,
    limited_until,
    number_refused,
)
from .records import follow_up
from .situations import Situation, meet
from .walking import enter


def set_status(world: World, name: str, status: str) -> None:
    agent = world.agents[name]
    if status != agent.status:
        agent.status = status
        if status == "online":
            agent.idle_since, agent.silent = world.now, 0
        else:
            leaves(world, agent)


def lose(world: World, name: str) -> None:
    agent = world.agents[name]
    if agent.lost_at is None:
        agent.lost_at = world.now
        leaves(world, agent)


def reconnect(world: World, name: str) -> None:
    world.agents[name].lost_at, world.agents[name].given_up = None, False


# ---- answers to an offer -----------------------------------------------------------------


def accept(world: World, offer: Offer) -> None:
    refuse_unless_ringing(world, offer)
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
    """R29: a desk phone's answer accepts; the winner's phone is connected."""
    if offer.fate == "ringing" and world.agents[offer.agent].desk:
        meet(world, Situation.DESK_PHONE_ACCEPTS)
        take(world, offer)
    item = connecting(world, offer)
    if item is not None:
        world.agents[offer.agent].silent = 0
    if isinstance(item, Call):
        enter(world, item, "talking", playing=False)
        customer_talks(world, item)
    elif isinstance(item, HandCall):
        dial_by_hand(world, item)
    elif item is not None:
        dial(world, item)


def agent_phone_declines(world: World, offer: Offer) -> None:
    if offer.fate == "ringing":
        turn_down(world, offer)
    elif item := connecting(world, offer):
        is_not_connected(world, item)


def agent_phone_fails(world: World, offer: Offer) -> None:
    """R29: a phone that cannot be rung or connected is its agent's ring-out."""
    if offer.fate == "ringing":
        ring_out(world, item_named(world, offer.item), offer.agent, heard=False)
    elif item := connecting(world, offer):
        is_not_connected(world, item)


def agent_leg_ends(world: World, offer: Offer) -> None:
    """R30, R32: the leg of a call ends it; of an offer, it is a phone that fails."""
    agent = world.agents[offer.agent]
    item = communication_of(world, agent)
    if item is not None and item.state in ("talking", "dialling"):
        if latest_offer(world, offer.agent) is offer:
            hang_up(world, agent)
    else:
        agent_phone_fails(world, offer)


def connecting(world: World, offer: Offer) -> Call | Callback | HandCall | None:
    """What the offer's agent accepted, while their phone is being connected."""
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
        return
    assert callback.agent is not None
    world.dials.append(Dial(callback.name, callback.agent, world.now))
    callback.state, callback.dialled_at = "dialling", world.now
    callback.customer_rang = False


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
