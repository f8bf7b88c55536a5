"""Agents say why they do not want to be disturbed, from the company's own list (R19)."""

from ringback.core.events import AgentStatusSet
from ringback.core.ids import AgentId
from ringback.core.inputs import ConfigureAccount, SetAgentStatus
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AccountSettings, AgentStatus
from tests.scenarios.stage import Stage

X = AgentId("x")
AWAY = AgentStatus.DO_NOT_DISTURB


def away(reason: str | None) -> SetAgentStatus:
    return SetAgentStatus(X, AWAY, reason)


def test_reason_stands_with_the_agent_until_they_are_back() -> None:
    """R19: it changes nothing of what rings them."""
    stage = Stage("x")

    stage.give(away("lunch"))

    assert stage.events(AgentStatusSet)[-1].reason == "lunch"
    assert stage.world.agents[X].away_reason == "lunch"
    stage.arrive()
    assert stage.rung_for("x") is None

    stage.online("x")

    assert stage.world.agents[X].away_reason is None
    caller = stage.arrive()
    assert stage.rung_for("x") == caller


def test_another_reason_is_told_from_then_on() -> None:
    """Since when they are away for it counts anew; the same one again is nothing."""
    stage = Stage("x")
    stage.give(away("lunch"))
    stage.wait(600)

    stage.give(away("training"))

    agent = stage.world.agents[X]
    assert (agent.away_reason, agent.since) == ("training", stage.world.now)
    assert stage.give(away("training")) == []
    assert stage.give(away(None)) == []
    assert agent.away_reason == "training"


def test_reason_that_the_company_does_not_have_is_refused() -> None:
    """Nothing of the status changes."""
    stage = Stage("x")

    refusal = stage.refuses(away("skiing"))

    assert refusal.code is RefusalCode.UNKNOWN_AWAY_REASON
    assert stage.world.agents[X].status is AgentStatus.ONLINE


def test_company_has_reasons_of_its_own() -> None:
    """Who is away for one that is taken off the list stays away for it."""
    stage = Stage("x")
    stage.give(away("lunch"))

    stage.give(ConfigureAccount(AccountSettings(away_reasons=("Fire drill",))))

    assert stage.world.agents[X].away_reason == "lunch"
    stage.give(away("Fire drill"))
    assert stage.world.agents[X].away_reason == "Fire drill"


def test_reason_belongs_to_do_not_disturb_alone() -> None:
    """Whoever goes online or offline has none, whatever they say."""
    stage = Stage("x")

    stage.give(SetAgentStatus(X, AgentStatus.OFFLINE, "lunch"))

    assert stage.world.agents[X].away_reason is None


def test_too_many_reasons_are_refused() -> None:
    """Twelve fit in a menu."""
    stage = Stage("x")

    wanted = AccountSettings(away_reasons=tuple(f"reason {place}" for place in range(13)))
    refusal = stage.refuses(ConfigureAccount(wanted))

    assert refusal.code is RefusalCode.VALUE_OUT_OF_RANGE
    assert refusal.data["field"] == "away-reasons"
