"""Conversations: every contact with what went on with them last, the newest first (R35)."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenPresenter, GivenServices, GivenSight
from ringback.api.errors import EdgeCode, refuses
from ringback.api.permitting import needs
from ringback.api.views import View
from ringback.contacts import ConversationFilter
from ringback.core.refusals import RefusalCode

from .contacts import ContactView, ConversationEntryView, contact_shown, entry_shown
from .history_filters import Cursor, SeenBy, hidden_line_ids

router = APIRouter(prefix="/conversations", tags=["contacts"])


class ConversationSummary(View):
    contact: ContactView
    newest: ConversationEntryView = Field(
        description="The ended call, or the callback, begun last."
    )
    pending_callbacks: int = Field(
        description="How many callbacks wait for them, or are to be made by hand."
    )


class ConversationPage(View):
    conversations: list[ConversationSummary]
    next_cursor: str | None = Field(
        description="Send it as `after` to read on; None at the end. A page may be short."
    )


@router.get(
    "",
    name="list_conversations",
    responses=refuses(RefusalCode.UNKNOWN_AGENT, EdgeCode.UNKNOWN_CURSOR),
)
@needs(Permission.CALLS_SEE)
async def list_conversations(
    services: GivenServices,
    show: GivenPresenter,
    sight: GivenSight,
    search: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=100,
            description="A part of the name or of the number; a whole number with its plus sign.",
            examples=["dupont"],
        ),
    ] = None,
    pending: Annotated[
        bool, Query(description="Only with whom a callback is pending or to be made by hand.")
    ] = False,
    seen_by: Annotated[str | None, SeenBy] = None,
    after: Annotated[str | None, Cursor] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ConversationPage:
    """List conversations, a page at a time, that with the newest call or callback first (R35)."""
    hidden = hidden_line_ids(services, sight, seen_by)
    seen = tuple(each for each in services.engine.world.lines if each not in hidden)
    waiting = Counter(
        callback.customer_id
        for callback in services.archive.book.pending()
        if callback.customer_id is not None and callback.line_id not in hidden
    )
    which = ConversationFilter(
        line_ids=seen if hidden else None,
        customer_ids=tuple(sorted(waiting)) if pending else None,
        text=search,
    )
    page = await services.archive.conversations(which, cursor=after, limit=limit)
    await services.engine.committed()
    return ConversationPage(
        conversations=[
            ConversationSummary(
                contact=contact_shown(each.contact),
                newest=entry_shown(services, show, each.newest),
                pending_callbacks=waiting[each.contact.id],
            )
            for each in page.items
        ],
        next_cursor=page.next_cursor,
    )
