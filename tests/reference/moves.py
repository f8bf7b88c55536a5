"""What may happen in a life: each move is one thing that people or phones do."""

from dataclasses import replace

from . import company
from .both_sides import BothSides
from .chance import Chance
from .rules.customers import latest_dial
from .rules.parts import Offer
from .rules.questions import (
    is_listed,
    item_named,
    latest_offer,
    standing,
)
from .under_way import (
    a_number,
    an_agent,
    connecting,
    dialled,
    live_calls,
    open_callbacks,
    ringing,
)

COUNTRIES = ("FR",) * 7 + ("DE",)


def let_time_pass(both: BothSides, chance: Chance) -> None:
    both.let_time_pass()


def arrive(both: BothSides, chance: Chance) -> None:
    line = chance.one_of(company.LINES)
    both.arrive(line, *a_number(both, chance, chance.one_of(COUNTRIES)))


def ask_elsewhere(both: BothSides, chance: Chance) -> None:
    """A form on a page, or another program, asks for a callback."""
    line = both.model.world.lines[chance.one_of(company.LINES)]
    country = chance.one_of((*line.countries, line.country))
    both.ask_elsewhere(line.name, *a_number(both, chance, country))


def erase(both: BothSides, chance: Chance) -> None:
    """Mostly one of whom something waits; or whose outcome could be corrected."""
    world = both.model.world
    waiting = [
        *open_callbacks(both),
        *[each for each in world.callbacks.values() if is_listed(each)],
    ]
    correctable = [world.callbacks[a.correctable] for a in world.agents.values() if a.correctable]
    concerned = [each.customer for each in waiting + correctable * 4 if each.customer]
    anybody = [call.customer for call in world.calls.values() if call.customer]
    if concerned or anybody:
        of_whom = concerned if concerned and not chance.one_in(6) else anybody or concerned
        both.erase(chance.one_of(of_whom))


def set_status(both: BothSides, chance: Chance) -> None:
    statuses = ("online",) * (14 if both.leaning.staying else 2) + ("offline", "do-not-disturb")
    status = chance.one_of(statuses)
    both.set_status(an_agent(both, chance).name, status)


def lose_or_reconnect(both: BothSides, chance: Chance) -> None:
    agent = an_agent(both, chance)
    if agent.lost_at is not None or chance.one_in(4):
        both.reconnect(agent.name)
    else:
        both.lose(agent.name)


def grow_old(both: BothSides, chance: Chance) -> None:
    """Wait until a callback that waits is about to expire."""
    waiting = [each for each in open_callbacks(both) if each.settings.mode == "automated"]
    if waiting:
        callback = chance.one_of(waiting)
        nearly = callback.requested_at + callback.settings.age_max - chance.one_of((1, 3, 10))
        both.now = max(both.now, nearly)
    both.let_time_pass()


def configure(both: BothSides, chance: Chance) -> None:
    world = both.model.world
    kind, names = chance.below(6), list(world.agents)
    if kind == 0:
        both.publish("main", company.flow(chance, both.leaning, names))
    elif kind == 1:
        both.configure_team(chance.one_of(company.TEAMS), company.members(chance, names))
    elif kind == 2:
        change_hours(both, chance)
    elif kind == 3:
        configure_account(both, chance)
    else:
        line = world.lines[chance.one_of(company.LINES)]
        both.configure_line(company.changed(chance, both.leaning, line, names))


def change_hours(both: BothSides, chance: Chance) -> None:
    hours, ahead = (None, 0.0) if chance.one_in(2) else company.hours(chance)
    both.set_hours(an_agent(both, chance), hours, ahead)


def configure_account(both: BothSides, chance: Chance) -> None:
    """Mostly with callbacks."""
    plan = "essentials" if chance.one_in(6) else "professional"
    silent_at_most, failures_at_most = chance.one_of((3, 3, 2, 1, 0)), chance.one_of((3, 2, 1, 0))
    both.configure_account(silent_at_most, failures_at_most, plan, enrolled=not chance.one_in(6))


def move(both: BothSides, chance: Chance) -> None:
    """Move a callback, mostly one that waits."""
    world = both.model.world
    callback = chance.one_of(open_callbacks(both) * 4 + list(world.callbacks.values()))
    steps = world.flows[callback.flow, callback.version]
    kind = chance.below(3)
    if kind == 0:
        both.move_to_front(callback.name)
    elif kind == 1:
        rings = [step for step in steps if step.kind == "ring"]
        both.move_to_step(callback.name, chance.one_of(rings or steps).name)
    else:
        both.move_to_agent(callback.name, an_agent(both, chance).name)


def change_the_policy(both: BothSides, chance: Chance) -> None:
    """Close the country of a callback that is open, or the other, or open both."""
    line = both.model.world.lines[chance.one_of(open_callbacks(both)).line]
    countries = chance.one_of((("FR", "DE"), ("FR", "DE"), ("FR",), ("DE",)))
    if "FR" in countries and line.countries == countries:
        countries = ("DE",)
    both.configure_line(replace(line, countries=countries))


