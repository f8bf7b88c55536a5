"""Facts to and from their stored form; the names and shapes in here are a file format.

A journal is read by every later release (S21). So a stored name is written out in a table and
never derived from a class. A type may gain fields with defaults; an event whose fields change in
any other way keeps its old version beside the new one: a new row in the table, with the old shape
and what it becomes.
"""

import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints
from zlib import crc32

import msgspec

from ringback.core import events, flow, settings
from ringback.core.events import Event, Fact
from ringback.core.ids import AccountId
from ringback.ports import JournalRefused

STORED_NAMES: Mapping[str, type[Event]] = {
    "account.opened.v1": events.AccountOpened,
    "account.configured.v1": events.AccountConfigured,
    "line.configured.v1": events.LineConfigured,
    "flow.published.v1": events.FlowPublished,
    "flow.draft-saved.v1": events.FlowDraftSaved,
    "flow.draft-discarded.v1": events.FlowDraftDiscarded,
    "message.marked.v1": events.MessageMarked,
    "team.configured.v1": events.TeamConfigured,
    "agent.configured.v1": events.AgentConfigured,
    "agent.status-set.v1": events.AgentStatusSet,
    "agent.came-back.v1": events.AgentCameBack,
    "agent.went-missing.v1": events.AgentWentMissing,
    "agent.given-up.v1": events.AgentGivenUp,
    "agent.came-on-duty.v1": events.AgentCameOnDuty,
    "agent.went-off-duty.v1": events.AgentWentOffDuty,
    "agent.freed.v1": events.AgentFreed,
    "agent.wrap-up-ended.v1": events.WrapUpEnded,
    "agent.phone-up.v1": events.AgentPhoneUp,
    "call.began.v1": events.CallBegan,
    "call.customer-recognised.v1": events.CustomerRecognised,
    "call.audio-started.v1": events.AudioStarted,
    "call.menu-started.v1": events.MenuStarted,
    "call.menu-left.v1": events.MenuLeft,
    "call.branch-taken.v1": events.BranchTaken,
    "call.redirected-to-line.v1": events.RedirectedToLine,
    "call.redirect-dialled.v1": events.RedirectDialled,
    "call.redirect-answered.v1": events.RedirectAnswered,
    "call.redirect-failed.v1": events.RedirectFailed,
    "call.notice-started.v1": events.NoticeStarted,
    "call.wait-estimated.v1": events.WaitEstimated,
    "call.message-passed-over.v1": events.MessagePassedOver,
    "call.prompt-ended.v1": events.PromptEnded,
    "call.end-reached.v1": events.EndReached,
    "call.recording-started.v1": events.RecordingStarted,
    "call.voicemail-left.v1": events.VoicemailLeft,
    "call.farewell-said.v1": events.FarewellSaid,
    "call.whisper-started.v1": events.WhisperStarted,
    "call.whisper-ended.v1": events.WhisperEnded,
    "call.announcement-started.v1": events.AnnouncementStarted,
    "call.announcement-ended.v1": events.AnnouncementEnded,
    "call.connected.v1": events.CallConnected,
    "call.restored.v1": events.CallRestored,
    "call.ended.v1": events.CallEnded,
    "queue.joined.v1": events.QueueJoined,
    "queue.returned-to.v1": events.ReturnedToQueue,
    "queue.step-given-up.v1": events.StepGivenUp,
    "offers.made.v1": events.OffersMade,
    "offers.rang-out.v1": events.OffersRangOut,
    "offers.withdrawn.v1": events.OffersWithdrawn,
    "offer.outside-phone-asked.v1": events.OutsidePhoneAsked,
    "offer.declined.v1": events.OfferDeclined,
    "offer.accepted.v1": events.OfferAccepted,
    "offer.late-answer-turned-away.v1": events.LateAnswerTurnedAway,
    "phone-system.went-away.v1": events.PhoneSystemWentAway,
    "phone-system.came-back.v1": events.PhoneSystemCameBack,
    "phone-system.orphan-found.v1": events.OrphanFound,
    "callback.requested.v1": events.CallbackRequested,
    "callback.request-joined.v1": events.RequestJoined,
    "callback.request-not-granted.v1": events.RequestNotGranted,
    "callback.confirmation-started.v1": events.ConfirmationStarted,
    "callback.settling-started.v1": events.SettlingStarted,
    "callback.settled.v1": events.CallbackSettled,
    "callback.moved-to-front.v1": events.MovedToFront,
    "callback.moved-to-step.v1": events.MovedToStep,
    "callback.moved-to-agent.v1": events.MovedToAgent,
    "callback.held.v1": events.CallbackHeld,
    "callback.released.v1": events.CallbackReleased,
    "callback.place-lent.v1": events.PlaceLent,
    "callback.place-given-back.v1": events.PlaceGivenBack,
    "callback.busy-wait-started.v1": events.BusyWaitStarted,
    "callback.busy-wait-paused.v1": events.BusyWaitPaused,
    "callback.attempt-failed.v1": events.AttemptFailed,
    "callback.attempt-started.v1": events.AttemptStarted,
    "callback.dial-intended.v1": events.DialIntended,
    "callback.customer-rang.v1": events.CustomerRang,
    "callback.customer-reached.v1": events.CustomerReached,
    "call.customer-connected.v1": events.CustomerConnected,
    "call.outbound-restored.v1": events.OutboundCallRestored,
    "callback.dial-failed.v1": events.DialFailed,
    "callback.fault-suffered.v1": events.FaultSuffered,
    "callback.closed.v1": events.CallbackClosed,
    "callback.outcome-corrected.v1": events.OutcomeCorrected,
    "alert.raised.v1": events.AlertRaised,
    "alert.dismissed.v1": events.AlertDismissed,
    "callback.claimed.v1": events.CallbackClaimed,
    "callback.unclaimed.v1": events.CallbackUnclaimed,
    "callback.hand-call-started.v1": events.HandCallStarted,
    "callback.hand-call-abandoned.v1": events.HandCallAbandoned,
    "callback.follow-up-called.v1": events.FollowUpCalled,
    "callback.follow-up-answered.v1": events.FollowUpAnswered,
    "callback.follow-up-dismissed.v1": events.FollowUpDismissed,
}


