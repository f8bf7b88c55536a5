"""The types of events of compatible webhooks, and of which facts each may come."""

from collections.abc import Mapping, Sequence
from typing import Final

from ringback.core import events as happened
from ringback.core.events import Fact

COMPATIBLE_HEADERS: Mapping[str, str] = {"aircall-origin": "webhooks"}

EVENTS_OF: Mapping[type[object], tuple[str, ...]] = {
    happened.CallBegan: ("call.created",),
    happened.DialIntended: ("call.created",),
    happened.OffersMade: ("call.ringing_on_agent",),
    happened.OfferDeclined: ("call.agent_declined",),
    happened.CallConnected: ("call.answered",),
    happened.CustomerReached: ("call.answered", "call.tagged"),
    happened.CallTransferred: ("call.transferred",),
    happened.ConsultationCompleted: ("call.transferred",),
    happened.RedirectAnswered: ("call.external_transferred",),
    happened.CustomerPutOnHold: ("call.hold",),
    happened.CustomerTakenOffHold: ("call.unhold",),
    happened.MenuLeft: ("call.ivr_option_selected",),
    happened.VoicemailLeft: ("call.voicemail_left",),
    happened.CallEnded: ("call.hungup", "call.ended"),
    happened.CallbackRequested: ("call.tagged",),
    happened.RequestJoined: ("call.tagged",),
    happened.DialFailed: ("call.tagged", "call.assigned"),
    happened.OutcomeCorrected: ("call.tagged", "call.untagged", "call.assigned"),
    happened.CallTagged: ("call.tagged", "call.archived"),
    happened.CallUntagged: ("call.untagged",),
    happened.NoteWritten: ("call.commented",),
    happened.AgentStatusSet: ("user.opened", "user.opened.v2", "user.closed", "user.closed.v2"),
    happened.AgentCameOnDuty: ("user.opened", "user.opened.v2"),
    happened.AgentWentOffDuty: ("user.closed", "user.closed.v2"),
    happened.AgentCameBack: ("user.connected", "user.connected.v2"),
    happened.AgentWentMissing: ("user.disconnected", "user.disconnected.v2"),
    happened.AgentFreed: ("user.wut_start", "user.wut_start.v2"),
    happened.WrapUpEnded: ("user.wut_end", "user.wut_end.v2"),
    happened.CustomerNamed: ("contact.created", "contact.updated"),
    happened.CustomerErased: ("contact.deleted",),
    happened.AgentConfigured: ("user.created", "user.created.v2"),
    happened.LineConfigured: ("number.created",),
    happened.TeamConfigured: ("team.created",),
}
_NEVER: Final = (
    "call.unsuccessful_transfer",
    "call.comm_assets_generated",
    "user.deleted",
    "user.deleted.v2",
    *(f"number.{what}" for what in ("opened", "closed", "deleted")),
    *(
        f"{what}.{became}"
        for what in ("message", "group_message")
        for became in ("sent", "received", "status_updated")
    ),
    "transcription.created",
    "summary.created",
    "topics.created",
    "sentiment.created",
    "action_item.created",
    "playbook_result.created",
    "playbook_result.updated",
    "realtime_transcription.utterances_received",
    "custom_summary.result_created",
    "custom_summary.result_updated",
    "call_evaluation.created",
    "call_evaluation.updated",
    *(f"ai_voice_agent.{what}" for what in ("started", "ended", "escalated", "summary")),
    "analytics.report_created",
    "analytics.report_failed",
    "integration.deleted",
    "team.destroyed",
)
"""What may be asked for and never happens here."""
TOLD: Sequence[str] = tuple(dict.fromkeys(name for names in EVENTS_OF.values() for name in names))
ALL_EVENTS: Sequence[str] = (*TOLD, *_NEVER)


def is_told_compatibly(fact: Fact) -> bool:
    return type(fact.event) in EVENTS_OF


def wants_compatibly(events: Sequence[str], fact: Fact) -> bool:
    """Tell whether anything may come of a fact that is asked for; nothing asked for is all."""
    possible = EVENTS_OF.get(type(fact.event), ())
    return bool(possible) and (not events or any(name in events for name in possible))
