"""Checks of requests, attempts, dials and outcomes: S1 to S5, S12, S14 to S18, L1, L4."""

from collections.abc import Iterator
from datetime import timedelta

from ringback.core import events as e
from ringback.core.effects import DialCustomer, PlayPrompt
from ringback.core.flow import RedirectToNumber
from ringback.core.ids import CallbackId, CallId
from ringback.core.outcomes import COMPLETED, REASONS, CallEnding, OutcomeKind, OutcomeReason
from ringback.core.settings import NumberKind, WhenCustomerCalls

from .ledger import CallbackNote, CallNote, DialNote, Ledger
from .sight import Sight

IN_CALLS_BY_HAND = (
    e.OutsidePhoneAsked,
    e.AgentPhoneUp,
    e.DialIntended,
    e.CustomerRang,
    e.CustomerReached,
    e.DialFailed,
    e.HandCallAbandoned,
    e.FollowUpCalled,
    e.CustomerRecognised,
)
TO_LISTED = (
    e.CustomerRecognised,
    e.CallbackClaimed,
    e.CallbackUnclaimed,
    e.HandCallStarted,
    e.FollowUpAnswered,
    e.FollowUpDismissed,
    e.FollowUpErased,
)
FAULTS_MAX = 3
AFTER_THE_LAST_ATTEMPT = {
    OutcomeReason.NO_AVAILABLE_AGENT,
    OutcomeReason.NO_ANSWER,
    OutcomeReason.DECLINED,
}


