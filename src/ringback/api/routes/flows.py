"""Flows: drafts, versions, and rolling back; nobody overwrites what they have not seen."""

from fastapi import APIRouter
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.configuration import Configuration
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.exact import Whole
from ringback.api.flow_settings import FlowSettings
from ringback.api.flow_views import (
    CheckView,
    DraftView,
    FlowView,
    VersionView,
    WholeVersionView,
    check_view,
    draft_view,
    flow_view,
    missing_messages,
    published_flow,
    version_view,
)
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.core.flow import Flow
from ringback.core.ids import FlowId
from ringback.core.inputs import (
    DiscardDraft,
    PublishDraft,
    PublishFlow,
    RollBackFlow,
    SaveDraft,
)
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.states import FlowDraft

_R = RefusalCode
router = APIRouter(tags=["flows"], route_class=LoggedRoute)


class Seen(Configuration):
    """What one has seen: who has not seen the last change is refused."""

    draft: Whole = Field(ge=0, description="The draft's number; 0 if there was none.")
    version: Whole = Field(ge=0, description="The version in force; 0 if there was none.")


class WantedDraft(Configuration):
    seen: Seen
    settings: FlowSettings


class WantedRollBack(Configuration):
    version: Whole = Field(ge=1, description="The version to go back to.", examples=[2])
    seen_version: Whole = Field(ge=0, description="The version in force that was seen.")


@router.get("/flows", name="list_flows", responses=refuses())
@needs(Permission.SETTINGS_SEE)
async def list_flows(services: GivenServices) -> list[FlowView]:
    world = services.engine.world
    return [flow_view(world, flow_id) for flow_id in world.flows]


@router.get("/flows/{flow_id}", name="get_flow", responses=refuses(_R.UNKNOWN_FLOW))
@needs(Permission.SETTINGS_SEE)
async def get_flow(flow_id: str, services: GivenServices) -> FlowView:
    return flow_view(services.engine.world, flow_id)


@router.put(
    "/flows/{flow_id}",
    name="publish_flow",
    responses=refuses(_R.INVALID_FLOW, _R.FLOW_CHANGED_MEANWHILE),
)
@needs(Permission.SETTINGS_CHANGE)
async def publish_flow(
    flow_id: str,
    wanted: FlowSettings,
    who: GivenPrincipal,
    services: GivenServices,
    seen_version: int | None = None,
) -> FlowView:
    """Put a flow in force for calls that arrive from here on, whatever its draft."""
    flow = wanted.for_core(flow_id)
    missing = missing_messages(services.number_book, flow)
    await services.engine.request(PublishFlow(flow, seen_version, missing), who.actor)
    return flow_view(services.engine.world, flow_id)


@router.post("/flows/{flow_id}/check", name="check_flow", responses=refuses())
@needs(Permission.SETTINGS_SEE)
async def check_flow(flow_id: str, wanted: FlowSettings, services: GivenServices) -> CheckView:
    """Tell what would keep a flow from being published, and what it warns of; nothing is kept."""
    return check_view(services.engine.world, services.number_book, wanted.for_core(flow_id))


@router.get("/flow-drafts", name="list_drafts", responses=refuses())
@needs(Permission.SETTINGS_SEE)
async def list_drafts(services: GivenServices) -> list[DraftView]:
    """List all drafts, those of flows that were never published included."""
    return [_draft_view(services, flow_id) for flow_id in services.engine.world.drafts]


@router.get("/flows/{flow_id}/draft", name="get_draft", responses=refuses(_R.UNKNOWN_DRAFT))
@needs(Permission.SETTINGS_SEE)
async def get_draft(flow_id: str, services: GivenServices) -> DraftView:
    return _draft_view(services, flow_id)


@router.put(
    "/flows/{flow_id}/draft", name="save_draft", responses=refuses(_R.FLOW_CHANGED_MEANWHILE)
)
@needs(Permission.SETTINGS_CHANGE)
async def save_draft(
    flow_id: str, wanted: WantedDraft, who: GivenPrincipal, services: GivenServices
) -> DraftView:
    """Keep a draft, valid or not; its problems are listed with the step of each."""
    flow = wanted.settings.for_core(flow_id)
    request = SaveDraft(flow, seen_draft=wanted.seen.draft, seen_version=wanted.seen.version)
    await services.engine.request(request, who.actor)
    return _draft_view(services, flow_id)


