"""What may happen next in a life, drawn from the state of the reference model."""

from collections.abc import Callable
from dataclasses import replace

from . import company
from .both_sides import BothSides
from .chance import Chance
from .leanings import LEANINGS
from .rules.customers import latest_dial
from .rules.parts import Agent, Call, Callback, Offer
from .rules.questions import (
    being_called,
    communication_of,
    is_listed,
    item_named,
    latest_offer,
    standing,
)

CUSTOMERS = ("anna", "bert", "cleo", "dora", "emil", "fred", "gina", "hugo", "iris", "jean", "kate")
NUMBERS = ("ordinary",) * 27 + ("withheld", "invalid", "premium")
COUNTRIES = ("FR",) * 7 + ("DE",)
SECONDS = (0.5, 1, 1, 2, 2, 3, 3, 5, 5, 10, 15, 20, 30, 45, 60, 120, 600)

Move = Callable[[BothSides, Chance], None]


def found(both: BothSides, chance: Chance) -> None:
    """Set up a random company."""
    both.leaning = leaning = chance.one_of(LEANINGS)
    agents = company.agents(chance, leaning)
    names = [agent.name for agent in agents]
    for agent in agents:
        both.configure_agent(agent)
    for team in company.TEAMS:
        both.configure_team(team, company.members(chance, names))
    flows = ("main", "main" if chance.one_in(2) else "other")
    for flow in sorted(set(flows)):
        both.publish(flow, company.flow(chance, leaning, names))
    for name, flow in zip(company.LINES, flows, strict=True):
        both.configure_line(company.line(chance, leaning, name, flow))
    for name in names:
        if not chance.one_in(12 if leaning.staying else 4):
            both.set_status(name, "online")
    both.configure_account(chance.one_of((3, 3, 2, 1, 0)))


def make_one(both: BothSides, chance: Chance) -> None:
    """Let some time pass or none, then let one of the possible things happen."""
    pass_time(both, chance)
    chance.one_of(possible(both))(both, chance)


def pass_time(both: BothSides, chance: Chance) -> None:
    due = both.model.next_due()
    kind = chance.below(14)
    if kind == 1:
        both.now += chance.one_of(SECONDS)
    elif kind in (2, 3) and due is not None and due - both.now < 5000:
        both.now = max(both.now, due)
    elif kind == 4 and due is not None and due - both.now < 5000:
        both.now = max(both.now, due + chance.one_of((-0.5, 0.5, 1)))


def possible(both: BothSides) -> list[Move]:
    """Every move that means something now, those of the most interest several times."""
    world = both.model.world
    moves: list[Move] = [let_time_pass, set_status, set_status]
    moves += [arrive] * (both.leaning.arrivals if len(live_calls(both)) < 4 else 1)
    moves += [configure] if len(both.told) % 3 == 0 else []
    if both.leaning.policy and [each for each in world.callbacks.values() if not each.outcome]:
        moves += [change_the_policy] * 3
    if both.leaning.policy and connecting(both):
        moves += [refuse_meanwhile] * 3
    moves += [grow_old] * 2 if both.leaning.ageing else []
    moves += [lose_or_reconnect, stale_request]
    states = [call.state for call in world.calls.values()]
    if {"audio", "queued"} & set(states):
        moves += [ask] * both.leaning.asks
    moves += [press_star] * (2 if {"audio", "queued"} & set(states) else 1)
    if [call for call in world.calls.values() if call.playing and call.state != "ended"]:
        moves += [prompt_ends] * 4
    if [state for state in states if state != "ended"]:
        moves += [caller_leg_ends]
    if "menu" in states:
        moves += [choose_in_menu] * 3
    if "recording" in states:
        moves += [voicemail_recorded]
    if ringing(both):
        moves += [take] * both.leaning.takes + [accept] * 3 + [decline] * 3 + [phone_moves] * 2
    if connecting(both):
        moves += [phone_up] * both.leaning.connects + [phone_moves]
    if [agent for agent in world.agents.values() if communication_of(world, agent)]:
        moves += [agent_hangs_up] * 3
    if dialled(both):
        moves += [customer_moves] * both.leaning.reports
    if world.offers:
        moves += [agent_leg_ends]
    if [agent for agent in world.agents.values() if agent.wrap_up_until is not None]:
        moves += [correct] if world.callbacks else []
    moves += [correct] * 5 if [each for each in world.agents.values() if each.correctable] else []
    moves += by_hand(both)
    if [each for each in world.callbacks.values() if each.outcome is None]:
        moves += [cancel] if len(both.told) % 3 == 1 else []
    return moves


def by_hand(both: BothSides) -> list[Move]:
    """What may be done about the callbacks of the list, and that some call is under way."""
    world = both.model.world
    moves: list[Move] = []
    if [each for each in world.callbacks.values() if is_listed(each)]:
        moves += [claim_or_release, dismiss] + [call_by_hand] * both.leaning.by_hand
    return moves


