"""The types of events that webhooks are told: stable names, each for what became true."""

from collections.abc import Mapping
from typing import Final

from ringback.core import events as happened
from ringback.core.events import Fact

TEST_TYPE: Final = "webhook.test"
"""What a try by hand bears; no webhook has to ask for it."""

EVENT_TYPES: Mapping[type[object], str] = {
    happened.CallBegan: "call.began",
    happened.CallConnected: "call.connected",
    happened.CallTransferred: "call.transferred",
    happened.RedirectAnswered: "call.redirected",
    happened.VoicemailLeft: "call.voicemail-left",
    happened.RequestNotGranted: "call.request-not-granted",
    happened.CallEnded: "call.ended",
    happened.QueueJoined: "queue.joined",
    happened.StepGivenUp: "queue.given-up",
    happened.OffersMade: "offer.made",
    happened.OfferDeclined: "offer.declined",
    happened.OffersRangOut: "offer.rang-out",
    happened.OffersWithdrawn: "offer.withdrawn",
    happened.OfferAccepted: "offer.accepted",
    happened.CallbackRequested: "callback.requested",
    happened.RequestJoined: "callback.joined",
    happened.CallbackHeld: "callback.held",
    happened.CallbackReleased: "callback.released",
    happened.MovedToFront: "callback.moved-to-front",
    happened.MovedToStep: "callback.moved-to-step",
    happened.MovedToAgent: "callback.moved-to-agent",
    happened.AttemptFailed: "callback.attempt-failed",
    happened.AttemptStarted: "callback.attempt-started",
    happened.DialIntended: "callback.dialled",
    happened.CustomerRang: "callback.customer-rang",
    happened.CustomerReached: "callback.customer-reached",
    happened.DialFailed: "callback.dial-failed",
    happened.CallbackClosed: "callback.ended",
    happened.OutcomeCorrected: "callback.outcome-corrected",
    happened.CallbackClaimed: "callback.claimed",
    happened.CallbackUnclaimed: "callback.unclaimed",
    happened.HandCallStarted: "callback.hand-call-started",
    happened.HandCallAbandoned: "callback.hand-call-abandoned",
    happened.FollowUpCalled: "callback.follow-up-called",
    happened.FollowUpAnswered: "callback.follow-up-answered",
    happened.FollowUpDismissed: "callback.follow-up-dismissed",
    happened.CallbacksHalted: "company.callbacks-halted",
    happened.CallbacksResumed: "company.callbacks-resumed",
    happened.AgentStatusSet: "agent.status-set",
    happened.AgentCameBack: "agent.came-back",
    happened.AgentWentMissing: "agent.went-missing",
    happened.AgentGivenUp: "agent.given-up",
    happened.AgentCameOnDuty: "agent.came-on-duty",
    happened.AgentWentOffDuty: "agent.went-off-duty",
    happened.AgentFreed: "agent.freed",
    happened.WrapUpEnded: "agent.wrap-up-ended",
    happened.AlertRaised: "alert.raised",
    happened.AlertDismissed: "alert.dismissed",
}


def event_type_of(fact: Fact) -> str | None:
    """Name the type of a fact; None for what no webhook is told."""
    return EVENT_TYPES.get(type(fact.event))


def is_told(fact: Fact) -> bool:
    return type(fact.event) in EVENT_TYPES