def refuse_meanwhile(both: BothSides, chance: Chance) -> None:
    """Close every country, or use up the limit, while a phone is connected; and open again."""
    world = both.model.world
    offer = chance.one_of(connecting(both))
    line = world.lines[item_named(world, offer.item).line]
    limited = replace(line, line_hour_max=1)
    for other in ringing(both):
        if other.fate == "ringing" and other.item in world.callbacks:
            take_one(both, other)
    dialled_before = [
        dial
        for dial in world.dials
        if dial.hand_call is None
        and world.callbacks[dial.callback].line == line.name
        and both.now < dial.at + 3600
    ]
    use_up = dialled_before and offer.item in world.callbacks
    both.configure_line(limited if use_up else replace(line, countries=("IT",)))
    pick_up(both, offer)
    both.configure_line(line)


def suffer_again(both: BothSides, chance: Chance) -> None:
    """The trunk fails the next callback that rings, and half a minute passes."""
    callbacks = both.model.world.callbacks
    for offer in [each for each in ringing(both) if each.item in callbacks][:1]:
        take_one(both, offer)
        if callbacks[offer.item].state == "dialling":
            both.customer_fails(offer.item, "trunk")
            both.now += 30
    both.let_time_pass()


def press_star(both: BothSides, chance: Chance) -> None:
    calls = live_calls(both)
    asking = [call for call in calls if call.state in ("audio", "queued", "ending")]
    choices = calls if chance.one_in(6) else asking
    if choices:
        both.press(chance.one_of(choices).name, "*")
    else:
        both.let_time_pass()


def ask(both: BothSides, chance: Chance) -> None:
    """Press `*`, hear the confirmation, and hang up."""
    asking = [call for call in live_calls(both) if call.state in ("audio", "queued")]
    call = chance.one_of(asking)
    both.press(call.name, "*")
    if call.state == "confirming":
        both.prompt_ends(call.name)
        both.caller_leg_ends(call.name)


def choose_in_menu(both: BothSides, chance: Chance) -> None:
    """A key that leads somewhere, or one that does not."""
    menus = [call for call in live_calls(both) if call.state == "menu"]
    both.press(chance.one_of(menus).name, chance.one_of("1212*5#"))


def prompt_ends(both: BothSides, chance: Chance) -> None:
    both.prompt_ends(chance.one_of([call for call in live_calls(both) if call.playing]).name)


def caller_leg_ends(both: BothSides, chance: Chance) -> None:
    calls = live_calls(both)
    leaving = [call for call in calls if call.state in ("leaving", "confirming")]
    both.caller_leg_ends(chance.one_of(leaving * 4 + calls).name)


def voicemail_recorded(both: BothSides, chance: Chance) -> None:
    recording = [call for call in live_calls(both) if call.state == "recording"]
    both.voicemail_recorded(chance.one_of(recording).name)


def accept(both: BothSides, chance: Chance) -> None:
    both.accept(chance.one_of(ringing(both)))


def take(both: BothSides, chance: Chance) -> None:
    """Accept and be connected."""
    offers = ringing(both)
    if both.leaning.staying:
        offers = [each for each in offers if each.item in both.model.world.callbacks] or offers
    offer = chance.one_of(offers)
    if not both.model.world.agents[offer.agent].outside or chance.one_in(8):
        both.accept(offer)
    if offer.fate == "accepted" or both.model.world.agents[offer.agent].outside:
        pick_up(both, offer)


def take_one(both: BothSides, offer: Offer) -> None:
    if not both.model.world.agents[offer.agent].outside:
        both.accept(offer)
    pick_up(both, offer)


def come_too_late(both: BothSides, chance: Chance) -> None:
    """Pick up after a colleague, and be busy hearing so when the next item rings."""
    agents = both.model.world.agents
    desks = [each for each in ringing(both) if agents[each.agent].desk]
    rivals = [
        (late, first)
        for late in desks
        for first in ringing(both)
        if first.item == late.item and first is not late and not agents[first.agent].outside
    ]
    if not rivals:
        both.let_time_pass()
        return
    late, first = chance.one_of(rivals)
    both.accept(first)
    both.agent_phone_up(late)
    arrive(both, chance)
    latest = latest_offer(both.model.world, late.agent)
    if latest.fate == "ringing":
        both.agent_phone_declines(latest)


def decline(both: BothSides, chance: Chance) -> None:
    both.decline(chance.one_of(ringing(both)))


def phone_up(both: BothSides, chance: Chance) -> None:
    pick_up(both, chance.one_of(connecting(both)))


def pick_up(both: BothSides, offer: Offer) -> None:
    """The phone is up; outside the 1 is pressed as well."""
    both.agent_phone_up(offer)
    if both.model.world.agents[offer.agent].outside:
        both.agent_presses(offer, "1")


