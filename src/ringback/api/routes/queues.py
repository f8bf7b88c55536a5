"""Queues: calls and callbacks together, in true order."""

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenPresenter, GivenSight
from ringback.api.errors import refuses
from ringback.api.permitting import needs
from ringback.api.views import QueueView

router = APIRouter(tags=["queues"])


@router.get("/queues", name="list_queues", responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_queues(show: GivenPresenter, sight: GivenSight) -> list[QueueView]:
    """List the queues with what waits in them, from the front to the back."""
    return sight.queues(show.queues())
