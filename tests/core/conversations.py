"""What agents do with those they talk to: letting go, and asking a colleague first."""

from ringback.core import inputs as i
from ringback.core.ids import AgentId
from ringback.core.states import Standing
from ringback.core.talking import conversation_of

from . import actions, company
from .driver import Driver
from .numbers import Numbers


def agents_talking(driver: Driver) -> list[AgentId]:
    """Name those who talk to a customer, and may let go."""
    agents = driver.world.agents.values()
    return [agent.id for agent in agents if conversation_of(driver.world, agent) is not None]


def agent_transfers_outside(driver: Driver, pick: Numbers) -> None:
    """To a number that may be called, and which answers, fails or hangs up at once, or not yet."""
    agent_id = pick.one_of(agents_talking(driver))
    if agent_id is None:
        return
    number = company.CUSTOMERS[pick(len(company.CUSTOMERS))]
    driver.give(i.TransferToNumber(agent_id, *number), f"agent:{agent_id}")
    driver.deliver_all()
    if pick(2):
        actions.customer_answers(driver, pick)


def agent_asks_a_colleague(driver: Driver, pick: Numbers) -> None:
    """One who is free, and who takes it or lets it ring; or the agent thinks better of it."""
    agent_id = pick.one_of(agents_talking(driver))
    agents = driver.world.agents.values()
    colleague_id = pick.one_of([a.id for a in agents if a.standing is Standing.AVAILABLE])
    if agent_id is None or colleague_id is None:
        return
    driver.give(i.ConsultAgent(agent_id, colleague_id), f"agent:{agent_id}")
    offer, kind = driver.world.agents[colleague_id].offer, pick(6)
    if offer is not None and kind < 2:
        actions.take(driver, offer)
    elif offer is not None and kind == 2:
        driver.give(i.AcceptOffer(offer.id, colleague_id), f"agent:{colleague_id}")
    if kind in (2, 3):
        driver.give(i.CancelConsultation(agent_id), f"agent:{agent_id}")
    driver.deliver_all()


def consultation_goes_on(driver: Driver, pick: Numbers) -> None:
    """The colleague takes it, or only accepts; one of the three hangs up; or the agent ends it."""
    calls = [call for call in driver.world.calls.values() if call.consultation is not None]
    call = pick.one_of(calls)
    if call is None or call.consultation is None:
        return
    agent_id, colleague_id = call.consultation.talking.agent_id, call.consultation.colleague_id
    kind, offer = pick(8), driver.world.agents[colleague_id].offer
    if kind < 2 and offer is not None:
        actions.take(driver, offer)
    elif kind == 2 and offer is not None:
        driver.give(i.AcceptOffer(offer.id, colleague_id), f"agent:{colleague_id}")
    elif kind == 3:
        driver.phones.end(call.leg_id)
    elif kind == 4:
        driver.give(i.HangUpAgent(pick.one_of([agent_id, colleague_id]) or agent_id), "test")
    else:
        end = (i.CompleteTransfer, i.CancelConsultation)[pick(2)]
        driver.give(end(agent_id), f"agent:{agent_id}")
    driver.deliver_all()
