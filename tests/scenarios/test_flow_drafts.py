"""Drafts and versions of flows: saved, published, discarded, rolled back (R4, R20)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from ringback.core.calendars import OpeningPeriod, WeeklyHours
from ringback.core.events import (
    FlowDraftDiscarded,
    FlowDraftSaved,
    FlowPublished,
)
from ringback.core.flow import Flow, FlowProblem, HoursStep, Step
from ringback.core.flow_check import problems
from ringback.core.ids import AgentId, FlowId, StepId, TeamId
from ringback.core.inputs import (
    ConfigureTeam,
    DiscardDraft,
    Input,
    PublishDraft,
    PublishFlow,
    RollBackFlow,
    SaveDraft,
)
from ringback.core.publishing import problems_of, warnings_of
from ringback.core.refusals import RefusalCode
from ringback.core.settings import Team
from tests.scenarios.stage import TWO_TEAMS, VOICEMAIL, Stage, audio, flow_of, ring

MAIN = FlowId("main")
Late = Callable[[int], Input]
TO_A: tuple[Step, ...] = (ring(team="a"), VOICEMAIL)
TO_B: tuple[Step, ...] = (ring(team="b"), VOICEMAIL)


def two_teams(*steps: Step, **callbacks: Any) -> Stage:
    return Stage("x", "y", steps=steps or TO_A, teams=TWO_TEAMS, **callbacks)


def publish_b(stage: Stage) -> None:
    """Publish the second version, which rings team b."""
    stage.give(PublishFlow(flow_of(*TO_B)))


def saved(stage: Stage, flow: Flow, *, draft: int = 0, version: int = 1) -> int:
    stage.give(SaveDraft(flow, seen_draft=draft, seen_version=version))
    return stage.world.drafts[flow.id].number


# ---- drafts ------------------------------------------------------------------------------


def test_draft_with_problems_is_kept_and_names_them() -> None:
    """R20: a draft may be invalid; each problem has its step."""
    stage = Stage("x")
    unfinished = flow_of(ring(then="", ring_for=4), audio("lost", "ring"))

    number = saved(stage, unfinished)

    found = problems_of(stage.world, unfinished)
    assert [(one.code, one.step_id) for one in found] == [
        ("ring-time-out-of-range", "ring"),
        ("no-end", "ring"),
        ("unreachable-step", "lost"),
    ]
    assert stage.world.drafts[MAIN].flow == unfinished
    refusal = stage.refuses(PublishDraft(MAIN, seen_draft=number, seen_version=1))
    assert (refusal.code, refusal.data["problems"]) == (RefusalCode.INVALID_FLOW, found)


def test_draft_touches_nobody_until_it_is_published() -> None:
    """R4: callers are taken in by the version in force."""
    stage = two_teams()
    number = saved(stage, flow_of(*TO_B))
    before = stage.arrive()
    assert stage.rung_for("x") == before

    stage.give(PublishDraft(MAIN, seen_draft=number, seen_version=1))

    after = stage.arrive()
    assert stage.rung_for("y") == after
    assert MAIN not in stage.world.drafts
    assert stage.events(FlowPublished)[-1].draft == number


def test_draft_of_a_new_flow_becomes_its_first_version() -> None:
    """R20: nothing is seen where nothing is."""
    stage = Stage("x")
    new = flow_of(*TO_A[1:], flow_id="new")
    number = saved(stage, new, version=0)
    assert FlowId("new") not in stage.world.flows

    stage.give(PublishDraft(FlowId("new"), seen_draft=number, seen_version=0))

    assert stage.world.flows[FlowId("new")].current == 1


def test_draft_that_changes_nothing_is_put_away() -> None:
    """R4: no new version splits those who wait."""
    stage = two_teams()
    number = saved(stage, flow_of(*TO_A))

    stage.give(PublishDraft(MAIN, seen_draft=number, seen_version=1))

    assert stage.world.flows[MAIN].current == 1
    assert len(stage.events(FlowDraftDiscarded)) == 1
    assert MAIN not in stage.world.drafts


def test_draft_saved_again_unchanged_is_nothing_new() -> None:
    """R2: saving the same again makes no event."""
    stage = two_teams()
    number = saved(stage, flow_of(*TO_B))

    again = saved(stage, flow_of(*TO_B), draft=number)

    assert again == number
    assert len(stage.events(FlowDraftSaved)) == 1


def test_discarded_draft_leaves_what_is_in_force() -> None:
    """R20: thrown away, it cannot be published any more."""
    stage = two_teams()
    number = saved(stage, flow_of(*TO_B))

    stage.give(DiscardDraft(MAIN, seen_draft=number))

    gone = stage.refuses(PublishDraft(MAIN, seen_draft=number, seen_version=1))
    assert gone.code is RefusalCode.UNKNOWN_DRAFT
    assert stage.refuses(DiscardDraft(MAIN, seen_draft=number)).code is RefusalCode.UNKNOWN_DRAFT
    assert stage.world.flows[MAIN].current == 1


# ---- two people --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "late",
    [
        lambda first: SaveDraft(flow_of(*TO_A), seen_draft=0, seen_version=1),
        lambda first: SaveDraft(flow_of(*TO_A), seen_draft=first, seen_version=1),
        lambda first: PublishDraft(MAIN, seen_draft=first, seen_version=1),
        lambda first: DiscardDraft(MAIN, seen_draft=first),
    ],
)
def test_draft_of_a_colleague_is_not_overwritten_unseen(late: Late) -> None:
    """R20: who has not seen the last change is refused, and told whose it is."""
    stage = two_teams()
    first = saved(stage, flow_of(*TO_B))
    second = replace(flow_of(*TO_B), name="second")
    stage.give(SaveDraft(second, seen_draft=first, seen_version=1), actor="colleague")

    refusal = stage.refuses(late(first))

    assert refusal.code is RefusalCode.FLOW_CHANGED_MEANWHILE
    assert refusal.data["draft_saved_by"] == "colleague"
    assert stage.world.drafts[MAIN].flow == second


@pytest.mark.parametrize(
    "late",
    [
        lambda number: SaveDraft(flow_of(*TO_A), seen_draft=number, seen_version=1),
        lambda number: PublishDraft(MAIN, seen_draft=number, seen_version=1),
        lambda number: PublishFlow(flow_of(audio("hello", "voicemail"), VOICEMAIL), 1),
        lambda number: RollBackFlow(MAIN, version=1, seen_version=1),
    ],
)
def test_version_of_a_colleague_is_not_replaced_unseen(late: Late) -> None:
    """R20: the version in force is another one than the one that was seen."""
    stage = two_teams()
    number = saved(stage, flow_of(*TO_B))
    stage.give(PublishFlow(flow_of(ring(team="b", ring_for=20), VOICEMAIL)), actor="colleague")

    refusal = stage.refuses(late(number))

    assert refusal.code is RefusalCode.FLOW_CHANGED_MEANWHILE
    assert (refusal.data["version"], refusal.data["published_by"]) == (2, "colleague")


def test_draft_that_was_published_is_not_saved_over_as_if_it_were_there() -> None:
    """R20: a draft that is gone is a change, too."""
    stage = two_teams()
    number = saved(stage, flow_of(*TO_B))
    stage.give(PublishDraft(MAIN, seen_draft=number, seen_version=1))

    refusal = stage.refuses(SaveDraft(flow_of(*TO_A), seen_draft=number, seen_version=2))

    assert refusal.code is RefusalCode.FLOW_CHANGED_MEANWHILE
    assert refusal.data["draft"] == 0


# ---- rolling back ------------------------------------------------------------------------


def test_rolling_back_publishes_the_old_content_as_a_new_version() -> None:
    """R4: nothing is taken back; who did it and when is kept."""
    stage = two_teams()
    publish_b(stage)
    stage.wait(60)

    stage.give(RollBackFlow(MAIN, version=1, seen_version=2), actor="ann")

    published = stage.world.flows[MAIN]
    assert (published.current, published.versions[3]) == (3, published.versions[1])
    publication = published.publications[3]
    assert (publication.by, publication.rolled_back_to) == ("ann", 1)
    assert publication.at - published.publications[2].at == timedelta(seconds=60)


def test_rolling_back_to_nothing_is_refused() -> None:
    """R20: unknown flows and versions, and the version that is in force."""
    stage = two_teams()

    unknown_flow = stage.refuses(RollBackFlow(FlowId("no"), version=1, seen_version=0))
    unknown = stage.refuses(RollBackFlow(MAIN, version=7, seen_version=1))
    same = stage.refuses(RollBackFlow(MAIN, version=1, seen_version=1))

    assert unknown_flow.code is RefusalCode.UNKNOWN_FLOW
    assert unknown.code is RefusalCode.UNKNOWN_VERSION
    assert same.code is RefusalCode.VERSION_IN_FORCE


def test_rolling_back_leaves_a_draft_alone_but_not_unseen() -> None:
    """R20: the draft was made for another version; its author is told."""
    stage = two_teams()
    publish_b(stage)
    number = saved(stage, flow_of(audio("hello", "voicemail"), VOICEMAIL), version=2)

    stage.give(RollBackFlow(MAIN, version=1, seen_version=2))

    assert stage.world.drafts[MAIN].number == number
    late = stage.refuses(PublishDraft(MAIN, seen_draft=number, seen_version=2))
    assert late.code is RefusalCode.FLOW_CHANGED_MEANWHILE
    stage.give(PublishDraft(MAIN, seen_draft=number, seen_version=3))
    assert stage.world.flows[MAIN].current == 4


def test_rolling_back_checks_the_old_content_as_of_now() -> None:
    """R20: a message that has gone since is noticed."""
    stage = two_teams()
    publish_b(stage)
    missing = ("en/voicemail_greeting",)

    refusal = stage.refuses(RollBackFlow(MAIN, 1, seen_version=2, missing_prompts=missing))

    assert refusal.code is RefusalCode.INVALID_FLOW
    assert [one.step_id for one in refusal.data["problems"]] == ["voicemail"]  # type: ignore[attr-defined]


# ---- warnings ----------------------------------------------------------------------------


def test_step_that_rings_an_empty_team_warns() -> None:
    """R20: it may be filled later, so it is no problem."""
    stage = Stage("x")
    stage.give(ConfigureTeam(Team(TeamId("night"), "Night", ())))
    flow = flow_of(ring(team="night", messages=("en/offer",)), VOICEMAIL)

    stage.give(PublishFlow(flow))

    found = warnings_of(stage.world, flow)
    assert [(one.code, one.step_id) for one in found] == [("empty-team", "ring")]
    stage.give(ConfigureTeam(Team(TeamId("night"), "Night", (AgentId("x"),))))
    assert warnings_of(stage.world, flow) == []


@pytest.mark.parametrize("periods", [(), (OpeningPeriod(0, time(9), time(18)),)])
def test_hours_step_that_never_opens_warns(periods: tuple[OpeningPeriod, ...]) -> None:
    """R17: nothing forbids it, but nobody means it."""
    hours = HoursStep(
        StepId("hours"),
        WeeklyHours("Europe/Paris", periods),
        StepId("ring"),
        StepId("voicemail"),
    )

    found = warnings_of(Stage("x").world, flow_of(hours, ring(), VOICEMAIL, flow_id="night"))

    never_open = FlowProblem("never-open", StepId("hours"), "no opening period")
    assert found == ([] if periods else [never_open])


def test_long_chain_of_steps_is_checked_without_end() -> None:
    """R20: five hundred steps in a row are walked, and the last leads back to the first."""
    chain = [audio(f"s{number}", f"s{(number + 1) % 500}") for number in range(500)]

    found = problems(Flow(MAIN, "main", StepId("s0"), tuple(chain)))

    assert [(one.code, one.step_id) for one in found] == [("loop", "s499")]
