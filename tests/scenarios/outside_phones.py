"""Beginnings of scenarios in which an agent's calls ring on an outside number."""

from typing import Any

from ringback.core.effects import (
    Effect,
    PlayPrompt,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    ConfigureAgent,
    DigitPressed,
    PromptFinished,
)
from ringback.core.settings import AgentProfile, PhoneKind
from ringback.core.states import agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
X, Y = AgentId("x"), AgentId("y")


def outside_stage(*agents: str, steps: list[Step] | None = None, **settings: Any) -> Stage:
    """A stage on which the agent x has an outside phone, and any others have pages."""
    stage = Stage(*(agents or ("x",)), steps=steps or LONG, **settings)
    stage.give(ConfigureAgent(AgentProfile(X, "x", PhoneKind.OUTSIDE)))
    return stage


def leg_of(stage: Stage, name: str = "x") -> LegId:
    return agent_leg(stage.offer_of(name))


def picks_up(stage: Stage, name: str = "x") -> LegId:
    leg = leg_of(stage, name)
    stage.give(AgentPhoneAnswered(leg))
    return leg


def presses(stage: Stage, leg: LegId, digit: str = "1") -> None:
    stage.give(DigitPressed(leg, digit))


def question_ends(stage: Stage, leg: LegId) -> None:
    plays = [e for e in stage.effects if isinstance(e, PlayPrompt) and e.leg_id == leg]
    stage.give(PromptFinished(leg, plays[-1].playback_id))


def of_kind(effects: list[Effect], *kinds: type) -> list[Effect]:
    return [effect for effect in effects if isinstance(effect, kinds)]