KINDS: Mapping[type, str] = {
    flow.AudioStep: "audio",
    flow.RingStep: "ring",
    flow.MenuStep: "menu",
    flow.HoursStep: "hours",
    flow.DatesStep: "dates",
    flow.RedirectToLine: "redirect-to-line",
    flow.RedirectToNumber: "redirect-to-number",
    flow.VoicemailStep: "voicemail",
    flow.HangUpStep: "hang-up",
    flow.TeamTarget: "team",
    flow.AgentTarget: "agent",
}
"""How the members of a union are told apart; part of the file format."""

ADDED_FIELDS: Mapping[type, Collection[str]] = {
    flow.WaitingExperience: {"offer_above", "tell_wait", "tell_wait_every"},
    settings.CallbackSettings: {
        "when_customer_calls",
        "ring_who_tried",
        "whisper",
        "announcement_prompt",
    },
    events.FlowPublished: {"draft", "rolled_back_to"},
    events.AgentStatusSet: {"cause", "item_id"},
    events.CallbackClosed: {"call_id"},
    settings.Line: {"whisper", "announcement_prompt", "assigned_agents", "assigned_teams"},
    events.CustomerReached: {"connected"},
    settings.AgentProfile: {"hours"},
    settings.AccountSettings: {"failures_in_row_max", "plan", "enrolled"},
    events.OutcomeCorrected: {"listed"},
    events.CallbackUnclaimed: {"claimed_by"},
}
"""Fields that a type has gained since it was first stored, each the last of its fields.

Where a journal lacks one it had its default; a default is not written, so that whatever was
stored without the field stays byte for byte what it is.
"""


class StoredEvent(NamedTuple):
    """An event as it is kept: the parts of its stored name, and its fields as JSON."""

    type: str
    version: int
    data: bytes


