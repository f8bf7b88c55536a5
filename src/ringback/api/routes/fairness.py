"""The fairness account of a finished callback: who was served before it, and why (R47)."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenPresenter, GivenServices, GivenSight
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.permitting import needs
from ringback.api.presenter import Presenter
from ringback.api.views import CustomerView, ItemKind, LineReference, View
from ringback.core.events import HoldCause
from ringback.core.ids import AgentId, CallbackId, CallId
from ringback.core.refusals import Refusal, RefusalCode
from ringback.ports import NumberBook
from ringback.records.book import RecordBook
from ringback.records.fairness import OVERTAKING_RULES, Overtaking, ServedBefore

SERVED_SHOWN_MAX = 500

_R, _E = RefusalCode, EdgeCode
router = APIRouter(prefix="/callbacks", tags=["callbacks"])


class ServedBeforeView(View):
    """Somebody who was served while the callback waited."""

    item_id: str
    kind: ItemKind
    customer: CustomerView
    line: LineReference
    joined_at: datetime = Field(description="When they came to that queue.")
    served_at: datetime
    agent_id: str
    agent_name: str | None
    overtook: Overtaking | HoldCause | None = Field(
        description="Why they were served before though they had come later; None who came earlier."
    )
    rule: str | None = Field(examples=["R28b"])


class FairnessView(View):
    """Who was served before one callback (R47)."""

    callback_id: str
    joined_at: datetime | None = Field(description="None when it never stood in a queue.")
    until: datetime = Field(description="When an agent took it, or it ended.")
    served_before_total: int
    overtaken_by_total: int
    served_before: list[ServedBeforeView] = Field(description="The last 500, in order.")


@router.get(
    "/{callback_id}/fairness",
    name="get_fairness",
    responses=refuses(_R.UNKNOWN_CALLBACK, _E.CALLBACK_NOT_ENDED),
)
@needs(Permission.CALLS_SEE)
async def get_fairness(
    callback_id: str, services: GivenServices, show: GivenPresenter, sight: GivenSight
) -> FairnessView:
    """Tell who was served before a finished callback, who came earlier, and who overtook (R47)."""
    story = await services.archive.story_among_others(CallbackId(callback_id))
    record = story.callback(CallbackId(callback_id))
    if record is None:
        raise Refusal(_R.UNKNOWN_CALLBACK, callback_id=callback_id)
    account = story.fairness(record.id)
    if account is None:
        raise EdgeRefused(_E.CALLBACK_NOT_ENDED, callback_id=callback_id)
    shown = account.served_before[-SERVED_SHOWN_MAX:]
    return FairnessView(
        callback_id=record.id,
        joined_at=account.joined_at,
        until=account.until,
        served_before_total=len(account.served_before),
        overtaken_by_total=len(account.overtaken_by),
        served_before=[
            view
            for view in (_view(each, story, show, services.number_book) for each in shown)
            if sight.sees(view.line)
        ],
    )


def _view(
    served: ServedBefore, story: RecordBook, show: Presenter, number_book: NumberBook
) -> ServedBeforeView:
    service = served.service
    callback = story.callback(CallbackId(service.item_id))
    record = callback or story.call(CallId(service.item_id))
    assert record is not None, "whoever is in the account is not forgotten"
    return ServedBeforeView(
        item_id=service.item_id,
        kind=ItemKind.CALL if callback is None else ItemKind.CALLBACK,
        customer=show.customer(record.customer_id, record.destination),
        line=show.line(record.line_id),
        joined_at=served.joined_at,
        served_at=service.at,
        agent_id=service.agent_id,
        agent_name=number_book.agent(AgentId(service.agent_id)).name,
        overtook=served.overtook,
        rule=None if served.overtook is None else OVERTAKING_RULES[served.overtook],
    )
