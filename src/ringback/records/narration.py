"""Tells what happened, one sentence for each fact that people care about."""

from ringback.core import events as happened
from ringback.core.events import Fact
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, ItemId
from ringback.core.outcomes import Outcome
from ringback.ports import NumberBook

from .book import RecordBook


class Narrator:
    """Tells facts in English, with the names of the number book."""

    def __init__(self, records: RecordBook, number_book: NumberBook) -> None:
        self._records = records
        self._number_book = number_book

    def tell(self, fact: Fact) -> str | None:
        """Give the fact's sentence; None for what is only bookkeeping."""
        event = fact.event
        told = (
            self._tell_call(event)
            or self._tell_talk(event)
            or self._tell_redirect(event)
            or self._tell_offer(event)
            or self._tell_callback(event)
            or self._tell_call_by_hand(event)
            or self._tell_annotation(event)
        )
        return None if told is None else told[0].upper() + told[1:]

    def _tell_call(self, event: happened.Event) -> str | None:
        match event:
            case happened.CallBegan():
                line = self._number_book.line(event.line_id)
                return f"{self._customer(event.customer_id)} calls {line.name} ({line.number})."
            case happened.CustomerRecognised():
                return f"{self._callback(event.callback_id)} had not been completed."
            case happened.AudioStarted() | happened.NoticeStarted() | happened.MenuStarted():
                return f"{self._caller(event.call_id)} hears the message {event.prompt}."
            case happened.WaitEstimated(prompt=str(prompt)):
                return f"{self._caller(event.call_id)} hears the message {prompt}."
            case happened.MenuLeft(digit=None):
                return f"{self._caller(event.call_id)} makes no choice."
            case happened.MenuLeft():
                return f"{self._caller(event.call_id)} presses {event.digit}."
            case happened.BranchTaken():
                return f"{self._caller(event.call_id)} is sent on: {event.branch.value}."
            case happened.WhisperStarted():
                return f"{self._agent(event.agent_id)} hears the message {event.prompt}."
            case happened.AnnouncementStarted():
                return f"{self._caller(event.call_id)} hears the message {event.prompt}."
            case happened.CallConnected():
                agent = self._agent(event.agent_id)
                return f"{self._caller(event.call_id)} and {agent} hear each other."
            case happened.CustomerConnected():
                return f"{self._caller(event.call_id)} and the agent hear each other."
            case happened.VoicemailLeft():
                seconds = round(event.seconds)
                return f"{self._caller(event.call_id)} left a message of {seconds} s."
            case happened.CallEnded():
                ending = event.ending.value.replace("_", " ")
                return f"The call of {self._caller(event.call_id)} is over: {ending}."
            case happened.AgentStatusSet(cause=happened.StatusCause.RANG_OUT):
                agent = self._agent(event.agent_id)
                return f"{agent} is {event.status.value}: too many offers in a row rang out."
            case happened.AgentStatusSet(reason=str(reason)):
                agent = self._agent(event.agent_id)
                return f"{agent} is {event.status.value}: {reason}."
            case happened.AgentStatusSet():
                return f"{self._agent(event.agent_id)} is {event.status.value}."
            case happened.AgentCameOnDuty():
                return f"{self._agent(event.agent_id)} is within the working hours."
            case happened.AgentWentOffDuty():
                return f"{self._agent(event.agent_id)} is outside the working hours."
            case happened.WrapUpEnded():
                return f"{self._agent(event.agent_id)} has finished the wrap-up."
            case _:
                return None

    def _tell_talk(self, event: happened.Event) -> str | None:
        match event:
            case happened.AgentMuted():
                return f"{self._agent(event.agent_id)} is muted."
            case happened.AgentUnmuted():
                return f"{self._agent(event.agent_id)} is not muted any more."
            case happened.CustomerPutOnHold():
                return f"{self._agent(event.agent_id)} puts {self._caller(event.call_id)} on hold."
            case happened.CallTransferred():
                agent = self._agent(event.agent_id)
                return f"{agent} transfers {self._caller(event.call_id)} to {self._target(event)}."
            case happened.ConsultationStarted():
                agents = f"{self._agent(event.agent_id)} consults {self._agent(event.colleague_id)}"
                return f"{agents} about {self._item(event.call_id)}."
            case happened.ConsultationAnswered():
                agent = self._agent(event.agent_id)
                return f"{agent} and {self._agent(event.colleague_id)} hear each other."
            case happened.ConsultationEnded():
                ending = event.ending.value.replace("-", " ")
                return f"The consultation of {self._agent(event.colleague_id)} is over: {ending}."
            case happened.ConsultationCompleted() | happened.ConsultationAbandoned():
                colleague = self._agent(event.colleague_id)
                return f"{self._agent(event.agent_id)} leaves the customer to {colleague}."
            case happened.CustomerTakenOffHold():
                agent = self._agent(event.agent_id)
                return f"{agent} takes {self._caller(event.call_id)} off hold."
            case _:
                return None

    def _target(self, event: happened.CallTransferred) -> str:
        if event.to_agent is not None:
            return self._agent(event.to_agent)
        if event.to_customer is not None:
            return self._customer(event.to_customer)
        if event.to_line is not None:
            return self._number_book.line(event.to_line).name or event.to_line
        return f"the team {event.to_team}"

    def _tell_redirect(self, event: happened.Event) -> str | None:
        match event:
            case happened.RedirectedToLine():
                line = self._number_book.line(event.line_id).name or event.line_id
                return f"{self._caller(event.call_id)} is handed over to {line}."
            case happened.RedirectDialled():
                number = event.number or self._customer(event.customer_id)
                return f"{number} is called for {self._item(event.call_id)}."
            case happened.RedirectAnswered():
                return f"{self._caller(event.call_id)} is in conversation outside."
            case happened.RedirectFailed():
                cause = event.cause.value.replace("-", " ")
                return f"{self._caller(event.call_id)} could not be redirected: {cause}."
            case _:
                return None

    def _tell_offer(self, event: happened.Event) -> str | None:
        match event:
            case happened.QueueJoined():
                return f"{self._item(event.item_id)} stands in the queue {event.step_id}."
            case happened.OffersMade():
                agents = _listed([self._agent(terms.agent_id) for terms in event.offers])
                return f"{agents} rung for {self._item(event.item_id)}."
            case happened.OutsidePhoneAsked():
                return f"The outside phone of {self._agent(event.agent_id)} is asked for the 1."
            case happened.OfferDeclined():
                return f"{self._agent(event.agent_id)} declines."
            case happened.OffersRangOut():
                return f"{_listed([self._agent(one) for one in event.agent_ids])} not answering."
            case happened.OfferAccepted():
                agent = self._agent(event.agent_id)
                return f"{agent} accepts {self._item(event.item_id)}."
            case happened.ReturnedToQueue():
                return f"{self._item(event.item_id)} is back in the queue, at the same place."
            case happened.StepGivenUp():
                cause = event.cause.value.replace("-", " ")
                return f"{self._item(event.item_id)} leaves the queue: {cause}."
            case _:
                return None

    def _tell_callback(self, event: happened.Event) -> str | None:
        match event:
            case happened.CallbackRequested(call_id=None):
                return f"Callback {event.callback_id} is asked for without a call."
            case happened.CallbackRequested(call_id=str(call_id)):
                caller = self._caller(CallId(call_id))
                place = ", keeping the place" if event.keeps_place else ""
                return f"{caller} presses * : callback {event.callback_id} is stored{place}."
            case happened.RequestJoined():
                return f"The request joins the waiting callback {event.callback_id}."
            case happened.RequestNotGranted():
                return f"{self._caller(event.call_id)} cannot be promised a callback."
            case happened.ConfirmationStarted():
                return f"{self._caller(event.call_id)} hears the message {event.prompt}."
            case happened.MovedToFront():
                return f"{self._callback(event.callback_id)} is moved to the front."
            case happened.MovedToStep():
                callback = self._callback(event.callback_id)
                return f"{callback} is moved to the step {event.step_id}."
            case happened.MovedToAgent():
                callback = self._callback(event.callback_id)
                return f"{callback} is moved to {self._agent(event.agent_id)}."
            case happened.CallbackSettled():
                return f"{self._callback(event.callback_id)} may be offered."
            case happened.AttemptFailed():
                reason = event.reason.value.replace("_", " ")
                return f"Attempt {event.attempt_number} has failed: {reason}."
            case happened.AttemptStarted():
                return f"Attempt {event.attempt_number} begins, at the back."
            case happened.DialIntended():
                return f"{self._callback(event.callback_id)}: the customer is being called."
            case happened.CustomerRang():
                return f"{self._callback(event.callback_id)}: the customer's phone rings."
            case happened.CustomerReached():
                return f"{self._callback(event.callback_id)}: the customer answered."
            case happened.PlaceLent():
                return f"The new call stands in the place of {self._item(event.callback_id)}."
            case happened.PlaceGivenBack():
                return f"{self._callback(event.callback_id)} has its place back."
            case happened.CallbackClosed() | happened.OutcomeCorrected():
                callback = self._callback(event.callback_id)
                return f"{callback} has its outcome: {outcome_words(event.outcome)}."
            case _:
                return None

    def _tell_call_by_hand(self, event: happened.Event) -> str | None:
        match event:
            case happened.CallbackClaimed():
                return f"{self._agent(event.agent_id)} claims {self._item(event.callback_id)}."
            case happened.CallbackUnclaimed(claimed_by=owner) if owner is not None:
                return f"{self._who(event.agent_id)} releases {self._agent(owner)}'s claim."
            case happened.CallbackUnclaimed():
                return f"{self._callback(event.callback_id)} is everybody's again."
            case happened.HandCallStarted():
                return f"{self._agent(event.agent_id)} calls {self._item(event.callback_id)}."
            case happened.HandCallAbandoned():
                return (
                    f"{self._callback(event.callback_id)} stays to be called: nobody was dialled."
                )
            case happened.FollowUpCalled(reached=True):
                return f"{self._callback(event.callback_id)} is seen to."
            case happened.FollowUpCalled():
                return f"{self._callback(event.callback_id)} stays to be called: not reached."
            case happened.FollowUpAnswered():
                return f"{self._callback(event.callback_id)} is seen to by their own call."
            case happened.FollowUpDismissed():
                return f"{self._agent(event.agent_id)} dismisses {self._item(event.callback_id)}."
            case happened.FollowUpErased():
                return "The callback is off the list: the customer's data were erased."
            case happened.CustomerErased():
                return "A customer's number and name were erased."
            case _:
                return None

    def _tell_annotation(self, event: happened.Event) -> str | None:
        match event:
            case happened.CallTagged():
                return f"{self._who(event.agent_id)} puts the tag {event.tag_id} on the call."
            case happened.CallUntagged():
                return f"{self._who(event.agent_id)} takes the tag {event.tag_id} off the call."
            case happened.NoteWritten():
                return f"{self._who(event.agent_id)} writes a note."
            case happened.NoteEdited():
                return f"{self._who(event.agent_id)} edits a note."
            case happened.NoteDeleted():
                return f"{self._who(event.agent_id)} deletes a note."
            case _:
                return None

    def _who(self, agent_id: AgentId | None) -> str:
        return "An operator" if agent_id is None else self._agent(agent_id)

    def _agent(self, agent_id: AgentId) -> str:
        return self._number_book.agent(agent_id).name or agent_id

    def _customer(self, customer_id: CustomerId | None) -> str:
        if customer_id is None:
            return "A caller without a number"
        known = self._number_book.customer(customer_id)
        return known.name or known.number or "A caller"

    def _caller(self, call_id: CallId) -> str:
        call = self._records.call(call_id)
        return "A caller" if call is None else self._customer(call.customer_id)

    def _callback(self, callback_id: CallbackId) -> str:
        callback = self._records.callback(callback_id)
        whose = "" if callback is None else f" of {self._customer(callback.customer_id)}"
        return f"The callback{whose}"

    def _item(self, item_id: ItemId) -> str:
        if self._records.callback(CallbackId(item_id)) is not None:
            callback = self._callback(CallbackId(item_id))
            return callback[0].lower() + callback[1:]
        return f"the call of {self._caller(CallId(item_id))}"


def outcome_words(outcome: Outcome) -> str:
    """Write an outcome with its reason, as it is stored."""
    return outcome.kind.value if outcome.reason is None else f"{outcome.kind}: {outcome.reason}"


def _listed(names: list[str]) -> str:
    return f"{', '.join(names)} {'is' if len(names) == 1 else 'are'}"
