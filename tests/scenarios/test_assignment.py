"""Who sees a line's requests: those assigned to it, or everybody (R36)."""

from dataclasses import replace
from typing import Any

import pytest

from ringback.core.assignment import hidden_lines
from ringback.core.ids import AgentId, CallbackId, LineId, TeamId
from ringback.core.inputs import (
    CallByHand,
    ClaimCallback,
    ConfigureLine,
    ConfigureTeam,
    DismissCallback,
    ReleaseCallback,
)
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode, Team
from tests.scenarios.stage import LINE, Stage

X, Y = AgentId("x"), AgentId("y")
NIGHT = TeamId("night")
By = type[CallByHand] | type[ClaimCallback] | type[DismissCallback] | type[ReleaseCallback]


def requested(**assigned: Any) -> tuple[Stage, CallbackId]:
    """A manual request of a line with these people assigned; team night is agent y."""
    stage = Stage("x", "y", mode=CallbackMode.MANUAL)
    stage.give(ConfigureTeam(Team(NIGHT, "night", (Y,))))
    stage.configure_line(**assigned)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)
    return stage, callback


def test_everybody_sees_a_line_that_nobody_is_assigned_to() -> None:
    """R36: so that an installation goes on as it was."""
    stage, callback = requested()

    assert hidden_lines(stage.world, X) == frozenset()
    stage.give(ClaimCallback(callback, X))
    assert stage.world.callbacks[callback].claimed_by == X


@pytest.mark.parametrize(
    "request_of", [CallByHand, ClaimCallback, DismissCallback, ReleaseCallback]
)
def test_who_is_not_assigned_is_refused(request_of: By) -> None:
    """R36: whatever they try; who is assigned, by themselves or with a team, is not."""
    stage, callback = requested(assigned_teams=(NIGHT,))

    refusal = stage.refuses(request_of(callback, X))

    assert refusal.code is RefusalCode.LINE_NOT_ASSIGNED
    assert refusal.data == {"line_id": LINE, "agent_id": X}
    assert hidden_lines(stage.world, X) == {LINE}
    assert hidden_lines(stage.world, Y) == frozenset()
    assert hidden_lines(stage.world, None) == frozenset()


def test_assignment_is_that_of_the_moment() -> None:
    """R36, R4: people are never frozen."""
    stage, callback = requested(assigned_agents=(Y,))
    assert stage.refuses(ClaimCallback(callback, X)).code is RefusalCode.LINE_NOT_ASSIGNED

    stage.configure_line(assigned_agents=(X, Y))

    stage.give(ClaimCallback(callback, X))
    assert stage.world.callbacks[callback].claimed_by == X


def test_rung_agents_need_no_assignment() -> None:
    """R36, S7: it is the ring step's target that says who is rung."""
    stage = Stage("x")
    stage.give(ConfigureTeam(Team(NIGHT, "night", ())))
    stage.configure_line(assigned_teams=(NIGHT,))

    callback = stage.ask(stage.arrive())

    assert stage.rung_for("x") == callback


@pytest.mark.parametrize(
    ("unknown", "code"),
    [
        ({"assigned_agents": (AgentId("?"),)}, RefusalCode.UNKNOWN_AGENT),
        ({"assigned_teams": (TeamId("?"),)}, RefusalCode.UNKNOWN_TEAM),
    ],
)
def test_unknown_people_cannot_be_assigned(unknown: dict[str, object], code: RefusalCode) -> None:
    """R2: nothing is saved by halves."""
    stage = Stage("x")
    line = replace(stage.world.lines[LineId(LINE)], **unknown)  # type: ignore[arg-type]

    assert stage.refuses(ConfigureLine(line)).code is code