def phone_moves(both: BothSides, chance: Chance) -> None:
    """What a desk phone does while it rings, and any phone while it is being connected."""
    agents = both.model.world.agents
    outside = [o for o in [*ringing(both), *connecting(both)] if agents[o.agent].outside]
    if outside and chance.one_in(2):
        offer = chance.one_of(outside)
        doors = (both.agent_phone_up, both.agent_phone_declines, both.agent_phone_fails)
        if offer.asked_at is not None and not chance.one_in(4):
            both.agent_presses(offer, chance.one_of("1123"))
        else:
            chance.one_of((*doors[:1] * 4, *doors))(offer)
        return
    desk = [o for o in ringing(both) if agents[o.agent].desk]
    connected = connecting(both)
    if desk and not (connected and chance.one_in(2)):
        offer = chance.one_of(desk)
        doors = (both.agent_phone_up, both.agent_phone_declines, both.agent_phone_fails)
        chance.one_of(doors)(offer)
    elif connected:
        door = chance.one_of((both.agent_phone_fails, both.agent_phone_declines))
        door(chance.one_of(connected))
    else:
        both.let_time_pass()


def agent_leg_ends(both: BothSides, chance: Chance) -> None:
    """The phone of an agent is gone: in a call, or while it rings or is being connected."""
    world = both.model.world
    latest = {offer.agent: offer for offer in world.offers}
    with_leg = [
        offer
        for offer in latest.values()
        if offer.fate != "ringing"
        or world.agents[offer.agent].desk
        or world.agents[offer.agent].outside
    ]
    if with_leg:
        both.agent_leg_ends(chance.one_of(with_leg))
    else:
        both.let_time_pass()


def outside_moves(both: BothSides, chance: Chance) -> None:
    """What the number outside does to which a caller is redirected."""
    redirected = [c for c in live_calls(both) if c.state in ("redirecting", "outside")]
    call = chance.one_of(redirected).name
    kind = chance.below(4)
    if kind < 2:
        both.outside_answers(call)
    elif kind == 2:
        both.outside_fails(call, chance.one_of(("busy", "no-answer", "trunk")))
    else:
        both.outside_leg_ends(call)


def customer_moves(both: BothSides, chance: Chance) -> None:
    name = chance.one_of(dialled(both))
    if latest_dial(both.model.world, name).state == "talking":
        both.customer_leg_ends(name)
        return
    kind = chance.below(7)
    if kind == 0:
        both.customer_rings(name)
    elif kind <= both.leaning.answers:
        both.customer_answers(name)
    else:
        both.customer_fails(name, chance.one_of(both.leaning.failures))


def listed(both: BothSides, chance: Chance) -> str:
    """One of the list, or seldom any callback."""
    callbacks = list(both.model.world.callbacks.values())
    of_the_list = [each for each in callbacks if is_listed(each)]
    return chance.one_of(callbacks if chance.one_in(8) else of_the_list).name


def dismiss_alert(both: BothSides, chance: Chance) -> None:
    """Mostly the last one."""
    raised = len(both.model.world.alerts)
    both.dismiss_alert(chance.below(raised) if chance.one_in(4) else raised - 1)


def claim_or_release(both: BothSides, chance: Chance) -> None:
    name, agent = listed(both, chance), an_agent(both, chance).name
    door = chance.one_of((both.claim, both.release))
    door(name, agent)


def dismiss(both: BothSides, chance: Chance) -> None:
    both.dismiss(listed(both, chance), an_agent(both, chance).name)


def call_by_hand(both: BothSides, chance: Chance) -> None:
    """By one who is free, or seldom by anybody; sometimes the phone is up at once."""
    world = both.model.world
    free = [each for each in world.agents.values() if standing(world, each) == "available"]
    agent = an_agent(both, chance) if not free or chance.one_in(6) else chance.one_of(free)
    calls_before = len(world.hand_calls)
    both.call_by_hand(listed(both, chance), agent.name)
    if len(world.hand_calls) > calls_before and chance.one_in(2):
        pick_up(both, latest_offer(world, agent.name))


def correct(both: BothSides, chance: Chance) -> None:
    """Whoever is in wrap-up corrects the callback they had, or another, or the same again."""
    world = both.model.world
    agents = [each for each in world.agents.values() if each.wrap_up_until is not None]
    agent = chance.one_of(agents)
    callback = chance.one_of(list(world.callbacks))
    if agent.correctable is not None and not chance.one_in(4):
        callback = agent.correctable
    both.correct(callback, agent.name, chance.one_of(("voicemail", "wrong_person")))


def cancel(both: BothSides, chance: Chance) -> None:
    callbacks = list(both.model.world.callbacks.values())
    both.cancel(chance.one_of(open_callbacks(both) * 3 + callbacks).name)


def stale_request(both: BothSides, chance: Chance) -> None:
    """A card pressed too late: an offer of an agent, mostly the last, whatever became of it."""
    agent = an_agent(both, chance).name
    offers = [each for each in both.model.world.offers if each.agent == agent]
    if not offers:
        both.let_time_pass()
        return
    offer = chance.one_of([*offers, *offers[-1:] * len(offers)])
    door = both.accept if chance.one_in(2) else both.decline
    door(offer)
