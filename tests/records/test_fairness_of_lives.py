"""The fairness account over random lives, recounted from a second bookkeeping (R47)."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from tests.core.driver import Driver
from tests.core.folding import fold
from tests.core.ledger import CallbackNote, ItemNote, Ledger
from tests.core.numbers import Numbers
from tests.core.repertoire import possible

from ringback.core import events as e
from ringback.core.ids import AgentId, CallbackId, ItemId, OfferId
from ringback.records.book import RecordBook
from ringback.records.fairness import FairnessAccount, Overtaking

SHARES = 4
LIVES = 240
STEPS = 120
EARLIER = "earlier"


def life_of(seed: int) -> Sequence[e.Fact]:
    driver, chance = Driver(only=()), random.Random(seed)
    driver.found(chance.randrange)
    for _ in range(STEPS):
        action = chance.choice(possible(driver))
        action.do(driver, Numbers(*(chance.randrange(840) for _ in range(40))))
    driver.come_to_rest()
    return driver.facts


@dataclass
class Recount:
    """What may be said of each offer, for each callback that stood anywhere at that moment."""

    ledger: Ledger = field(default_factory=Ledger)
    joined: dict[ItemId, int] = field(default_factory=dict)
    first_joined: dict[ItemId, int] = field(default_factory=dict)
    offers: dict[OfferId, tuple[ItemId, AgentId, dict[ItemId, set[str]]]] = field(
        default_factory=dict
    )
    beside: dict[OfferId, set[ItemId]] = field(default_factory=dict)
    """Who stood in the same flow as the item offered, then and when it was accepted."""
    accepted: list[tuple[int, OfferId]] = field(default_factory=list)
    suspended: set[CallbackId] = field(default_factory=set)
    lent: dict[ItemId, list[ItemId]] = field(default_factory=dict)
    dropped: set[OfferId] = field(default_factory=set)
    open_accepts: dict[ItemId, OfferId] = field(default_factory=dict)

    def take(self, fact: e.Fact) -> None:
        event = fact.event
        match event:
            case e.OffersMade(item_id=item_id, offers=terms):
                for one in terms:
                    verdicts = {
                        own.id: self._verdict(own, item_id, one.agent_id) for own in self._alive()
                    }
                    self.offers[one.offer_id] = (item_id, one.agent_id, verdicts)
                    self.beside[one.offer_id] = self._in_the_flow_of(item_id)
            case e.OfferAccepted(offer_id=offer_id, item_id=item_id):
                self._late_comers(offer_id)
                self.beside[offer_id] &= self._in_the_flow_of(item_id)
                self.accepted.append((fact.sequence, offer_id))
                self.open_accepts[item_id] = offer_id
            case (
                e.CallConnected(call_id=item_id)
                | e.ConsultationAnswered(call_id=item_id)
                | e.DialIntended(callback_id=item_id)
            ):
                self.open_accepts.pop(item_id, None)
            case e.CallbackClosed(call_id=str() as call_id):
                self.lent.setdefault(event.callback_id, []).append(call_id)
                self._drop(event.callback_id)
            case e.ReturnedToQueue(item_id=item_id) | e.CallbackClosed(callback_id=item_id):
                self._drop(item_id)
            case e.CallEnded(call_id=item_id) | e.ConsultationEnded(call_id=item_id):
                self._drop(item_id)
            case e.QueueJoined(item_id=item_id):
                self.joined[item_id] = fact.sequence
                self.first_joined.setdefault(item_id, fact.sequence)
            case e.CallbackRequested(callback_id=callback_id, call_id=call_id):
                if call_id in self.joined and event.keeps_place:
                    self.joined[callback_id] = self.joined[call_id]
                if call_id in self.first_joined:
                    self.first_joined[callback_id] = self.first_joined[call_id]
            case e.RequestJoined(takes_place_of_call=True, call_id=str(call_id)):
                self.joined[event.callback_id] = self.joined[call_id]
            case e.PlaceLent():
                self.joined[event.call_id] = self.joined[event.callback_id]
                self.suspended.add(event.callback_id)
                self.lent.setdefault(event.callback_id, []).append(event.call_id)
            case e.PlaceGivenBack():
                self.suspended.discard(event.callback_id)
            case _:
                pass
        fold(self.ledger, fact)

    def _in_the_flow_of(self, item_id: ItemId) -> set[ItemId]:
        queue = self.ledger.item(item_id).queue
        assert queue is not None
        return {own.id for own in self._alive() if own.queue and own.queue[:2] == queue[:2]}

    def _drop(self, item_id: ItemId) -> None:
        offer_id = self.open_accepts.pop(item_id, None)
        if offer_id is not None:
            self.dropped.add(offer_id)

    def _late_comers(self, offer_id: OfferId) -> None:
        """Who asked only after the offer was made found the other being rung already."""
        _, _, verdicts = self.offers[offer_id]
        for own in self._alive():
            known = isinstance(own, CallbackNote) and bool(
                {*own.inbound_call_ids[:1]} & {*verdicts}
            )
            if not known:
                verdicts.setdefault(own.id, {EARLIER})

    def _alive(self) -> Iterator[ItemNote]:
        yield from (each for each in self.ledger.callbacks.values() if each.outcome is None)
        yield from (each for each in self.ledger.calls.values() if each.ending is None)

    def _verdict(self, own: ItemNote, item_id: ItemId, agent_id: AgentId) -> set[str]:
        other = self.ledger.item(item_id)
        if (
            own.place is None
            or self._stands_nowhere(own)
            or self.joined[item_id] < self.joined[own.id]
        ):
            return {EARLIER}
        assert other.place is not None
        if other.place < own.place:
            moved = other.place[0] == -1
            return {Overtaking.MOVED_TO_FRONT if moved else Overtaking.PRIORITY_LINE}
        return set(self._bars(own, agent_id))

    def _stands_nowhere(self, own: ItemNote) -> bool:
        """Between two ring steps, and with no agent."""
        dials = [each for each in self.ledger.dials.values() if not each.ended]
        taken = any(each.intended.callback_id == own.id for each in dials)
        taken = taken or any(each.accepted for each in self.ledger.offers_for(own.id))
        return not own.waiting and not taken and own.id not in self.suspended

    def _bars(self, own: ItemNote, agent_id: AgentId) -> list[str]:
        ledger, step = self.ledger, self.ledger.ring_step(own)
        bars: list[tuple[bool, str]] = [
            (own.id in self.suspended, Overtaking.SUSPENDED),
            (not own.waiting, Overtaking.WITH_AN_AGENT),
            (isinstance(own, CallbackNote) and not own.settled, Overtaking.SETTLING),
            (agent_id not in ledger.members(step), Overtaking.OTHER_TARGET),
            (agent_id in own.declined, Overtaking.DECLINED),
            (agent_id in own.rung_out, Overtaking.RANG_OUT),
            (bool(ledger.offers_for(own.id)), Overtaking.RUNG_ONE_BY_ONE),
        ]
        holds = own.holds if isinstance(own, CallbackNote) else ()
        return [*(name for applies, name in bars if applies), *holds]


@pytest.mark.parametrize("share", range(SHARES))
def test_account_agrees_with_a_recount(share: int) -> None:
    """R47: nobody is left out who was served first, and nobody passed without a rule's leave."""
    overtakings: set[str] = set()

    for seed in range(share, LIVES, SHARES):
        facts = life_of(seed)
        records, recount = RecordBook(), Recount()
        records.fold(facts)
        for fact in facts:
            recount.take(fact)
        for callback_id, note in recount.ledger.callbacks.items():
            account = records.fairness(callback_id)
            if note.outcome is not None and account is not None:
                _compare(account, recount, note, f"seed {seed}, {note.id}")
                overtakings |= {str(each.overtook) for each in account.overtaken_by}

    assert overtakings


def _compare(account: FairnessAccount, recount: Recount, note: CallbackNote, where: str) -> None:
    told = {each.service.offer_id: each.overtook or EARLIER for each in account.served_before}
    for offer_id, reason in told.items():
        item_id, _, verdicts = recount.offers[offer_id]
        assert offer_id not in recount.dropped, f"{where}: {item_id} was not served"
        verdict = verdicts.get(note.id) or verdicts[note.inbound_call_ids[0]]
        assert reason in verdict, f"{where}: {item_id} by {verdict}, not {reason}"
    manual = note.request.mode is e.RequestMode.MANUAL
    first = None if manual else recount.first_joined.get(note.id)
    served = [
        offer_id
        for sequence, offer_id in recount.accepted
        if first is not None and first < sequence < account.until_sequence
    ]
    for offer_id in served:
        item_id, _, _ = recount.offers[offer_id]
        own = item_id in {note.id, *note.inbound_call_ids, *recount.lent.get(note.id, ())}
        same_flow = recount.beside[offer_id] & {note.id, *note.inbound_call_ids[:1]}
        if same_flow and not own and offer_id not in recount.dropped:
            assert offer_id in told, f"{where}: {item_id} was served before and is not told"
