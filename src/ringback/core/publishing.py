"""Drafts and versions of flows: saved, published, rolled back, discarded (R3, R4, R20).

Nobody loses another's work: who saves or publishes says which draft and which version they have
seen, and is refused when there is another one.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import Any

from .events import Event, Fact, FlowDraftDiscarded, FlowDraftSaved, FlowPublished
from .flow import (
    AgentTarget,
    Flow,
    FlowProblem,
    HoursStep,
    RedirectToLine,
    RedirectToNumber,
    RingStep,
    TeamTarget,
)
from .flow_check import problems
from .ids import FlowId, LineId
from .inputs import DiscardDraft, PublishDraft, PublishFlow, RollBackFlow, SaveDraft
from .library import removed_from
from .offering import silent_lines
from .policy import why_not_callable
from .refusals import Refusal, RefusalCode
from .states import FlowDraft, Publication, PublishedFlow
from .world import World

NONE_SEEN = 0
"""What is seen of a draft or a version where there is none."""


# ---- questions ---------------------------------------------------------------------------


def problems_of(
    world: World, flow: Flow, missing_prompts: Collection[str] = ()
) -> list[FlowProblem]:
    """List everything that keeps a flow from being published now, each with its step."""
    missing = (*missing_prompts, *removed_from(world, flow))
    return [*problems(flow, missing), *_unknown_targets(world, flow)]


def _unknown_targets(world: World, flow: Flow) -> Iterator[FlowProblem]:
    for step in flow.steps:
        if not isinstance(step, RingStep):
            continue
        match step.target:
            case TeamTarget(team_id=team_id) if team_id not in world.teams:
                yield FlowProblem("unknown-team", step.id, team_id)
            case AgentTarget(agent_id=agent_id) if agent_id not in world.agents:
                yield FlowProblem("unknown-agent", step.id, agent_id)
            case _:
                pass


def warnings_of(world: World, flow: Flow) -> list[FlowProblem]:
    """List what is allowed in a flow but hardly meant, each with its step."""
    found = []
    for step in flow.steps:
        match step:
            case RingStep(target=TeamTarget(team_id=team_id)):
                team = world.teams.get(team_id)
                if team is not None and not team.members:
                    found.append(FlowProblem("empty-team", step.id, team_id))
            case RedirectToNumber():
                found += _refused_dials(world, flow, step)
            case RedirectToLine(line_id=line_id) if line_id not in world.lines:
                found.append(FlowProblem("unknown-line", step.id, line_id))
            case RedirectToLine() if _leads_back(world, flow, step.line_id):
                found.append(FlowProblem("redirect-loop", step.id, step.line_id))
            case HoursStep() if not step.hours.periods:
                found.append(FlowProblem("never-open", step.id, "no opening period"))
            case _:
                pass
    return [*found, *silent_lines(world, flow)]


def _refused_dials(world: World, flow: Flow, step: RedirectToNumber) -> list[FlowProblem]:
    """Warn of each line whose dialling policy will not let this number be called (R48)."""
    return [
        FlowProblem("redirect-refused", step.id, line.id)
        for line in world.lines.values()
        if line.flow_id == flow.id and why_not_callable(line, step.destination) is not None
    ]


def _leads_back(world: World, flow: Flow, line_id: LineId) -> bool:
    """Tell whether a line may redirect, over however many others, into this flow again."""
    ahead, seen = [line_id], dict[LineId, None]()
    while ahead:
        line = world.lines.get(ahead.pop())
        if line is None or line.id in seen:
            continue
        if line.flow_id == flow.id:
            return True
        seen[line.id] = None
        published = world.flows[line.flow_id]
        steps = published.versions[published.current].steps
        ahead += [step.line_id for step in steps if isinstance(step, RedirectToLine)]
    return False


def version_in_force(world: World, flow_id: FlowId) -> int:
    published = world.flows.get(flow_id)
    return NONE_SEEN if published is None else published.current


def draft_number(world: World, flow_id: FlowId) -> int:
    draft = world.drafts.get(flow_id)
    return NONE_SEEN if draft is None else draft.number


# ---- decide ------------------------------------------------------------------------------


def decide_save(world: World, request: SaveDraft, at: datetime) -> Iterator[Event]:
    """Keep a draft as it is, with all its problems; an unchanged one is left alone."""
    flow = request.flow
    _refuse_unseen(world, flow.id, draft=request.seen_draft, version=request.seen_version)
    draft = world.drafts.get(flow.id)
    version = version_in_force(world, flow.id)
    if draft is None or draft.flow != flow or draft.based_on != version:
        yield FlowDraftSaved(flow, version)


def decide_discard(world: World, request: DiscardDraft, at: datetime) -> Iterator[Event]:
    _draft(world, request.flow_id)
    _refuse_unseen(world, request.flow_id, draft=request.seen_draft)
    yield FlowDraftDiscarded(request.flow_id)


def decide_publish_draft(world: World, request: PublishDraft, at: datetime) -> Iterator[Event]:
    """Put a draft in force if it has no problem; one that changes nothing is put away."""
    draft = _draft(world, request.flow_id)
    _refuse_unseen(world, request.flow_id, draft=request.seen_draft, version=request.seen_version)
    _refuse_problems(world, draft.flow, request.missing_prompts)
    if _is_in_force(world, draft.flow):
        yield FlowDraftDiscarded(request.flow_id)
    else:
        version = version_in_force(world, request.flow_id) + 1
        yield FlowPublished(draft.flow, version, draft=draft.number)


def decide_publish(world: World, request: PublishFlow, at: datetime) -> Iterator[Event]:
    """Publish a flow that has no problem, whatever the draft; an unchanged one is left alone."""
    flow = request.flow
    if request.seen_version is not None:
        _refuse_unseen(world, flow.id, version=request.seen_version)
    _refuse_problems(world, flow, request.missing_prompts)
    if not _is_in_force(world, flow):
        yield FlowPublished(flow, version_in_force(world, flow.id) + 1)


def decide_roll_back(world: World, request: RollBackFlow, at: datetime) -> Iterator[Event]:
    """Publish what an earlier version held as a new version; a draft stays what it is."""
    published = world.flows.get(request.flow_id)
    if published is None:
        raise Refusal(RefusalCode.UNKNOWN_FLOW, flow_id=request.flow_id)
    earlier = published.versions.get(request.version)
    if earlier is None:
        raise Refusal(RefusalCode.UNKNOWN_VERSION, flow_id=request.flow_id, version=request.version)
    _refuse_unseen(world, request.flow_id, version=request.seen_version)
    if request.version == published.current:
        raise Refusal(
            RefusalCode.VERSION_IN_FORCE, flow_id=request.flow_id, version=request.version
        )
    _refuse_problems(world, earlier, request.missing_prompts)
    yield FlowPublished(earlier, published.current + 1, rolled_back_to=request.version)


def _draft(world: World, flow_id: FlowId) -> FlowDraft:
    draft = world.drafts.get(flow_id)
    if draft is None:
        raise Refusal(RefusalCode.UNKNOWN_DRAFT, flow_id=flow_id)
    return draft


def _refuse_unseen(
    world: World, flow_id: FlowId, *, draft: int | None = None, version: int | None = None
) -> None:
    """Refuse who works on what has changed meanwhile; the data says what there is now."""
    draft_now, version_now = draft_number(world, flow_id), version_in_force(world, flow_id)
    if draft in (None, draft_now) and version in (None, version_now):
        return
    saved = world.drafts.get(flow_id)
    published = world.flows.get(flow_id)
    raise Refusal(
        RefusalCode.FLOW_CHANGED_MEANWHILE,
        flow_id=flow_id,
        draft=draft_now,
        draft_saved_by=None if saved is None else saved.saved_by,
        version=version_now,
        published_by=None if published is None else published.publications[version_now].by,
    )


def _refuse_problems(world: World, flow: Flow, missing_prompts: Collection[str]) -> None:
    found = problems_of(world, flow, missing_prompts)
    if found:
        raise Refusal(RefusalCode.INVALID_FLOW, problems=found)


def _is_in_force(world: World, flow: Flow) -> bool:
    published = world.flows.get(flow.id)
    return published is not None and published.versions[published.current] == flow


# ---- evolve ------------------------------------------------------------------------------


def _saved(world: World, fact: Fact, event: FlowDraftSaved) -> None:
    world.drafts[event.flow.id] = FlowDraft(
        flow=event.flow,
        number=fact.sequence,
        based_on=event.based_on,
        saved_at=fact.at,
        saved_by=fact.actor,
    )


def _discarded(world: World, fact: Fact, event: FlowDraftDiscarded) -> None:
    del world.drafts[event.flow_id]


def _published(world: World, fact: Fact, event: FlowPublished) -> None:
    published = world.flows.setdefault(event.flow.id, PublishedFlow())
    published.versions[event.version] = event.flow
    published.publications[event.version] = Publication(
        at=fact.at, by=fact.actor, rolled_back_to=event.rolled_back_to
    )
    published.current = event.version
    if event.draft is not None:
        del world.drafts[event.flow.id]


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    SaveDraft: decide_save,
    DiscardDraft: decide_discard,
    PublishDraft: decide_publish_draft,
    PublishFlow: decide_publish,
    RollBackFlow: decide_roll_back,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    FlowDraftSaved: _saved,
    FlowDraftDiscarded: _discarded,
    FlowPublished: _published,
}
