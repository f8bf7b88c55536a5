"""One call as the history shows it, ended or not."""

from ringback.core.ids import CustomerId
from ringback.core.settings import Destination, NumberKind
from ringback.history import Note
from ringback.records.archive import CallOfThePast
from ringback.records.calls import CallRecord
from ringback.runtime.voicemails import VoicemailKeeper

from .presenter import Presenter
from .views import CallRecordView, NoteView, VoicemailView, seconds

TYPED = Destination(NumberKind.ORDINARY)


def call_shown(
    show: Presenter, voicemails: VoicemailKeeper, found: CallOfThePast
) -> CallRecordView:
    """Show a call with what people have put on it."""
    record = found.call
    callback = show.callback_of(record) or found.callback
    return CallRecordView(
        id=record.id,
        direction=record.direction,
        line=show.line(record.line_id),
        customer=show.customer(record.customer_id, record.destination),
        began_at=record.began_at,
        connected_at=record.connected_at,
        ended_at=record.ended_at,
        talked_seconds=seconds(record.talked_for),
        ending=record.ending,
        missed_reason=record.missed_reason,
        agent_id=record.agent_id,
        assigned_to=record.assigned_to,
        callback_id=record.callback_id,
        callback_failure_reason=callback.failure_reason if callback is not None else None,
        callback_wait_seconds=seconds(callback.wait) if callback is not None else None,
        tags=record.tags,
        own_tags=show.own_tags(found.own_tags),
        notes=[_note(note) for note in found.notes],
        linked_call_ids=record.linked_call_ids,
        voicemail=_voicemail(voicemails, record),
        redirected_to=[_where(show, reference) for reference in record.redirected_to],
    )


def _note(note: Note) -> NoteView:
    return NoteView(
        id=note.id,
        text=note.text or "",
        agent_id=note.agent_id,
        written_at=note.written_at,
        edited_at=note.edited_at,
    )


def _where(show: Presenter, reference: str) -> str:
    """Name where a call went: a line, a number of the flow, or one that an agent typed."""
    return show.customer(CustomerId(reference), TYPED).number or reference


def _voicemail(voicemails: VoicemailKeeper, record: CallRecord) -> VoicemailView | None:
    if record.voicemail_seconds is None:
        return None
    kept = voicemails.kept(record.id) is not None
    return VoicemailView(seconds=record.voicemail_seconds, kept=kept)