def ringing(both: BothSides) -> list[Offer]:
    return [offer for offer in both.model.world.offers if offer.fate == "ringing"]


def connecting(both: BothSides) -> list[Offer]:
    """The offers whose agents' phones are being connected."""
    world = both.model.world
    found = []
    for agent in world.agents.values():
        item = communication_of(world, agent)
        if item is not None and item.state == "accepted":
            found.append([o for o in world.offers if o.agent == agent.name][-1])
    return found


def dialled(both: BothSides) -> list[str]:
    """The callbacks whose customers are being called or talked to, by hand or not."""
    world = both.model.world
    calls = [(each.name, each.state) for each in world.callbacks.values()]
    calls += [(each.callback, each.state) for each in world.hand_calls.values()]
    return [name for name, state in calls if state in ("dialling", "talking")]


def let_time_pass(both: BothSides, chance: Chance) -> None:
    both.let_time_pass()


def arrive(both: BothSides, chance: Chance) -> None:
    line, number = chance.one_of(company.LINES), chance.one_of(NUMBERS)
    names = CUSTOMERS[: both.leaning.customers]
    customer = None if number == "withheld" else chance.one_of(names)
    country = chance.one_of(COUNTRIES) if number == "ordinary" else None
    both.arrive(line, customer, number, country)


def an_agent(both: BothSides, chance: Chance) -> Agent:
    return chance.one_of(list(both.model.world.agents.values()))


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


def open_callbacks(both: BothSides) -> list[Callback]:
    """Those that are open, the ones that an agent has accepted several times."""
    world = both.model.world
    found = [each for each in world.callbacks.values() if each.outcome is None]
    accepted = [each for each in found if "accepted" in (each.state, _by_hand_state(both, each))]
    return found + accepted * 4


def _by_hand_state(both: BothSides, callback: Callback) -> str:
    hand = being_called(both.model.world, callback)
    return "" if hand is None else hand.state


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
    kind = chance.below(4)
    if kind == 0:
        both.publish("main", company.flow(chance, both.leaning, list(world.agents)))
    elif kind == 1:
        team = chance.one_of(company.TEAMS)
        both.configure_team(team, company.members(chance, list(world.agents)))
    else:
        line = world.lines[chance.one_of(company.LINES)]
        both.configure_line(company.changed(chance, both.leaning, line))


def change_the_policy(both: BothSides, chance: Chance) -> None:
    """Close the country of a callback that is open, or the other, or open both."""
    line = both.model.world.lines[chance.one_of(open_callbacks(both)).line]
    countries = chance.one_of((("FR", "DE"), ("FR", "DE"), ("FR",), ("DE",)))
    if "FR" in countries and line.countries == countries:
        countries = ("DE",)
    both.configure_line(replace(line, countries=countries))


def refuse_meanwhile(both: BothSides, chance: Chance) -> None:
    """Close every country while an agent's phone is being connected, and open them again."""
    world = both.model.world
    offer = chance.one_of(connecting(both))
    line = world.lines[item_named(world, offer.item).line]
    both.configure_line(replace(line, countries=("IT",)))
    both.agent_phone_up(offer)
    both.configure_line(line)


def live_calls(both: BothSides) -> list[Call]:
    return [call for call in both.model.world.calls.values() if call.state != "ended"]


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
    both.accept(offer)
    if offer.fate == "accepted":
        both.agent_phone_up(offer)


def decline(both: BothSides, chance: Chance) -> None:
    both.decline(chance.one_of(ringing(both)))


def phone_up(both: BothSides, chance: Chance) -> None:
    both.agent_phone_up(chance.one_of(connecting(both)))


def phone_moves(both: BothSides, chance: Chance) -> None:
    """What a desk phone does while it rings, and any phone while it is being connected."""
    desk = [o for o in ringing(both) if both.model.world.agents[o.agent].desk]
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
        if offer.fate != "ringing" or world.agents[offer.agent].desk
    ]
    if with_leg:
        both.agent_leg_ends(chance.one_of(with_leg))
    else:
        both.let_time_pass()


def agent_hangs_up(both: BothSides, chance: Chance) -> None:
    world = both.model.world
    busy = [a for a in world.agents.values() if communication_of(world, a)]
    both.agent_hangs_up(chance.one_of(busy).name)


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
        both.agent_phone_up(latest_offer(world, agent.name))


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
    """A card pressed too late: the last offer of an agent, whatever became of it."""
    agent = an_agent(both, chance).name
    offers = [each for each in both.model.world.offers if each.agent == agent]
    if not offers:
        both.let_time_pass()
    elif chance.one_in(2):
        both.accept(offers[-1])
    else:
        both.decline(offers[-1])
