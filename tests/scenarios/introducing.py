"""Beginnings of scenarios in which something is said before agent and customer talk."""

from typing import Any

from ringback.core.effects import (
    Effect,
    Join,
    PlayPrompt,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, CallId, LegId, PlaybackId
from ringback.core.inputs import (
    PromptFinished,
)
from ringback.core.states import agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
ANNOUNCEMENT = "en/announcement"
BOTH: dict[str, Any] = {"whisper": True, "announcement_prompt": ANNOUNCEMENT}
LIVE = BOTH
X = AgentId("x")


def stage_with(*agents: str, live: dict[str, Any] | None = None, **callbacks: Any) -> Stage:
    stage = Stage(*(agents or ("x",)), steps=LONG, **callbacks)
    stage.configure_line(**(live or {}))
    return stage


def taken_live_call(stage: Stage) -> tuple[CallId, LegId]:
    call = stage.arrive()
    leg = agent_leg(stage.offer_of("x"))
    stage.take("x")
    return call, leg


def dialled_callback(stage: Stage) -> tuple[CallbackId, LegId]:
    callback = stage.ask(stage.arrive())
    leg = agent_leg(stage.offer_of("x"))
    stage.take("x")
    return callback, leg


def playing(stage: Stage, leg: LegId) -> PlaybackId:
    plays = [e for e in stage.effects if isinstance(e, PlayPrompt) and e.leg_id == leg]
    assert plays, "nothing was played"
    return plays[-1].playback_id


def message_ends(stage: Stage, leg: LegId) -> None:
    stage.give(PromptFinished(leg, playing(stage, leg)))


def of_kind(effects: list[Effect], *kinds: type) -> list[Effect]:
    return [effect for effect in effects if isinstance(effect, kinds)]


def joins(stage: Stage) -> int:
    return len(of_kind(stage.effects, Join))
