"""Exports of calls and callbacks, streamed; with the same filters as the lists."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from ringback.access.permissions import Permission
from ringback.api.companies import company_of
from ringback.api.dependencies import GivenServices
from ringback.api.description import answered_as
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.logged import asked, log_deed
from ringback.api.permitting import needs
from ringback.api.services import Services
from ringback.core.ids import AgentId, LineId
from ringback.core.refusals import RefusalCode
from ringback.history import CallbackFilter
from ringback.records.export_desk import ExportDesk, ExportsBusy
from ringback.records.exporting import Export, ExportFormat, Names

from .history_filters import GivenCallbackFilter, GivenCallFilter

COUNTED_MAX = 100_000_000
MEDIA_TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8; header=present",
    ExportFormat.JSON_LINES: "application/jsonl",
}

_E = EdgeCode
Format = Annotated[
    ExportFormat, Query(alias="format", description="CSV, or one JSON object a line.")
]
router = APIRouter(tags=["exports"])


@router.get(
    "/exports/calls",
    name="export_calls",
    response_class=StreamingResponse,
    responses=refuses(RefusalCode.UNKNOWN_AGENT, _E.TOO_MANY_EXPORTS, _E.EXPORT_UNAVAILABLE)
    | answered_as("text/csv", "application/jsonl"),
)
@needs(Permission.RECORDS_EXPORT)
async def export_calls(
    request: Request,
    services: GivenServices,
    which: GivenCallFilter,
    written: Format = ExportFormat.CSV,
) -> StreamingResponse:
    """Stream the ended calls that fit, the oldest first; `x-total-rows` says how many."""
    total = await services.archive.count_calls(which, limit=COUNTED_MAX)
    export = Export(which, written, _names(services))
    return await _streamed(request, export, "calls", total)


@router.get(
    "/exports/callbacks",
    name="export_callbacks",
    response_class=StreamingResponse,
    responses=refuses(RefusalCode.UNKNOWN_AGENT, _E.TOO_MANY_EXPORTS, _E.EXPORT_UNAVAILABLE)
    | answered_as("text/csv", "application/jsonl"),
)
@needs(Permission.RECORDS_EXPORT)
async def export_callbacks(
    request: Request,
    services: GivenServices,
    which: GivenCallbackFilter,
    written: Format = ExportFormat.CSV,
) -> StreamingResponse:
    """Stream the closed callbacks that fit, the oldest first; `x-total-rows` says how many."""
    total = await services.archive.count_callbacks(_closed(which), limit=COUNTED_MAX)
    export = Export(_closed(which), written, _names(services))
    return await _streamed(request, export, "callbacks", total)


def _closed(which: CallbackFilter) -> CallbackFilter:
    return replace(which, open=False)


async def _streamed(request: Request, export: Export, name: str, total: int) -> StreamingResponse:
    """Answer once the first part is there and the log has it: what cannot begin is refused."""
    desk = _desk(company_of(request).services)
    open_export = AsyncExitStack()
    try:
        parts = await open_export.enter_async_context(desk.exporting(export))
        first = await anext(parts, b"")
        await log_deed(request, f"export-{name}", {"asked": asked(request), "rows": total})
    except ExportsBusy as busy:
        raise EdgeRefused(_E.TOO_MANY_EXPORTS) from busy
    except BaseException:
        await open_export.aclose()
        raise

    async def body() -> AsyncIterator[bytes]:
        async with open_export:
            yield first
            async for part in parts:
                yield part

    headers = {
        "content-disposition": f'attachment; filename="{name}.{export.format.value}"',
        "cache-control": "no-store",
        "x-total-rows": str(total),
    }
    return StreamingResponse(body(), media_type=MEDIA_TYPES[export.format], headers=headers)


def _desk(services: Services) -> ExportDesk:
    if services.exports is None:
        raise EdgeRefused(_E.EXPORT_UNAVAILABLE)
    return services.exports


def _names(services: Services) -> Names:
    world = services.engine.world
    return Names(
        lines={LineId(line.id): line.name for line in world.lines.values()},
        agents={AgentId(agent.id): agent.profile.name for agent in world.agents.values()},
        tags={tag.id: tag.name for tag in world.tags.values()},
    )