class StoredFact(NamedTuple):
    """A row of the journal. `checksum` covers all other fields and the account."""

    sequence: int
    type: str
    version: int
    at: str
    cause: str
    actor: str
    data: str
    checksum: int


def encode_event(event: Event) -> StoredEvent:
    """Write an event; one that could not be read back is a bug and is never stored."""
    form = _FORM_OF_EVENT[type(event)]
    data = _ENCODER.encode(form.shape.store(event))
    assert form.shape.revive(form.decoder.decode(data)) == event, f"{event} cannot be stored"
    return StoredEvent(form.type, form.version, data)


def decode_event(stored: StoredEvent) -> Event:
    """Read an event; refuses what this release does not know exactly."""
    form = _FORM_OF_NAME.get((stored.type, stored.version))
    if form is None:
        raise JournalRefused(
            f"it holds {stored.type}.v{stored.version}, which was written by a newer release"
            " of Ringback; install that release"
        )
    try:
        event: Event = form.shape.revive(form.decoder.decode(stored.data))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise JournalRefused(
            f"it is damaged, or was written by a newer release of Ringback ({error});"
            " install that release or restore the journal from a backup"
        ) from error
    return event


def encode_fact(account_id: AccountId, fact: Fact) -> StoredFact:
    """Write a fact as a row of an account's journal."""
    assert fact.at.utcoffset() is not None, f"{fact.at} has no time zone"
    stored = encode_event(fact.event)
    row = StoredFact(
        sequence=fact.sequence,
        type=stored.type,
        version=stored.version,
        at=fact.at.astimezone(UTC).isoformat(timespec="microseconds"),
        cause=fact.cause,
        actor=fact.actor,
        data=stored.data.decode(),
        checksum=0,
    )
    return row._replace(checksum=_checksum_of_fact(account_id, row))


def decode_fact(account_id: AccountId, row: StoredFact) -> Fact:
    """Read a row of an account's journal; refuses it, by its number, unless it is intact."""
    try:
        _refuse_unless_intact(account_id, row)
        event = decode_event(StoredEvent(row.type, row.version, row.data.encode()))
    except JournalRefused as refused:
        raise JournalRefused(
            f"Fact {row.sequence} of account {account_id} cannot be read: {refused}."
        ) from refused
    return Fact(
        sequence=row.sequence,
        at=datetime.fromisoformat(row.at),
        cause=row.cause,
        actor=row.actor,
        event=event,
    )


def checksum(*fields: str | int | None) -> int:
    """Sum up a row's fields, so that a damaged row is noticed."""
    return crc32("\n".join(map(str, fields)).encode())


def _refuse_unless_intact(account_id: AccountId, row: StoredFact) -> None:
    if row.checksum != _checksum_of_fact(account_id, row):
        raise JournalRefused("it is damaged; restore the journal from a backup")


def _checksum_of_fact(account_id: AccountId, row: StoredFact) -> int:
    return checksum(account_id, *row[:-1])


# ---- the stored shape of a core type: same fields, all required, none unknown, unions tagged

_PLAIN = (str, int, float, bool, NoneType, timedelta, date, time)
_Convert = Callable[[Any], Any]


class _Shape(NamedTuple):
    """What msgspec reads and writes for a core type, and the way there and back."""

    stored_type: Any
    store: _Convert
    revive: _Convert


@cache
def _shape_of(core_type: Any) -> _Shape:
    """Derive the stored shape of a core type; a type that has none is a bug, found at import."""
    if isinstance(core_type, NewType):
        return _shape_of(core_type.__supertype__)
    if core_type is datetime:
        return _Shape(Annotated[datetime, msgspec.Meta(tz=True)], _same, _same)
    if core_type in _PLAIN or (isinstance(core_type, type) and issubclass(core_type, Enum)):
        return _Shape(core_type, _same, _same)
    if get_origin(core_type) is tuple:
        return _shape_of_tuple(core_type)
    if get_origin(core_type) in (Union, UnionType):
        return _shape_of_union(get_args(core_type))
    assert is_dataclass(core_type), f"{core_type} has no stored shape"
    return _shape_of_dataclass(core_type)


