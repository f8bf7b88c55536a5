"""The journal's facts as the public messages of the live feed and of timelines."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal, Union, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from ringback.core import events as happened
from ringback.core.events import Fact
from ringback.core.flow import Flow, Step
from ringback.core.ids import AgentId, FlowId, LineId, StepId, TagId, TeamId
from ringback.core.settings import AgentProfile, KeptMessage, Line, OwnTag, Team

NAMES: dict[type[object], str] = {
    happened.AccountOpened: "account-opened",
    happened.AccountConfigured: "account-configured",
    happened.LineConfigured: "line-configured",
    happened.FlowPublished: "flow-published",
    happened.FlowDraftSaved: "flow-draft-saved",
    happened.FlowDraftDiscarded: "flow-draft-discarded",
    happened.MessageMarked: "message-marked",
    happened.MessageKept: "message-kept",
    happened.MessageRenamed: "message-renamed",
    happened.MessageRemoved: "message-removed",
    happened.TeamConfigured: "team-configured",
    happened.AgentConfigured: "agent-configured",
    happened.AgentStatusSet: "agent-status-set",
    happened.AgentCameBack: "agent-came-back",
    happened.AgentWentMissing: "agent-went-missing",
    happened.AgentGivenUp: "agent-given-up",
    happened.AgentCameOnDuty: "agent-came-on-duty",
    happened.AgentWentOffDuty: "agent-went-off-duty",
    happened.AgentFreed: "agent-freed",
    happened.WrapUpEnded: "wrap-up-ended",
    happened.CallBegan: "call-began",
    happened.CustomerRecognised: "customer-recognised",
    happened.AudioStarted: "audio-started",
    happened.MenuStarted: "menu-started",
    happened.MenuLeft: "menu-left",
    happened.BranchTaken: "branch-taken",
    happened.RedirectedToLine: "redirected-to-line",
    happened.RedirectDialled: "redirect-dialled",
    happened.RedirectAnswered: "redirect-answered",
    happened.RedirectFailed: "redirect-failed",
    happened.NoticeStarted: "notice-started",
    happened.WaitEstimated: "wait-estimated",
    happened.MessagePassedOver: "message-passed-over",
    happened.PromptEnded: "prompt-ended",
    happened.EndReached: "end-reached",
    happened.RecordingStarted: "recording-started",
    happened.VoicemailLeft: "voicemail-left",
    happened.FarewellSaid: "farewell-said",
    happened.WhisperStarted: "whisper-started",
    happened.WhisperEnded: "whisper-ended",
    happened.AnnouncementStarted: "announcement-started",
    happened.AnnouncementEnded: "announcement-ended",
    happened.CallConnected: "call-connected",
    happened.AgentMuted: "agent-muted",
    happened.AgentUnmuted: "agent-unmuted",
    happened.CustomerPutOnHold: "customer-put-on-hold",
    happened.CustomerTakenOffHold: "customer-taken-off-hold",
    happened.CallTransferred: "call-transferred",
    happened.ConsultationStarted: "consultation-started",
    happened.ConsultationAnswered: "consultation-answered",
    happened.ConsultationEnded: "consultation-ended",
    happened.ConsultationCompleted: "consultation-completed",
    happened.ConsultationAbandoned: "consultation-abandoned",
    happened.CallRestored: "call-restored",
    happened.CallEnded: "call-ended",
    happened.QueueJoined: "queue-joined",
    happened.StepGivenUp: "step-given-up",
    happened.OffersMade: "offers-made",
    happened.OutsidePhoneAsked: "outside-phone-asked",
    happened.OfferDeclined: "offer-declined",
    happened.OffersRangOut: "offers-rang-out",
    happened.OffersWithdrawn: "offers-withdrawn",
    happened.OfferAccepted: "offer-accepted",
    happened.AgentPhoneUp: "agent-phone-up",
    happened.ReturnedToQueue: "returned-to-queue",
    happened.LateAnswerTurnedAway: "late-answer-turned-away",
    happened.OrphanFound: "orphan-found",
    happened.PhoneSystemWentAway: "phone-system-went-away",
    happened.PhoneSystemCameBack: "phone-system-came-back",
    happened.CallbackRequested: "callback-requested",
    happened.RequestJoined: "request-joined",
    happened.RequestNotGranted: "request-not-granted",
    happened.ConfirmationStarted: "confirmation-started",
    happened.SettlingStarted: "settling-started",
    happened.CallbackSettled: "callback-settled",
    happened.MovedToFront: "moved-to-front",
    happened.MovedToStep: "moved-to-step",
    happened.MovedToAgent: "moved-to-agent",
    happened.CallbackHeld: "callback-held",
    happened.CallbackReleased: "callback-released",
    happened.PlaceLent: "place-lent",
    happened.PlaceGivenBack: "place-given-back",
    happened.BusyWaitStarted: "busy-wait-started",
    happened.BusyWaitPaused: "busy-wait-paused",
    happened.AttemptFailed: "attempt-failed",
    happened.AttemptStarted: "attempt-started",
    happened.DialIntended: "dial-intended",
    happened.CustomerRang: "customer-rang",
    happened.CustomerReached: "customer-reached",
    happened.CustomerConnected: "customer-connected",
    happened.OutboundCallRestored: "outbound-call-restored",
    happened.DialFailed: "dial-failed",
    happened.FaultSuffered: "fault-suffered",
    happened.CallbackClosed: "callback-closed",
    happened.OutcomeCorrected: "outcome-corrected",
    happened.CallbacksHalted: "callbacks-halted",
    happened.CallbacksResumed: "callbacks-resumed",
    happened.AlertRaised: "alert-raised",
    happened.AlertDismissed: "alert-dismissed",
    happened.CallbackClaimed: "callback-claimed",
    happened.CallbackUnclaimed: "callback-unclaimed",
    happened.HandCallStarted: "hand-call-started",
    happened.HandCallAbandoned: "hand-call-abandoned",
    happened.FollowUpCalled: "follow-up-called",
    happened.FollowUpAnswered: "follow-up-answered",
    happened.FollowUpDismissed: "follow-up-dismissed",
    happened.TagConfigured: "tag-configured",
    happened.CallTagged: "call-tagged",
    happened.CallUntagged: "call-untagged",
    happened.NoteWritten: "note-written",
    happened.NoteEdited: "note-edited",
    happened.NoteDeleted: "note-deleted",
    happened.CustomerNamed: "customer-named",
    happened.FollowUpErased: "follow-up-erased",
    happened.CustomerErased: "customer-erased",
}

PublishedField = tuple[str, Any, Callable[[object], Any]]
"""A field's public name, its type, and how to read it from the event."""