def accept_durable_at(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S1: a confirmation starts only after the request is a fact."""
    if isinstance(fact.event, e.ConfirmationStarted):
        callback = ledger.callbacks.get(fact.event.callback_id)
        if callback is None or fact.event.call_id not in callback.inbound_call_ids:
            yield f"{fact.event.call_id} hears a confirmation of nothing"


def accept_durable(sight: Sight) -> Iterator[str]:
    """S1: nothing is played that no fact speaks of."""
    for effect in sight.effects:
        known = sight.ledger.playbacks
        if isinstance(effect, PlayPrompt) and effect.playback_id not in known:
            yield f"{effect.prompt} plays without a fact"


def accept_once(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S2: one inbound call asks once."""
    match fact.event:
        case e.CallbackRequested(call_id=call_id) | e.RequestJoined(call_id=call_id):
            if call_id is not None and ledger.calls[call_id].asked:
                yield f"{call_id} has asked twice"
        case _:
            pass


def one_live_leg(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S3: nothing is dialled while an earlier dial of the callback lives or is in doubt.

    An agent may call by hand what was not reached, or was never known to be, once that is over.
    """
    if isinstance(fact.event, e.DialIntended):
        by_hand = ledger.callbacks[fact.event.callback_id].called_by is not None
        for dial in _dials_of(ledger, fact.event.callback_id):
            in_doubt = dial.failed is None or dial.failed.cause is None
            if not dial.ended or (in_doubt and not by_hand):
                yield f"{fact.event.callback_id} is dialled while {dial.intended.call_id} lives"


def one_live_leg_told(sight: Sight) -> Iterator[str]:
    """S3: a customer's leg is dialled once."""
    for leg_id, times in sight.orders.dials.items():
        if times > 1:
            yield f"{leg_id} is dialled {times} times"


def _dials_of(ledger: Ledger, callback_id: CallbackId) -> list[DialNote]:
    return [dial for dial in ledger.dials.values() if dial.intended.callback_id == callback_id]


def dial_intent_first(sight: Sight) -> Iterator[str]:
    """S4: each intent leads to one command, and no command goes without its intent."""
    intended = {dial.intended.customer_leg_id for dial in sight.ledger.dials.values()}
    sent = [effect.leg_id for effect in sight.effects if isinstance(effect, DialCustomer)]
    new = [
        fact.event.customer_leg_id for fact in sight.facts if isinstance(fact.event, e.DialIntended)
    ]
    if not set(sent) <= intended:
        yield f"{sent} are dialled without an intent"
    if sent != new:
        yield f"{new} were to be dialled, {sent} are"


def attempts_bounded(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S5: attempts are numbered without a gap and bounded, faults of ours apart."""
    match fact.event:
        case e.AttemptStarted(callback_id=callback_id, attempt_number=number):
            callback = ledger.callbacks[callback_id]
            if number != callback.attempt_number + 1 or number > _attempts_max(callback):
                yield f"{callback_id} begins attempt {number} of {_attempts_max(callback)}"
        case e.AttemptFailed(callback_id=callback_id, attempt_number=number):
            if number != ledger.callbacks[callback_id].attempt_number:
                yield f"{callback_id} fails attempt {number} while in another"
        case e.FaultSuffered(callback_id=callback_id, fault_number=number):
            if number != ledger.callbacks[callback_id].faults + 1 or number > FAULTS_MAX:
                yield f"{callback_id} suffers fault {number}"
        case e.CallbackClosed(callback_id=callback_id, outcome=outcome):
            callback = ledger.callbacks[callback_id]
            is_last = callback.attempt_number == _attempts_max(callback)
            if outcome.reason in AFTER_THE_LAST_ATTEMPT and not is_last:
                yield f"{callback_id} fails in attempt {callback.attempt_number}"
        case _:
            pass


def _attempts_max(callback: CallbackNote) -> int:
    return callback.request.settings.retries + 1


def one_outcome(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S12: one outcome of the closed list; then one correction in wrap-up, or a call by hand that
    leaves it as it is, and nothing else."""
    event = fact.event
    named = getattr(event, "callback_id", None) or getattr(event, "item_id", None)
    callback = ledger.callbacks.get(named) if named is not None else None
    if callback is None or isinstance(event, e.AlertRaised):
        return
    if isinstance(event, e.OutcomeCorrected):
        agent = ledger.agents[event.agent_id]
        in_wrap_up = agent.wrapping_up and agent.correctable == callback.id
        if callback.outcome != COMPLETED or callback.corrections or not in_wrap_up:
            yield f"{callback.id} is corrected by {event.agent_id} out of turn"
    elif callback.outcome is not None and not _is_follow_up(ledger, callback, event):
        yield f"{type(event).__name__} comes after the outcome of {callback.id}"
    if isinstance(event, e.CallbackClosed | e.OutcomeCorrected):
        outcome = event.outcome
        reasons = REASONS[outcome.kind] or (None,)
        if outcome.reason not in reasons:
            yield f"{outcome.reason} is no reason for {outcome.kind}"


def _is_follow_up(ledger: Ledger, callback: CallbackNote, event: e.Event) -> bool:
    """R39: what may still happen to a callback that failed or was not reached."""
    if callback.called_by is not None:
        return isinstance(event, IN_CALLS_BY_HAND)
    return ledger.is_listed(callback) and isinstance(event, TO_LISTED)


def superseded(sight: Sight) -> Iterator[str]:
    """S12, R37: no callback waits on once its customer's own call was answered, if its settings
    say so, and none is superseded by anything else. A call that we placed is not the customer's
    own, whoever it is handed on to (R30)."""
    ledger = sight.ledger
    for fact in sight.facts:
        match fact.event:
            case e.CallbackClosed(callback_id=callback_id, call_id=call_id, outcome=outcome):
                is_superseded = outcome.reason is OutcomeReason.SUPERSEDED
                call = ledger.calls.get(call_id) if call_id is not None else None
                if is_superseded is not (call is not None and call.answered is not None):
                    yield f"{callback_id} is closed by {call_id} as {outcome.reason}"
            case _:
                pass
    for callback_id, callback in ledger.callbacks.items():
        kept = callback.request.settings.when_customer_calls is WhenCustomerCalls.KEEP
        dialled = any(not dial.ended for dial in _dials_of(ledger, callback_id))
        if kept or dialled or callback.outcome is not None:
            continue
        for call in ledger.calls.values():
            if call.id not in ledger.dials and _serves(call, callback):
                yield f"{callback.id} is still pending while {call.id} talks to its customer"


def _serves(call: CallNote, callback: CallbackNote) -> bool:
    """Tell whether it is the customer's own call, answered since; one that we made is none."""
    return (
        call.ending is None
        and call.leg_id is None
        and callback.customer_id is not None
        and (call.customer_id, call.line_id) == (callback.customer_id, callback.line_id)
        and call.answered is not None
        and call.answered > callback.requested
    )


def linked_records(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S14: requests name their inbound call, dials their callback, and outcomes follow."""
    match fact.event:
        case e.CallbackRequested(call_id=None) as request:
            if request.customer_id is None or request.callback_id in ledger.callbacks:
                yield f"{request.callback_id} is of nobody, or not one of its own"
        case e.CallbackRequested(call_id=str(asked_in)) as request:
            call = ledger.calls.get(CallId(asked_in))
            if call is None or request.callback_id in ledger.callbacks:
                yield f"{request.callback_id} is linked to no call of its own"
            elif (call.customer_id, call.line_id) != (request.customer_id, request.line_id):
                yield f"{request.callback_id} is of another customer than {call.id}"
        case e.RequestJoined(callback_id=callback_id, call_id=str(asked_in)):
            call, callback = ledger.calls[CallId(asked_in)], ledger.callbacks[callback_id]
            if (call.customer_id, call.line_id) != (callback.customer_id, callback.line_id):
                yield f"{asked_in} joins a callback of another customer"
        case e.DialIntended(call_id=call_id, callback_id=callback_id):
            if call_id in ledger.dials or callback_id not in ledger.callbacks:
                yield f"{call_id} is no record of its own"
        case e.CallEnded(call_id=call_id, ending=ending):
            yield from _ending_follows(ledger, call_id, ending)
        case e.CallbackClosed(callback_id=callback_id, outcome=outcome):
            reached = any(dial.reached for dial in _dials_of(ledger, callback_id))
            if (outcome.kind is OutcomeKind.COMPLETED) is not reached:
                yield f"{callback_id} ends {outcome.kind}, reached: {reached}"
            if outcome.kind is OutcomeKind.NOT_REACHED and not _dials_of(ledger, callback_id):
                yield f"{callback_id} was not reached without a dial"
        case e.FollowUpCalled(callback_id=callback_id, call_id=call_id, reached=reached):
            dial = ledger.dials[call_id]
            if dial.intended.callback_id != callback_id or dial.reached is not reached:
                yield f"{callback_id} was called by {call_id}, reached: {dial.reached}"
        case _:
            pass


def _ending_follows(ledger: Ledger, call_id: str, ending: CallEnding) -> Iterator[str]:
    dial = ledger.dials.get(call_id)  # type: ignore[call-overload]
    if dial is not None:
        if dial.ended:
            yield f"{call_id} ends twice"
        return
    call = ledger.calls[call_id]  # type: ignore[index]
    if call.ending is not None:
        yield f"{call_id} ends twice"
    if (ending is CallEnding.CALLBACK_REQUESTED) is not call.asked:
        yield f"{call_id} ends {ending}, asked: {call.asked}"


def dial_policy(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S15: the verdict is in the journal, and a recount by the settings of the moment agrees.

    Calls by hand obey the same countries; the limits are those of automatic calls (R48).
    """
    if isinstance(fact.event, e.RedirectDialled):
        yield from _typed_number(ledger, fact.event)
    if not isinstance(fact.event, e.DialIntended):
        return
    callback = ledger.callbacks[fact.event.callback_id]
    line = ledger.lines[callback.line_id]
    if fact.event.policy_verdict != "allowed":
        yield f"{callback.id} is dialled with the verdict {fact.event.policy_verdict!r}"
    if callback.request.destination.country not in (line.dialling.countries or (line.country,)):
        yield f"{callback.id} is dialled into a country that is not allowed"
    if callback.called_by is not None:
        return
    automatic = [dial for dial in ledger.dials.values() if not dial.by_hand]
    in_day = [
        dial
        for dial in automatic
        if ledger.callbacks[dial.intended.callback_id].customer_id == callback.customer_id
        and dial.at > fact.at - timedelta(days=1)
    ]
    in_hour = [
        dial
        for dial in automatic
        if ledger.callbacks[dial.intended.callback_id].line_id == line.id
        and dial.at > fact.at - timedelta(hours=1)
    ]
    if len(in_day) >= line.dialling.customer_day_max:
        yield f"{callback.customer_id} is dialled more than allowed in a day"
    if len(in_hour) >= line.dialling.line_hour_max:
        yield f"{line.id} dials more than allowed in an hour"


def _typed_number(ledger: Ledger, dialled: e.RedirectDialled) -> Iterator[str]:
    """A number that an agent typed is dialled from a line that may, and stands in no fact."""
    if dialled.customer_id is None:
        return
    call = ledger.calls[dialled.call_id]
    line = ledger.lines[call.line_id]
    where = next(step.destination for step in call.own_steps if isinstance(step, RedirectToNumber))
    if dialled.policy_verdict != "allowed" or dialled.number:
        yield f"{dialled} has no leave, or tells a number"
    if where.kind is not NumberKind.ORDINARY:
        yield f"{dialled.customer_id} is dialled, whom nobody may call"
    if where.country not in (line.dialling.countries or (line.country,)):
        yield f"{dialled.customer_id} is dialled into a country that is not allowed"


def no_blind_dial(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S16: only an ordinary number whose customer is known is dialled, and a manual request only
    by hand."""
    if isinstance(fact.event, e.DialIntended):
        callback = ledger.callbacks[fact.event.callback_id]
        request = callback.request
        ordinary = request.destination.kind is NumberKind.ORDINARY
        by_itself = callback.called_by is None and request.mode is e.RequestMode.MANUAL
        if not ordinary or request.customer_id is None or by_itself:
            yield f"{request.callback_id} is dialled, a {request.destination.kind} number"


def stop_wins_at(ledger: Ledger, fact: e.Fact) -> Iterator[str]:
    """S17: nothing is dialled, offered or accepted for a callback that was stopped, save by an
    agent's own hand; nothing waits for a customer who is erased."""
    match fact.event:
        case e.DialIntended(callback_id=item_id) | e.OffersMade(item_id=item_id):
            callback = ledger.callbacks.get(item_id)  # type: ignore[arg-type]
            stopped = callback is not None and callback.outcome is not None
            if stopped and callback.called_by is None:  # type: ignore[union-attr]
                yield f"{item_id} goes on after its end"
        case e.HandCallStarted(callback_id=callback_id):
            if not ledger.is_listed(ledger.callbacks[callback_id]):
                yield f"{callback_id} is called by hand though it is not listed"
        case e.CustomerErased(customer_id=customer_id):
            for callback in ledger.callbacks.values():
                waits = callback.outcome is None or callback.follow_up
                if callback.customer_id == customer_id and waits:
                    yield f"{callback.id} waits for {customer_id}, who is erased"
        case _:
            pass


def stop_wins(sight: Sight) -> Iterator[str]:
    """S17: a callback that was stopped stands nowhere and rings nobody but who calls by hand."""
    stopped = {c.id for c in sight.ledger.callbacks.values() if c.outcome is not None}
    by_hand = {offer.id for offer in sight.ledger.offers.values() if offer.by_hand}
    standing = {entry[2] for queue in sight.world.queues.values() for entry in queue.items}
    ringing = {o.item_id for o in sight.world.offers.values() if o.id not in by_hand}
    for callback_id in stopped & (standing | ringing | set(sight.world.callbacks)):
        yield f"{callback_id} is still there after its end"


def number_frozen(sight: Sight) -> Iterator[str]:
    """S18: whom a dial calls, and from which line, is what was stored with the request."""
    for effect in sight.effects:
        if not isinstance(effect, DialCustomer):
            continue
        for dial in sight.ledger.dials.values():
            if dial.intended.customer_leg_id == effect.leg_id:
                request = sight.ledger.callbacks[dial.intended.callback_id].request
                if (effect.customer_id, effect.line_id) != (request.customer_id, request.line_id):
                    yield f"{effect.leg_id} calls {effect.customer_id} from {effect.line_id}"
    for callback in (*sight.world.callbacks.values(), *sight.world.follow_ups.values()):
        if callback.destination != sight.ledger.callbacks[callback.id].request.destination:
            yield f"{callback.id} has another number than it was asked for"


def refused_aloud(sight: Sight) -> Iterator[str]:
    """L4: a caller whose request is not granted keeps the place and hears so.

    At the end of a flow there is no place to keep, and its last message goes on.
    """
    heard = {CallId(effect.leg_id) for effect in sight.effects if isinstance(effect, PlayPrompt)}
    for fact in sight.facts:
        if isinstance(fact.event, e.RequestNotGranted) and fact.event.call_id not in heard:
            call = sight.world.calls.get(fact.event.call_id)
            if call is not None and type(call.state).__name__ not in ("AtEnd", "Leaving"):
                yield f"{fact.event.call_id} is refused by silence"


def everybody_has_an_outcome(ledger: Ledger) -> Iterator[str]:
    """L1: when time has run out, no automated callback is open."""
    for callback in ledger.callbacks.values():
        if callback.outcome is None and callback.request.mode is e.RequestMode.AUTOMATED:
            yield f"{callback.id} never comes to an end"
