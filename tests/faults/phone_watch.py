"""Judges on the phones themselves: what rings, who hears whom and what (S1, S3, S4, S8, S20)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ringback.core.events import (
    DialFailed,
    Fact,
    LateAnswerTurnedAway,
    OfferDeclined,
    PhoneSystemCameBack,
)
from ringback.core.ids import AgentId, CallbackId, CallId, LegId
from ringback.core.inputs import AgentConnectionLost, AgentPhoneDeclined, FailureCause, LegState
from ringback.core.outcomes import OutcomeKind
from ringback.core.settings import NumberKind, PhoneKind
from ringback.core.states import agent_leg, call_of_redirect
from ringback.ports import IncomingCall, TelephonyReport
from ringback.telephony.simulated.faults import FaultyReports
from ringback.telephony.simulated.legs import Leg, LegKind
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.phones import Phone, PhoneState
from ringback.telephony.simulated.sounds import SILENCE, Message
from tests.core.ledger import CallbackNote, DialNote
from tests.core.sight import Violation

from .witness import Witness

CONFIRMATION = Message("en/confirmation")
NOTICED_WITHIN = timedelta(seconds=10)
"""How long a thing may be amiss on the phones of a sound system, reports being up to 2 s late."""


class PhoneWatch:
    """Follows every phone and leg. `reports` knows of which the server never heard.

    What no report and no list has told the server cannot be held against it: a leg of which a
    report was lost is left out until the phone system has listed what it has.
    """

    def __init__(self, network: PhoneNetwork, witness: Witness, reports: FaultyReports) -> None:
        self._network = network
        self._witness = witness
        self._reports = reports
        self._amiss: dict[tuple[str, str], timedelta] = {}
        self._callers: dict[CallId, Phone] = {}
        self._partners: dict[LegId, dict[LegId, None]] = {}
        self._dialled: set[LegId] = set()
        self._agents_rung: set[LegId] = set()
        self._not_known_whose: set[LegId] = set()
        """Phones picked up too late for an offer so old that nobody knows whose it was."""
        self._followed: dict[str, Phone] = {}
        self._rung: dict[str, set[LegId]] = {}
        self._gone_agents: dict[AgentId, PhoneKind] = {}

    # ---- at the instant

    def follow(self, phone: Phone) -> None:
        """Hold a customer's phone to the properties at each of its changes."""
        if phone.name not in self._followed:
            self._followed[phone.name] = phone
            phone.subscribe(self._changed)

    def _changed(self, phone: Phone) -> None:
        leg = self._network.system.leg_of_phone(phone)
        if leg is None:
            return
        if leg.kind is LegKind.INBOUND:
            self._callers.setdefault(leg.call_id, phone)
            if phone.hearing == CONFIRMATION:
                self._confirmed(leg.call_id)
        elif phone.state is PhoneState.RINGING:
            self._rings(leg, phone)

    def _confirmed(self, call_id: CallId) -> None:
        self._witness.read()
        call = self._witness.ledger.calls.get(call_id)
        if call is None or not call.asked:
            raise Violation("S1", f"{call_id} hears a confirmation of what the journal lacks")

    def _rings(self, leg: Leg, phone: Phone) -> None:
        """A customer's phone begins to ring for a callback, or a number outside for a caller."""
        if call_of_redirect(leg.id) is not None:
            self._redirected(leg.id)
            return
        dial, callback = self._dial_on(leg.id)
        if not dial.by_hand:
            rung = self._rung.setdefault(callback.id, set())
            rung.add(leg.id)
            if len(rung) > 1:
                raise Violation("S3", f"the customer of {callback.id} is rung again")
        if callback.request.destination.kind is not NumberKind.ORDINARY:
            raise Violation("S16", f"{phone.number} rings for {callback.id}")
        outcome = callback.outcome
        if outcome is not None and outcome.kind is OutcomeKind.CANCELLED:
            raise Violation("S17", f"{phone.number} rings for {callback.id}, which was cancelled")
        callers = {self._callers[call_id].number for call_id in callback.inbound_call_ids}
        if callers != {phone.number}:
            raise Violation("S18", f"{phone.number} rings for a request of {callers}")

    def _dial_on(self, leg_id: LegId) -> tuple[DialNote, CallbackNote]:
        self._witness.read()
        dial = self._witness.ledger.dials.get(CallId(leg_id.removeprefix("customer-")))
        if dial is None:
            raise Violation("S4", f"{leg_id} is there and the journal knows nothing")
        return dial, self._witness.ledger.callbacks[dial.intended.callback_id]

    def _redirected(self, leg_id: LegId) -> None:
        """Nobody outside is rung for a caller whom the journal has not sent there (S4)."""
        self._witness.read()
        call_id = call_of_redirect(leg_id)
        if call_id is None or call_id not in self._witness.ledger.calls:
            raise Violation("S4", f"{leg_id} is there and the journal knows nothing")

    # ---- after every happening

    def look(self) -> None:
        """Look at all legs there are."""
        live: Counter[CallbackId] = Counter()
        for leg in self._network.system.legs.values():
            if call_of_redirect(leg.id) is not None:
                self._redirected(leg.id)
            elif leg.kind is LegKind.CUSTOMER:
                dial, _ = self._dial_on(leg.id)
                live[dial.intended.callback_id] += 1
                self._dialled.add(leg.id)
            elif leg.kind is LegKind.AGENT and leg.phone.state is PhoneState.RINGING:
                self._agents_rung.add(leg.id)
            if leg.partner is not None:
                self._joined(leg, leg.partner)
        for callback_id, count in live.items():
            if count > 1:
                raise Violation("S3", f"{callback_id} has {count} legs to its customer")

    def heard_of(self, facts: Sequence[Fact]) -> None:
        """Hold what the journal says of dials to what the phones have seen (S3, S4)."""
        for fact in facts:
            match fact.event:
                case PhoneSystemCameBack():
                    self._amiss.clear()
                case OfferDeclined() as declined if fact.cause == AgentPhoneDeclined.__name__:
                    self._declined(declined)
                case LateAnswerTurnedAway(leg_id=leg_id, agent_id=None):
                    self._not_known_whose.add(leg_id)
                case DialFailed(call_id=call_id, cause=FailureCause.NEVER_SENT):
                    leg_id = self._witness.ledger.dials[call_id].intended.customer_leg_id
                    if leg_id in self._dialled:
                        raise Violation("S3", f"{leg_id} was dialled and counts as never sent")
                case _:
                    pass

    def _declined(self, declined: OfferDeclined) -> None:
        """R22: whoever declines has been rung; a phone that is busy with us declines nothing."""
        busy_with = self._network.system.leg_of_phone(self._network.agents[declined.agent_id])
        untold = map(_subject, (*self._reports.lost, *self._reports.disordered))
        excused = {*untold, *self._not_known_whose}
        is_excused = busy_with is not None and busy_with.id in excused
        if agent_leg(declined.offer_id) not in self._agents_rung and not is_excused:
            raise Violation("R22", f"{declined} of a phone that has never rung")

    def _joined(self, leg: Leg, partner: Leg) -> None:
        if leg.kind is LegKind.AGENT:
            return
        partners = self._partners.setdefault(leg.id, {})
        partners[partner.id] = None
        self._witness.read()
        calls = self._witness.ledger.calls.values()
        on_leg = [call for call in calls if leg.id == (call.leg_id or LegId(call.id))]
        if len(partners) > 1 + sum(call.transfers for call in on_leg):
            raise Violation("S8", f"{leg.id} is joined to one after another: {[*partners]}")

    # ---- while all is sound

    def sound_for(self, passed: timedelta) -> None:
        """Look for what stays amiss although the server and its phones are well."""
        found = dict.fromkeys(self._found_amiss())
        self._amiss = {key: self._amiss.get(key, -passed) + passed for key in found}
        for (name, complaint), lasted in self._amiss.items():
            if lasted > NOTICED_WITHIN:
                raise Violation(name, f"{complaint}, and nothing has happened for {lasted}")

    def unsound(self) -> None:
        """Forget what is amiss: something else is, of which it may follow."""
        self._amiss.clear()

    def _found_amiss(self) -> Iterator[tuple[str, str]]:
        excused = set(map(_subject, self._reports.lost))
        ledger = self._witness.ledger
        owned = ledger.owned_legs()
        legs = self._network.system.legs
        for leg in legs.values():
            if leg.id in excused:
                continue
            if leg.kind is LegKind.INBOUND and leg.state is LegState.RINGING:
                yield "L4", f"{leg.id} is neither answered nor refused"
            elif leg.id not in owned:
                yield "S20", f"{leg.id} belongs to nothing"
            elif leg.kind is LegKind.INBOUND and self._waits_in_silence(leg):
                yield "L4", f"{leg.id} waits in silence"
        for agent_leg_id, other_id, on_hold in self._conversations():
            agent_leg, other = legs.get(agent_leg_id), legs.get(other_id)
            if excused & {agent_leg_id, other_id} or agent_leg is None:
                continue
            if on_hold and other is not None and agent_leg.partner is other:
                yield "S8", f"{agent_leg_id} hears {other_id}, who is on hold"
            elif not on_hold and (other is None or agent_leg.partner is not other):
                yield "S8", f"{agent_leg_id} is in a call with {other_id} and hears nobody"
        for agent_id, kind in self._gone_agents.items():
            if ledger.agents[agent_id].profile.phone is not kind:
                continue
            rung = [offer for offer in ledger.offers_to(agent_id) if not offer.accepted]
            if rung and agent_id not in excused and not excused & {_leg(rung[0].id)}:
                yield "L3", f"{agent_id} is gone and still rung for {rung[0].item_id}"

    def _waits_in_silence(self, leg: Leg) -> bool:
        call = self._witness.ledger.calls.get(leg.call_id)
        return call is not None and call.waiting and leg.phone.hearing == SILENCE

    def _conversations(self) -> Iterator[tuple[LegId, LegId, bool]]:
        """Go through who talks to whom, and whether the customer is on hold."""
        ledger = self._witness.ledger
        for call in ledger.calls.values():
            if call.ending is None and call.agent_leg_id is not None:
                leg_id = call.leg_id or LegId(call.id)
                yield call.agent_leg_id, leg_id, call.id in ledger.on_hold
                if call.colleague_leg_id is not None:
                    yield call.agent_leg_id, call.colleague_leg_id, False
        for call_id, dial in ledger.dials.items():
            if dial.reached and not dial.ended and not dial.handed_on:
                legs = (dial.intended.agent_leg_id, dial.intended.customer_leg_id)
                yield *legs, call_id in ledger.on_hold

    # ---- agents

    def agent_gone(self, agent_id: AgentId, kind: PhoneKind) -> None:
        """A phone of that kind is gone; another kind given to the agent since may be there."""
        self._gone_agents[agent_id] = kind

    def agent_back(self, agent_id: AgentId) -> None:
        self._gone_agents.pop(agent_id, None)

    def nothing_is_left(self) -> None:
        """At the end of all calls no leg is left, and no phone is in a call (S20)."""
        for leg_id in self._network.system.legs:
            raise Violation("S20", f"{leg_id} outlives everything")


def _leg(offer_id: str) -> str:
    return f"agent-{offer_id}"


def _subject(report: TelephonyReport) -> str:
    """Name the leg or agent of which a report tells."""
    match report:
        case IncomingCall(call_id=call_id):
            return call_id
        case AgentConnectionLost(agent_id=agent_id):
            return agent_id
        case _:
            return str(getattr(report, "leg_id", ""))