def _step_ids(event: Any) -> tuple[StepId, ...]:
    return tuple(step.id for step in event.steps)


_CONFIGURATION: dict[Any, PublishedField] = {
    Line: ("line_id", LineId, attrgetter("line.id")),
    Flow: ("flow_id", FlowId, attrgetter("flow.id")),
    Team: ("team_id", TeamId, attrgetter("team.id")),
    OwnTag: ("tag_id", TagId, attrgetter("tag.id")),
    KeptMessage: ("prompt", str, attrgetter("message.prompt")),
    AgentProfile: ("agent_id", AgentId, attrgetter("profile.id")),
    tuple[Step, ...]: ("step_ids", tuple[StepId, ...], _step_ids),
}


class PublicEvent(BaseModel):
    """What every event says, whatever its name."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)

    sequence: int = Field(description="Its place in the journal, without gaps.")
    at: datetime
    input: str = Field(description="What came in; `time-passed` for a deadline.")
    actor: str = Field(
        description="`agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`,"
        " `key:<id>`, `api`, `clock`."
    )
    name: str


def public_event(fact: Fact) -> PublicEvent:
    """Show a fact as it may be published: it holds references, no number and no name."""
    event = fact.event
    kind: Any = type(event)
    values = {name: read(event) for name, _, read in _published(kind)}
    return _models()[kind].model_construct(
        sequence=fact.sequence,
        at=fact.at,
        input=kebab(fact.cause),
        actor=fact.actor,
        name=NAMES[kind],
        **values,
    )


def public_event_type(kind: type[object]) -> type[PublicEvent]:
    """Return the model of one kind of event."""
    return _models()[kind]


def kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


@cache
def _models() -> dict[type[object], type[PublicEvent]]:
    return {kind: _model(kind, name) for kind, name in NAMES.items()}


def _model(kind: Any, name: str) -> type[PublicEvent]:
    own: dict[str, Any] = {field: (hint, ...) for field, hint, _ in _published(kind)}
    assert not own.keys() & PublicEvent.model_fields.keys(), f"{name} hides the envelope"
    own["name"] = (Literal[name], ...)
    return create_model(
        f"{kind.__name__}Message", __base__=PublicEvent, __doc__=kind.__doc__, **own
    )


@cache
def _published(kind: Any) -> tuple[PublishedField, ...]:
    """Name an event's public fields; a whole configuration is published as its id alone."""
    hints = get_type_hints(kind)
    return tuple(
        _CONFIGURATION.get(hints[field.name])
        or (field.name, hints[field.name], attrgetter(field.name))
        for field in fields(kind)
    )


def any_event_type() -> Any:
    """Return the union of all public events, told apart by their name."""
    return told_apart(_models().values(), by="name")


def told_apart(models: Iterable[type[BaseModel]], *, by: str) -> Any:
    """Return the union of models, which differ in one field."""
    # A type checker knows no type that is made while the program runs.
    return Annotated.__class_getitem__(  # type: ignore[attr-defined]
        (Union.__getitem__(tuple(models)), Field(discriminator=by))
    )
