"""What agents do before and while they talk to somebody in a life, and how they end it."""

from . import company
from .both_sides import BothSides
from .chance import Chance
from .rules.conversing import conversation_of
from .rules.parts import Call
from .rules.questions import callback_of, communication_of
from .under_way import an_agent, introduced


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
    agent = an_agent(both, chance).name if chance.one_in(6) else chance.one_of(talking)
    chance.one_of((both.mute, both.unmute, both.hold, both.resume))(agent)


def transfer(both: BothSides, chance: Chance) -> None:
    """To anybody, mostly from a conversation."""
    world = both.model.world
    talking = [a.name for a in world.agents.values() if conversation_of(world, a)]
    agent = an_agent(both, chance).name if chance.one_in(12) else chance.one_of(talking)
    kind = chance.below(5)
    if kind < 2:
        both.transfer_to_agent(agent, an_agent(both, chance).name)
    elif kind < 4:
        both.transfer_to_team(agent, chance.one_of(company.TEAMS))
    else:
        both.transfer_to_line(agent, chance.one_of(company.LINES))


def agent_hangs_up(both: BothSides, chance: Chance) -> None:
    world = both.model.world
    busy = [a for a in world.agents.values() if communication_of(world, a)]
    both.agent_hangs_up(chance.one_of(busy).name)
