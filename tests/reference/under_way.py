"""What is under way in a life, by the reference model's lights."""

from .both_sides import BothSides
from .chance import Chance
from .rules.parts import Agent, Call, Callback, HandCall, Offer
from .rules.questions import (
    being_called,
    communication_of,
)

CUSTOMERS = ("anna", "bert", "cleo", "dora", "emil", "fred", "gina", "hugo", "iris", "jean", "kate")
NUMBERS = ("ordinary",) * 27 + ("withheld", "invalid", "premium")


def ringing(both: BothSides) -> list[Offer]:
    return [offer for offer in both.model.world.offers if offer.fate == "ringing"]


def connecting(both: BothSides) -> list[Offer]:
    """The offers whose agents' phones are being connected."""
    world = both.model.world
    found = []
    for agent in world.agents.values():
        item = communication_of(world, agent)
        if item is not None and item.state == "accepted" and not item.phone_up:
            found.append([o for o in world.offers if o.agent == agent.name][-1])
    return found


def introduced(both: BothSides) -> list[tuple[str, Call | Callback | HandCall]]:
    """The agents who hear a whisper, or whose customers hear an announcement, and with whom."""
    world = both.model.world
    found = [(agent.name, communication_of(world, agent)) for agent in world.agents.values()]
    return [
        (name, item)
        for name, item in found
        if item is not None and (item.whispered_since, item.announced_since) != (None, None)
    ]


def dialled(both: BothSides) -> list[str]:
    """The callbacks whose customers are being called or talked to, by hand or not."""
    world = both.model.world
    calls = [(each.name, each.state) for each in world.callbacks.values()]
    calls += [(each.callback, each.state) for each in world.hand_calls.values()]
    return [name for name, state in calls if state in ("dialling", "talking")]


def live_calls(both: BothSides) -> list[Call]:
    return [call for call in both.model.world.calls.values() if call.state != "ended"]


def open_callbacks(both: BothSides) -> list[Callback]:
    """Those that are open; often those that an agent has accepted, or whose place is lent."""
    world = both.model.world
    found = [each for each in world.callbacks.values() if each.outcome is None]
    accepted = [each for each in found if "accepted" in (each.state, _by_hand_state(both, each))]
    lent = [each for each in found if each.state == "suspended"]
    return found + accepted * 4 + lent * 8


def _by_hand_state(both: BothSides, callback: Callback) -> str:
    hand = being_called(both.model.world, callback)
    return "" if hand is None else hand.state


def an_agent(both: BothSides, chance: Chance) -> Agent:
    return chance.one_of(list(both.model.world.agents.values()))


def a_number(both: BothSides, chance: Chance, country: str) -> tuple[str | None, str, str | None]:
    """Whose number, of which kind and country; whoever was erased comes back as somebody new."""
    number = chance.one_of(NUMBERS)
    name = chance.one_of(CUSTOMERS[: both.leaning.customers])
    erased = both.model.world.erased.count(name)
    customer = f"{name}-{erased}" if erased else name
    customer_or_none = None if number == "withheld" else customer
    return customer_or_none, number, country if number == "ordinary" else None
