"""What the law lets customers ask for, and how long things are kept."""

from collections.abc import Iterator
from typing import IO

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices
from ringback.api.description import answered_as
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.api.views import View
from ringback.core.ids import CustomerId
from ringback.core.refusals import RefusalCode
from ringback.records.customer_file import customer_file
from ringback.runtime.retention import DataKind, Due

CHUNK = 1 << 16

_E, _R = EdgeCode, RefusalCode
router = APIRouter(tags=["privacy"], route_class=LoggedRoute)


class ErasureView(View):
    """What came of erasing a customer; none of it tells who that was."""

    contact_id: str = Field(examples=["c12"])
    finished: bool = Field(description="False: something is in the way, and it goes on by itself.")
    files_read: int = Field(description="How many files were searched for the number.")
    found_in: list[str] = Field(description="The files in which the number still stands.")


class DueView(View):
    """How much of a kind of data has been kept for longer than its setting says."""

    kind: DataKind
    kept_days: int | None = Field(description="None is for ever.", examples=[1095])
    count: int


@router.get(
    "/contacts/{contact_id}/export",
    name="export_contact",
    response_class=StreamingResponse,
    responses=refuses(_E.UNKNOWN_CONTACT) | answered_as("application/zip"),
)
@needs(Permission.CUSTOMERS_ERASE)
async def export_contact(contact_id: str, services: GivenServices) -> StreamingResponse:
    """Give all that is kept of a customer, as a ZIP: one JSON document, and what they recorded."""
    customer_id = _known(services, contact_id)
    file = await customer_file(
        services.archive,
        services.number_book,
        customer_id,
        recording_of=services.voicemails.kept,
        at=services.clock.now(),
    )
    headers = {
        "content-disposition": f'attachment; filename="customer-{customer_id}.zip"',
        "cache-control": "no-store",
    }
    return StreamingResponse(_parts(file), media_type="application/zip", headers=headers)


@router.post(
    "/contacts/{contact_id}/erase",
    name="erase_contact",
    responses=refuses(_E.UNKNOWN_CONTACT, _R.ERASURE_TOO_EARLY),
)
@needs(Permission.CUSTOMERS_ERASE)
async def erase_contact(
    contact_id: str, who: GivenPrincipal, services: GivenServices
) -> ErasureView:
    """Erase a customer for good: number, name, recordings and notes; open callbacks end (R49)."""
    erasure = await services.privacy.eraser.erase(_known(services, contact_id), who.actor)
    return ErasureView(
        contact_id=erasure.customer_id,
        finished=erasure.is_finished,
        files_read=erasure.files_read,
        found_in=list(erasure.found_in),
    )


@router.get("/retention", name="list_due_data", responses=refuses())
@needs(Permission.CUSTOMERS_ERASE)
async def list_due_data(services: GivenServices) -> list[DueView]:
    """Tell what would go at this moment, and change nothing."""
    return [_due(one) for one in await services.privacy.retention.due()]


@router.post("/retention/run", name="run_retention", responses=refuses())
@needs(Permission.CUSTOMERS_ERASE)
async def run_retention(services: GivenServices) -> list[DueView]:
    """Remove what was kept for long enough, as is done once a day; tell how much that was."""
    return [_due(one) for one in await services.privacy.retention.let_go()]


def _known(services: Services, contact_id: str) -> CustomerId:
    customer_id = CustomerId(contact_id)
    shown = services.number_book.customer(customer_id)
    was_erased = customer_id in services.engine.world.erased
    if shown.number is None and shown.name is None and not was_erased:
        raise EdgeRefused(_E.UNKNOWN_CONTACT, contact_id=contact_id)
    return customer_id


def _due(due: Due) -> DueView:
    days = None if due.kept_for is None else due.kept_for.days
    return DueView(kind=due.kind, kept_days=days, count=due.count)


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(CHUNK):
            yield part
