"""What if, of a call list that somebody sends: kept for a while, and replayed with settings."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request

from ringback.access.permissions import Permission
from ringback.api.configuration import CallbackSettings, Configuration
from ringback.api.dependencies import GivenServices, ServicesAtOnce
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.exact import Quantity, Whole
from ringback.api.flow_steps import Ringing
from ringback.api.guard import Bound
from ringback.api.permitting import needs
from ringback.api.receiving import file_in_body, received
from ringback.api.services import Services
from ringback.api.views import View
from ringback.simulation.call_list import CallListWrong
from ringback.simulation.kept_lists import KeptList
from ringback.simulation.listed import ListQuestion
from ringback.simulation.scenario import CallerConduct

from .what_if import StudyView, desk_of, given_fields, study_view

LISTS_PATH: Final = "/api/v1/what-if/call-lists"
_COLUMN: Final = "The column with it, where it is not called so."
_E = EdgeCode
UPLOADS: Final[Mapping[str, Bound]] = {LISTS_PATH: Bound(20 << 20, _E.CALL_LIST_TOO_LARGE)}
_FAULTS = (
    _E.CALL_LIST_TOO_LARGE,
    _E.CALL_LIST_UNREADABLE,
    _E.CALL_LIST_EMPTY,
    _E.CALL_LIST_COLUMN_MISSING,
    _E.CALL_LIST_ROW_WRONG,
    _E.CALL_LIST_TOO_LONG,
)
router = APIRouter(prefix="/what-if", tags=["what-if"])


class CallListView(View):
    """A call list that is kept, and what was found in it."""

    id: str
    name: str
    calls: int
    begins: datetime = Field(description="The first call, in the list's own time.")
    until: datetime = Field(description="The last one.")
    lines: list[str]
    knows_agents: bool = Field(description="Whether it says who served.")


class ListedWhatIf(Configuration):
    """What the replay of a call list assumes."""

    call_list_id: str = Field(max_length=100)
    callbacks: CallbackSettings = Field(
        default=CallbackSettings(), examples=[{"retries": 2, "when_busy": "fail"}]
    )
    ring_steps: Ringing = Field(
        default=Ringing(), description="What is not given: an hour, longest idle."
    )
    agents: Whole | None = Field(
        default=None,
        ge=1,
        le=10_000,
        description="A team of this size, always there; null takes who served from the list.",
    )
    press_share: Quantity = Field(default=0.5, ge=0, le=1, description="How many press `*`.")
    pick_up_share: Quantity = Field(default=0.9, ge=0, le=1)
    seed: Whole = 1


@router.post(
    "/call-lists",
    name="keep_call_list",
    status_code=201,
    responses=refuses(_E.WHAT_IF_UNAVAILABLE, *_FAULTS),
    openapi_extra=file_in_body("text/csv"),
)
@needs(Permission.WHAT_IF)
async def keep_call_list(
    request: Request,
    services: GivenServices,
    name: Annotated[str | None, Query(max_length=100, examples=["February"])] = None,
    arrival: Annotated[str | None, Query(max_length=100, description=_COLUMN)] = None,
    agent: Annotated[str | None, Query(max_length=100, description=_COLUMN)] = None,
) -> CallListView:
    """Keep a call list for replays: CSV, packed by gzip or not, as `ringback simulate` takes it."""
    desk = desk_of(services)
    given = {"arrival": arrival, "agent": agent}
    columns = {field: column for field, column in given.items() if column is not None}
    async with received(request, name) as (file, _, called):
        try:
            return _view(await asyncio.to_thread(desk.examine, file, called, columns))
        except CallListWrong as wrong:
            raise EdgeRefused(EdgeCode(wrong.fault.value), **wrong.data) from wrong


@router.get(
    "/call-lists/{call_list_id}",
    name="get_call_list",
    responses=refuses(_E.WHAT_IF_UNAVAILABLE, _E.UNKNOWN_CALL_LIST),
)
@needs(Permission.WHAT_IF)
async def get_call_list(call_list_id: str, services: ServicesAtOnce) -> CallListView:
    return _view(_kept(services, call_list_id))


@router.post(
    "/of-call-list",
    name="ask_what_if_of_list",
    status_code=202,
    responses=refuses(_E.WHAT_IF_UNAVAILABLE, _E.WHAT_IF_RUNNING, _E.UNKNOWN_CALL_LIST),
)
@needs(Permission.WHAT_IF)
async def ask_what_if_of_list(asked: ListedWhatIf, services: ServicesAtOnce) -> StudyView:
    """Begin to replay a call list, without callbacks and as chosen; ask until it is done."""
    kept = _kept(services, asked.call_list_id)
    question = ListQuestion(
        kept.path,
        kept.columns,
        callbacks=given_fields(asked.callbacks),
        ring_steps=given_fields(asked.ring_steps),
        agents=asked.agents,
        callers=CallerConduct(press_share=asked.press_share, pick_up_share=asked.pick_up_share),
        seed=asked.seed,
    )
    told = asked.model_dump(mode="json", exclude_unset=True)
    return study_view(desk_of(services).ask_of_list(question, told))


def _kept(services: Services, call_list_id: str) -> KeptList:
    kept = desk_of(services).lists.get(call_list_id)
    if kept is None:
        raise EdgeRefused(_E.UNKNOWN_CALL_LIST, call_list_id=call_list_id)
    return kept


def _view(kept: KeptList) -> CallListView:
    found = kept.found
    return CallListView(
        id=kept.id,
        name=kept.name,
        calls=found["calls"],
        begins=found["from"],
        until=found["until"],
        lines=found["lines"],
        knows_agents=found["knows_agents"],
    )