def _same(value: Any) -> Any:
    return value


def _shape_of_tuple(core_type: Any) -> _Shape:
    member, ellipsis = get_args(core_type)
    assert ellipsis is ..., f"{core_type} has no stored shape"
    stored_member, store, revive = _shape_of(member)
    stored_type = tuple.__class_getitem__((stored_member, ...))
    if store is _same:
        return _Shape(stored_type, _same, _same)
    return _Shape(
        stored_type,
        lambda values: tuple(map(store, values)),
        lambda values: tuple(map(revive, values)),
    )


def _shape_of_union(members: Iterable[Any]) -> _Shape:
    shapes = {member: _shape_of(member) for member in members}
    stored_type = reduce(operator.or_, (shape.stored_type for shape in shapes.values()))
    structured = {member: shape for member, shape in shapes.items() if is_dataclass(member)}
    if not structured:
        return _Shape(stored_type, _same, _same)
    stores = {member: shape.store for member, shape in structured.items()}
    revives = {shape.stored_type: shape.revive for shape in structured.values()}
    return _Shape(
        stored_type,
        lambda value: stores.get(type(value), _same)(value),
        lambda value: revives.get(type(value), _same)(value),
    )


def _shape_of_dataclass(core_type: Any) -> _Shape:
    hints = get_type_hints(core_type)
    added = ADDED_FIELDS.get(core_type, ())
    names: list[str] = []
    shapes: list[_Shape] = []
    stored_fields: list[Any] = []
    for field in fields(core_type):
        shape = _shape_of(hints[field.name])
        if field.name in added:
            shape = _shape_of_added(field, shape)
            stored_fields.append((field.name, shape.stored_type, msgspec.UNSET))
        else:
            stored_fields.append((field.name, shape.stored_type))
        names.append(field.name)
        shapes.append(shape)
    kind = KINDS.get(core_type)
    stored_type = msgspec.defstruct(
        core_type.__name__,
        stored_fields,
        forbid_unknown_fields=True,
        tag_field="kind" if kind else None,
        tag=kind,
    )
    return _Shape(
        stored_type,
        _rebuild(stored_type, names, [shape.store for shape in shapes]),
        _rebuild(core_type, names, [shape.revive for shape in shapes]),
    )


def _shape_of_added(field: Field[Any], shape: _Shape) -> _Shape:
    """Let a field be absent in place of its default."""
    default = field.default
    return _Shape(
        shape.stored_type | msgspec.UnsetType,
        lambda value: msgspec.UNSET if value == default else shape.store(value),
        lambda value: default if value is msgspec.UNSET else shape.revive(value),
    )


def _rebuild(target: Callable[..., Any], names: list[str], converts: list[_Convert]) -> _Convert:
    """Make a function that builds `target` from the like-named attributes of another object."""
    match names:
        case []:
            return lambda _: target()
        case [name]:
            convert = converts[0]
            return lambda source: target(convert(getattr(source, name)))
    take = operator.attrgetter(*names)
    converted = [(i, convert) for i, convert in enumerate(converts) if convert is not _same]
    if not converted:
        return lambda source: target(*take(source))

    def rebuild(source: Any) -> Any:
        values = list(take(source))
        for index, convert in converted:
            values[index] = convert(values[index])
        return target(*values)

    return rebuild


# ---- forms


class _Form(NamedTuple):
    type: str
    version: int
    shape: _Shape
    decoder: msgspec.json.Decoder[Any]


def _form(name: str, event_type: Any) -> _Form:
    stored_type, _, version = name.rpartition(".v")
    shape = _shape_of(event_type)
    return _Form(stored_type, int(version), shape, msgspec.json.Decoder(shape.stored_type))


_ENCODER = msgspec.json.Encoder()
_FORM_OF_EVENT = {event_type: _form(name, event_type) for name, event_type in STORED_NAMES.items()}
_FORM_OF_NAME = {(form.type, form.version): form for form in _FORM_OF_EVENT.values()}
