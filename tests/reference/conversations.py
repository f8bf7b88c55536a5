"""What agents do before and while they talk to somebody in a life, and how they end it."""

from . import company
from .both_sides import BothSides
from .chance import Chance
from .moves import take_one
from .rules.conversing import conversation_of
from .rules.parts import Call
from .rules.questions import callback_of, communication_of, standing
from .under_way import a_number, an_agent, introduced, ringing


def hear_to_the_end(both: BothSides, chance: Chance) -> None:
    """A whisper, or an announcement."""
    agent, item = chance.one_of(introduced(both))
    if item.whispered_since is not None and (item.announced_since is None or chance.one_in(2)):
        both.whisper_heard(agent)
    elif isinstance(item, Call):
        both.prompt_ends(item.name)
    else:
        both.customer_heard(callback_of(both.model.world, item).name)


def converse(both: BothSides, chance: Chance) -> None:
    """Mute or hold, mostly where there is a conversation."""
    world = both.model.world
    talking = [a.name for a in world.agents.values() if conversation_of(world, a)]
    anybody = not talking or chance.one_in(6)
    agent = an_agent(both, chance).name if anybody else chance.one_of(talking)
    chance.one_of((both.mute, both.unmute, both.hold, both.resume))(agent)


def transfer(both: BothSides, chance: Chance) -> None:
    """To anybody, mostly from a conversation."""
    world = both.model.world
    talking = [a.name for a in world.agents.values() if conversation_of(world, a)]
    anybody = not talking or chance.one_in(12)
    agent = an_agent(both, chance).name if anybody else chance.one_of(talking)
    kind = chance.below(7)
    if kind > 4:
        line = world.lines[chance.one_of(company.LINES)]
        country = chance.one_of((*line.countries, line.country))
        both.transfer_to_number(agent, *a_number(both, chance, country))
    elif kind < 2:
        both.transfer_to_agent(agent, an_agent(both, chance).name)
    elif kind < 4:
        both.transfer_to_team(agent, chance.one_of(company.TEAMS))
    else:
        both.transfer_to_line(agent, chance.one_of(company.LINES))


def consult(both: BothSides, chance: Chance) -> None:
    """Ask somebody, mostly who is free; or end it, mostly who has asked."""
    world = both.model.world
    calls = [call for call in world.calls.values() if call.state != "ended"]
    asking = [call.consultation.agent for call in calls if call.consultation is not None]
    if asking and chance.one_in(2):
        agent = an_agent(both, chance).name if chance.one_in(8) else chance.one_of(asking)
        chance.one_of((both.complete, both.cancel_consultation))(agent)
        return
    agents = list(world.agents.values())
    talking = [each.name for each in agents if conversation_of(world, each)]
    free = [each.name for each in agents if standing(world, each) == "available"]
    agent = an_agent(both, chance).name if chance.one_in(12) else chance.one_of(talking or asking)
    anybody = not free or chance.one_in(6)
    colleague = an_agent(both, chance).name if anybody else chance.one_of(free)
    both.consult(agent, colleague)
    rings = [offer for offer in ringing(both) if offer.agent == colleague]
    if rings and chance.one_in(2):
        take_one(both, rings[0])


def agent_hangs_up(both: BothSides, chance: Chance) -> None:
    world = both.model.world
    busy = [a for a in world.agents.values() if communication_of(world, a)]
    both.agent_hangs_up(chance.one_of(busy).name)
