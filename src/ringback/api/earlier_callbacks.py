"""What a caller's own callback has come to, for the card of their call (R37, R39)."""

from ringback.core.states import Call
from ringback.core.world import World
from ringback.records.book import RecordBook
from ringback.records.callbacks import CallbackRecord

from .views import EarlierCallbackView, OutcomeView


def earlier_callback(world: World, records: RecordBook, call: Call) -> EarlierCallbackView | None:
    """Show the callback for which the caller was tried last, else the newest one."""
    awaited = [*world.callbacks_of(call.customer_id), *world.follow_ups_of(call.customer_id)]
    of_line = [one for one in awaited if one.line_id == call.line.id]
    latest = max(of_line, key=lambda one: (one.tried_as, one.requested_at), default=None)
    record = None if latest is None else records.callback(latest.id)
    if record is None:
        return None
    dials = record.outbound_call_ids
    dial = records.call(dials[-1]) if dials else None
    return EarlierCallbackView(
        id=record.id,
        outcome=outcome_view(record),
        requested_at=record.requested_at,
        tried_at=dial.began_at if dial is not None else None,
        tried_by=dial.agent_id if dial is not None else None,
    )


def outcome_view(record: CallbackRecord) -> OutcomeView | None:
    outcome = record.outcome
    return None if outcome is None else OutcomeView(kind=outcome.kind, reason=outcome.reason)