@router.delete(
    "/flows/{flow_id}/draft",
    name="discard_draft",
    status_code=204,
    responses=refuses(_R.UNKNOWN_DRAFT, _R.FLOW_CHANGED_MEANWHILE),
)
@needs(Permission.SETTINGS_CHANGE)
async def discard_draft(
    flow_id: str, seen_draft: int, who: GivenPrincipal, services: GivenServices
) -> None:
    """Throw the draft away; what is in force stays."""
    await services.engine.request(DiscardDraft(FlowId(flow_id), seen_draft), who.actor)


@router.post(
    "/flows/{flow_id}/publish",
    name="publish_draft",
    responses=refuses(_R.UNKNOWN_DRAFT, _R.INVALID_FLOW, _R.FLOW_CHANGED_MEANWHILE),
)
@needs(Permission.SETTINGS_CHANGE)
async def publish_draft(
    flow_id: str, seen: Seen, who: GivenPrincipal, services: GivenServices
) -> FlowView:
    """Put the draft in force; those waiting stay in the version that took them in (R4)."""
    missing = _missing(services, _draft(services, flow_id).flow)
    request = PublishDraft(FlowId(flow_id), seen.draft, seen.version, missing)
    await services.engine.request(request, who.actor)
    return flow_view(services.engine.world, flow_id)


@router.get("/flows/{flow_id}/versions", name="list_versions", responses=refuses(_R.UNKNOWN_FLOW))
@needs(Permission.SETTINGS_SEE)
async def list_versions(flow_id: str, services: GivenServices) -> list[VersionView]:
    """List a flow's versions, the newest first, with those who wait in each."""
    world = services.engine.world
    versions = sorted(published_flow(world, flow_id).versions, reverse=True)
    return [_summary(version_view(world, flow_id, version)) for version in versions]


@router.get(
    "/flows/{flow_id}/versions/{version}",
    name="get_version",
    responses=refuses(_R.UNKNOWN_FLOW, _R.UNKNOWN_VERSION),
)
@needs(Permission.SETTINGS_SEE)
async def get_version(flow_id: str, version: int, services: GivenServices) -> WholeVersionView:
    """Show one version with all its steps."""
    return version_view(services.engine.world, flow_id, version)


@router.post(
    "/flows/{flow_id}/roll-back",
    name="roll_back_flow",
    responses=refuses(
        _R.UNKNOWN_FLOW,
        _R.UNKNOWN_VERSION,
        _R.VERSION_IN_FORCE,
        _R.INVALID_FLOW,
        _R.FLOW_CHANGED_MEANWHILE,
    ),
)
@needs(Permission.SETTINGS_CHANGE)
async def roll_back_flow(
    flow_id: str, wanted: WantedRollBack, who: GivenPrincipal, services: GivenServices
) -> FlowView:
    """Publish what an earlier version held as a new version; those waiting keep theirs (R4)."""
    found = published_flow(services.engine.world, flow_id).versions.get(wanted.version)
    missing = () if found is None else _missing(services, found)
    request = RollBackFlow(FlowId(flow_id), wanted.version, wanted.seen_version, missing)
    await services.engine.request(request, who.actor)
    return flow_view(services.engine.world, flow_id)


def _draft(services: Services, flow_id: str) -> FlowDraft:
    draft = services.engine.world.drafts.get(FlowId(flow_id))
    if draft is None:
        raise Refusal(_R.UNKNOWN_DRAFT, flow_id=flow_id)
    return draft


def _draft_view(services: Services, flow_id: str) -> DraftView:
    return draft_view(services.engine.world, services.number_book, _draft(services, flow_id))


def _missing(services: Services, flow: Flow) -> tuple[str, ...]:
    return missing_messages(services.number_book, flow)


def _summary(version: WholeVersionView) -> VersionView:
    return VersionView(**version.model_dump(exclude={"settings"}))
