"""What the API shows of flows: drafts, versions, what is wrong, and who waits in them."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import Field

from ringback.core import publishing
from ringback.core.flow import Flow, FlowProblem
from ringback.core.flow_check import prompts_of
from ringback.core.ids import FlowId
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.states import FlowDraft, PublishedFlow
from ringback.core.world import World
from ringback.ports import NumberBook

from .flow_settings import FlowSettings
from .messages import missing_among
from .views import View


class ProblemView(View):
    """What is wrong with a flow, or what it warns of."""

    code: str = Field(examples=["unknown-step"])
    step_id: str | None = Field(description="The step at fault; null for the whole flow.")
    detail: str


class WaitingView(View):
    """Who is on the way through a flow and keeps the version that took them in (R4)."""

    calls: int = Field(description="Callers in it at this moment, on the line with us.")
    callbacks: int = Field(description="Callbacks that wait, retries included.")


class FlowView(View):
    """A flow as it is in force for calls that arrive."""

    id: str
    version: int
    settings: FlowSettings
    published_at: datetime
    published_by: str
    draft: int | None = Field(description="The number of its draft, if there is one.")
    warnings: list[ProblemView]
    waiting: WaitingView


class CheckView(View):
    """What would be said of a flow if it were a draft."""

    problems: list[ProblemView] = Field(description="What keeps it from being published.")
    warnings: list[ProblemView]


class DraftView(View):
    """A flow to be, with all that keeps it from being published."""

    flow_id: str
    draft: int = Field(description="Its number: what one has seen when one changes it.")
    version: int = Field(description="The version in force; 0 before the first.")
    based_on: int = Field(description="The version in force when the draft was saved.")
    settings: FlowSettings
    saved_at: datetime
    saved_by: str
    problems: list[ProblemView]
    warnings: list[ProblemView]


class VersionView(View):
    """A version of a flow: when and by whom it was put in force, and who waits in it."""

    version: int
    in_force: bool
    published_at: datetime
    published_by: str
    rolled_back_to: int | None = Field(description="The earlier version whose content it is.")
    waiting: WaitingView


class WholeVersionView(VersionView):
    settings: FlowSettings


def flow_view(world: World, flow_id: str) -> FlowView:
    published = published_flow(world, flow_id)
    flow = published.versions[published.current]
    publication = published.publications[published.current]
    return FlowView(
        id=flow.id,
        version=published.current,
        settings=FlowSettings.of(flow),
        published_at=publication.at,
        published_by=publication.by,
        draft=publishing.draft_number(world, flow.id) or None,
        warnings=problem_views(publishing.warnings_of(world, flow)),
        waiting=_waiting(world, flow.id),
    )


def check_view(world: World, number_book: NumberBook, flow: Flow) -> CheckView:
    missing = missing_messages(number_book, flow)
    return CheckView(
        problems=problem_views(publishing.problems_of(world, flow, missing)),
        warnings=problem_views(publishing.warnings_of(world, flow)),
    )


def draft_view(world: World, number_book: NumberBook, draft: FlowDraft) -> DraftView:
    checked = check_view(world, number_book, draft.flow)
    return DraftView(
        flow_id=draft.flow.id,
        draft=draft.number,
        version=publishing.version_in_force(world, draft.flow.id),
        based_on=draft.based_on,
        settings=FlowSettings.of(draft.flow),
        saved_at=draft.saved_at,
        saved_by=draft.saved_by,
        problems=checked.problems,
        warnings=checked.warnings,
    )


def version_view(world: World, flow_id: str, version: int) -> WholeVersionView:
    """Show a version whole. Raises `Refusal` for one that is not there."""
    published = published_flow(world, flow_id)
    flow = published.versions.get(version)
    if flow is None:
        raise Refusal(RefusalCode.UNKNOWN_VERSION, flow_id=flow_id, version=version)
    publication = published.publications[version]
    return WholeVersionView(
        version=version,
        in_force=version == published.current,
        published_at=publication.at,
        published_by=publication.by,
        rolled_back_to=publication.rolled_back_to,
        waiting=_waiting(world, flow.id, version),
        settings=FlowSettings.of(flow),
    )


def published_flow(world: World, flow_id: str) -> PublishedFlow:
    published = world.flows.get(FlowId(flow_id))
    if published is None:
        raise Refusal(RefusalCode.UNKNOWN_FLOW, flow_id=flow_id)
    return published


def problem_views(found: Iterable[FlowProblem]) -> list[ProblemView]:
    return [ProblemView(code=each.code, step_id=each.step_id, detail=each.detail) for each in found]


def missing_messages(number_book: NumberBook, flow: Flow) -> tuple[str, ...]:
    """Name the messages of a flow that cannot be played."""
    prompts = (prompt for step in flow.steps for prompt in prompts_of(step))
    return missing_among(number_book, prompts)


def _waiting(world: World, flow_id: FlowId, version: int | None = None) -> WaitingView:
    """Count those on their way through a flow, or through one version of it."""

    def count(items: Iterable[tuple[FlowId, int]]) -> int:
        return sum(one == flow_id and version in (None, other) for one, other in items)

    return WaitingView(
        calls=count((call.flow.id, call.flow_version) for call in world.calls.values()),
        callbacks=count((each.flow.id, each.flow_version) for each in world.callbacks.values()),
    )
