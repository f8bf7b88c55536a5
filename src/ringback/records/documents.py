"""Records as the rows and documents in which a store keeps them, and back."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, get_type_hints

import msgspec

from ringback.core.ids import TeamId
from ringback.history import CallbackRow, CallRow, StoredCall

from .callbacks import CallbackRecord
from .calls import CallRecord

RECORDS_VERSION = 6
"""To be raised with every change of what is kept; records of another version are made again."""

_CALL_FIELDS = tuple(each.name for each in fields(CallRecord) if each.name != "facts")
_CALLBACK_FIELDS = tuple(each.name for each in fields(CallbackRecord) if each.name != "facts")


class _Sequences(msgspec.Struct):
    sequences: list[int]


def _decoder_of(record: type, names: Sequence[str]) -> msgspec.json.Decoder[Any]:
    """Make a reader of all of a record but its facts, which msgspec could not tell apart."""
    hints = get_type_hints(record)
    return msgspec.json.Decoder(
        msgspec.defstruct(f"Stored{record.__name__}", [(name, hints[name]) for name in names])
    )


_encoder = msgspec.json.Encoder()
_calls = _decoder_of(CallRecord, _CALL_FIELDS)
_callbacks = _decoder_of(CallbackRecord, _CALLBACK_FIELDS)
_sequences = msgspec.json.Decoder(_Sequences)


def call_row(record: CallRecord, callback: CallbackRecord | None) -> CallRow:
    """Write the row of an ended call, with the outcome of the callback it belongs to."""
    teams = record.tried_team_ids or ([] if callback is None else callback.tried_team_ids)
    outcome = None if callback is None else callback.outcome
    return CallRow(
        id=record.id,
        began_at=record.began_at,
        direction=record.direction.value,
        type=record.type,
        line_id=record.line_id,
        customer_id=record.customer_id,
        agent_id=record.agent_id,
        team_id=_last(teams),
        callback_id=record.callback_id,
        missed_reason=None if record.missed_reason is None else record.missed_reason.value,
        outcome=None if outcome is None else outcome.kind.value,
        reason=None if outcome is None or outcome.reason is None else outcome.reason.value,
        waited=record.waited_for,
        talked=record.talked_for,
        promised=record.promised_wait,
        tags=tuple(tag.value for tag in record.tags),
        data=_document(record, _CALL_FIELDS),
    )


def callback_row(record: CallbackRecord) -> CallbackRow:
    """Write the row of a callback; while it is open only what was known at its request."""
    outcome = record.outcome
    return CallbackRow(
        id=record.id,
        requested_at=record.requested_at,
        closed_at=record.closed_at,
        mode=record.mode.value,
        line_id=record.line_id,
        customer_id=record.customer_id,
        agent_id=None if outcome is None else record.agent_id,
        outcome=None if outcome is None else outcome.kind.value,
        reason=None if outcome is None or outcome.reason is None else outcome.reason.value,
        team_id=None if outcome is None else _last(record.tried_team_ids),
        waited=None if outcome is None else record.wait,
        promised=record.promised_wait,
        attempts=1 if outcome is None else record.attempt_number,
        data=None if outcome is None else _document(record, _CALLBACK_FIELDS),
    )


def read_call(stored: StoredCall) -> tuple[CallRecord, CallbackRecord | None]:
    """Read a call's record and its callback's, both without their facts."""
    callback = None if stored.callback_data is None else read_callback(stored.callback_data)
    call = CallRecord(**msgspec.structs.asdict(_calls.decode(stored.data)))
    return call, callback


def read_callback(data: str) -> CallbackRecord:
    """Read a callback's record, without its facts."""
    return CallbackRecord(**msgspec.structs.asdict(_callbacks.decode(data)))


def read_sequences(data: str) -> Sequence[int]:
    """Read the numbers of the facts in which a record's timeline consists."""
    return _sequences.decode(data).sequences


def _last(team_ids: Sequence[TeamId]) -> TeamId | None:
    return team_ids[-1] if team_ids else None


def _document(record: CallRecord | CallbackRecord, names: Sequence[str]) -> str:
    document = {name: getattr(record, name) for name in names}
    document["sequences"] = [fact.sequence for fact in record.facts]
    return _encoder.encode(document).decode()
