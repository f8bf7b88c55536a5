"""Plays the customers: they call, press `*`, lose patience, leave messages and are called back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from ringback.core.events import (
    AudioStarted,
    CallbackRequested,
    CallConnected,
    CallEnded,
    CustomerReached,
    DialIntended,
    Fact,
    QueueJoined,
    RecordingStarted,
    StepGivenUp,
)
from ringback.core.ids import CallbackId, CallId, LineId
from ringback.core.inputs import FailureCause, HangUpAgent
from ringback.telephony.simulated.manners import BY_HAND, Answers, Fails, IsBusy, Manner, Rejects
from ringback.telephony.simulated.phones import Phone

from .people import ENGLISH, FRENCH, Person
from .stage import Stage

PRESS_SHARE = 0.55
"""Of those who wait, who would rather be called back."""
PRESS_AT_ONCE_SHARE = 0.04
"""Of all callers, who know the key and press it during the welcome."""
WITHHELD_SHARE = 0.03
CALL_AGAIN_SHARE = 0.3
HANGS_UP_FIRST_SHARE = 0.7
"""Of conversations, those that the customer ends."""
TALK_SECONDS = {"paris": 460.0, "london": 430.0, "ventes": 640.0, "sales": 600.0, "billing": 560.0}
PATIENCE_SECONDS = 210.0


@dataclass(slots=True)
class Caller:
    """Somebody who is calling."""

    person: Person
    line_id: LineId
    phone: Phone


class Customers:
    """All customers; `follow` shows them the facts that concern them."""

    def __init__(self, stage: Stage, people: dict[str, list[Person]]) -> None:
        self._stage = stage
        self._people = people
        self._lines = {LineId(line.id): line for line in stage.settings.lines}
        self._calling: dict[CallId, Caller] = {}
        self._asked: dict[CallbackId, tuple[Phone, LineId]] = {}
        self._closing = False

    def call_at(self, at: datetime, line_id: LineId) -> None:
        """Let somebody who speaks the line's language call it."""
        self._stage.time.call_at(at, partial(self._call, line_id))

    def call_no_more(self) -> None:
        """Let nobody call from here on."""
        self._closing = True

    def hang_up_all(self) -> None:
        for phone in [caller.phone for caller in self._calling.values()]:
            phone.hang_up()

    def follow(self, facts: Sequence[Fact]) -> None:
        for fact in facts:
            match fact.event:
                case AudioStarted(call_id=call_id) if self._stage.happens(PRESS_AT_ONCE_SHARE):
                    self._stage.after(1.2, partial(self._press_at_once, call_id))
                case QueueJoined(item_id=item_id):
                    self._wait(CallId(item_id))
                case StepGivenUp(item_id=item_id) if self._stage.happens(0.45):
                    self._hang_up_after(CallId(item_id), self._stage.lasts(3))
                case RecordingStarted(call_id=call_id):
                    self._hang_up_after(call_id, self._stage.lasts(10, least=4))
                case CallConnected(call_id=call_id, agent_id=agent_id):
                    if caller := self._calling.get(call_id):
                        self._talk(caller.phone, caller.line_id, HangUpAgent(agent_id))
                case CallbackRequested(callback_id=callback_id, call_id=str(call_id)):
                    if caller := self._calling.get(CallId(call_id)):
                        self._asked[callback_id] = (caller.phone, caller.line_id)
                case DialIntended(callback_id=callback_id):
                    self._asked[callback_id][0].manner = self._manner()
                case CustomerReached(callback_id=callback_id, call_id=call_id):
                    phone, line_id = self._asked[callback_id]
                    agent_id = self._stage.world.outbound_calls[call_id].agent_id
                    self._talk(phone, line_id, HangUpAgent(agent_id))
                case CallEnded(call_id=call_id):
                    self._calling.pop(call_id, None)
                case _:
                    pass

    # ---- calling in

    def _call(self, line_id: LineId, person: Person | None = None) -> None:
        if self._closing:
            return
        line, network = self._lines[line_id], self._stage.network
        person = person or self._somebody(line.language)
        phone = network.customer(person.number)
        phone.manner = BY_HAND
        withheld = self._stage.happens(WITHHELD_SHARE)
        network.call_in(phone, line.number, person.name, withheld=withheld)
        if (leg := network.system.leg_of_phone(phone)) is not None and leg.arrival is not None:
            self._calling[leg.call_id] = Caller(person, line_id, phone)

    def _somebody(self, language: str) -> Person:
        """Choose whoever calls; some call much more often than others."""
        people = self._people[FRENCH if language == FRENCH else ENGLISH]
        return people[int(len(people) * self._stage.chance.random() ** 1.8)]

    def _wait(self, call_id: CallId) -> None:
        stage = self._stage
        if call_id not in self._calling:
            return
        if stage.happens(PRESS_SHARE):
            stage.after(stage.lasts(28, least=7), partial(self._press, call_id))
        stage.after(stage.lasts(PATIENCE_SECONDS, least=15), partial(self._lose_patience, call_id))

    def _press(self, call_id: CallId) -> None:
        if self._is_waiting(call_id):
            self._calling[call_id].phone.press("*")

    def _press_at_once(self, call_id: CallId) -> None:
        if caller := self._calling.get(call_id):
            caller.phone.press("*")

    def _lose_patience(self, call_id: CallId) -> None:
        if self._is_waiting(call_id):
            caller = self._calling[call_id]
            caller.phone.hang_up()
            if self._stage.happens(CALL_AGAIN_SHARE):
                again = partial(self._call, caller.line_id, caller.person)
                self._stage.after(self._stage.lasts(400, least=60), again)

    def _is_waiting(self, call_id: CallId) -> bool:
        call = self._stage.world.calls.get(call_id)
        return call is not None and self._stage.world.in_queue(call)

    def _hang_up_after(self, call_id: CallId, seconds: float) -> None:
        if caller := self._calling.get(call_id):
            self._stage.after(seconds, partial(self._hang_up, call_id, caller.phone))

    def _hang_up(self, call_id: CallId, phone: Phone) -> None:
        if call_id in self._calling:
            phone.hang_up()

    # ---- talking

    def _talk(self, phone: Phone, line_id: LineId, hang_up: HangUpAgent) -> None:
        leg = self._stage.network.system.leg_of_phone(phone)
        seconds = self._stage.lasts(TALK_SECONDS[line_id], least=25)
        first = self._stage.happens(HANGS_UP_FIRST_SHARE)

        def end() -> None:
            if leg is None or self._stage.network.system.leg_of_phone(phone) is not leg:
                return
            if first:
                phone.hang_up()
            else:
                self._stage.ask(hang_up, f"agent:{hang_up.agent_id}")

        self._stage.after(seconds, end)

    def _manner(self) -> Manner:
        """Draw how a customer meets the call back; who draws none of these lets it ring."""
        drawn, after = self._stage.chance.random(), timedelta(seconds=self._stage.lasts(9, least=3))
        for share, manner in (
            (0.80, Answers(after)),
            (0.06, IsBusy()),
            (0.03, Rejects(after)),
            (0.01, Fails(FailureCause.INVALID_NUMBER)),
        ):
            if drawn < share:
                return manner
            drawn -= share
        return BY_HAND
