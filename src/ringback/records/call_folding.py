"""Folds facts into the records of calls: what the caller met, who answered, how it ended."""

from ringback.core import events as happened
from ringback.core.estimate import heard_wait
from ringback.core.events import Branch, Fact
from ringback.core.outcomes import Tag

from .shelf import Shelf


def fold_call(shelf: Shelf, fact: Fact) -> None:
    event = fact.event
    match event:
        case (
            happened.CallConnected()
            | happened.ConsultationCompleted()
            | happened.CallEnded()
            | happened.VoicemailLeft()
            | happened.RequestNotGranted()
            | happened.CustomerRang()
            | happened.CustomerReached()
            | happened.MenuStarted()
            | happened.MenuLeft()
            | happened.BranchTaken()
            | happened.WaitEstimated()
        ):
            call = shelf.call(event.call_id)
        case _:
            return
    if call is None:
        return
    match event:
        case happened.CallConnected():
            call.connected_at = call.connected_at or fact.at
            call.agent_id = event.agent_id
        case happened.ConsultationCompleted():
            call.agent_id = event.colleague_id
        case happened.CallEnded():
            call.ended_at = fact.at
            call.ending = event.ending
            if call.missed and call.request_not_granted is not None:
                call.add_tag(Tag.CALLBACK_REQUEST)
        case happened.VoicemailLeft():
            call.voicemail_seconds = event.seconds
        case happened.RequestNotGranted():
            call.request_not_granted = event.reason or call.request_not_granted
        case happened.CustomerRang():
            call.rang_at = fact.at
        case happened.CustomerReached():
            call.connected_at = fact.at
        case happened.MenuStarted():
            call.in_menu = True
        case happened.MenuLeft():
            call.in_menu = event.next_step_id is None
        case happened.BranchTaken():
            call.met_closed_hours |= event.branch is Branch.CLOSED
        case happened.WaitEstimated() if event.estimate is not None:
            promised_until = fact.at + heard_wait(event.estimate)
            call.promised_until = call.promised_until or promised_until


def fold_redirect(shelf: Shelf, fact: Fact) -> None:
    """Note where a caller was sent, and that a number outside answered (R17)."""
    match fact.event:
        case (
            happened.RedirectedToLine()
            | happened.RedirectDialled()
            | happened.RedirectAnswered() as event
        ):
            call = shelf.call(event.call_id)
        case _:
            return
    if call is None:
        return
    match event:
        case happened.RedirectedToLine():
            call.redirected_to.append(event.line_id)
        case happened.RedirectDialled():
            call.dialled_outside = event.customer_id or event.number
        case happened.RedirectAnswered():
            call.connected_at = fact.at
            if call.dialled_outside is not None:
                call.redirected_to.append(call.dialled_outside)


def fold_transfer(shelf: Shelf, fact: Fact) -> None:
    """Note who let a call go on to whom (R30)."""
    match fact.event:
        case happened.CallTransferred() as event:
            call = shelf.call(event.call_id)
            if call is not None:
                call.transferred_by = event.agent_id
                call.transferred_to = event.to_agent
                call.transferred_to_team = event.to_team
        case happened.ConsultationCompleted() as event:
            call = shelf.call(event.call_id)
            if call is not None:
                call.transferred_by, call.transferred_to = event.agent_id, event.colleague_id
                call.transferred_to_team = None
        case _:
            pass
