"""A phone world without phones: everybody answers, talks and hangs up as soon as asked."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from ringback.core import effects, inputs
from ringback.core.ids import CallId, LegId
from ringback.ports import (
    IncomingCall,
    PhoneSystemHealth,
    PhoneSystemState,
    TelephonyReport,
)


class NullTelephony:
    """Reports at once what each effect leads to; `talk_seconds` lets conversations last.

    Each caller is told to `on_queued` when the waiting music starts, and to `on_gone` at the end.
    """

    def __init__(
        self,
        *,
        talk_seconds: float,
        on_queued: Callable[[CallId], None],
        on_gone: Callable[[], None],
    ) -> None:
        self.reports = 0
        self._talk_seconds = talk_seconds
        self._on_queued = on_queued
        self._on_gone = on_gone
        self._callers = 0
        self._legs: set[LegId] = set()
        self._receive: Callable[[TelephonyReport], None] | None = None

    async def run(self, receive: Callable[[TelephonyReport], None]) -> None:
        self._receive = receive
        receive(inputs.PhoneSystemListed(legs=()))
        await asyncio.Event().wait()

    def health(self) -> PhoneSystemHealth:
        return PhoneSystemHealth(PhoneSystemState.READY, "There are no phones.")

    def call_in(self, line_number: str) -> None:
        """Let one more customer call."""
        self._callers += 1
        call_id = CallId(f"in-{self._callers}")
        self._legs.add(LegId(call_id))
        number = f"+336{self._callers % 100_000_000:08d}"
        self._report(IncomingCall(call_id, line_number, number, None))

    def press_star(self, call_id: CallId) -> None:
        self._report(inputs.DigitPressed(LegId(call_id), "*"))

    def lateness(self) -> timedelta:
        return timedelta(0)

    async def take_voicemail(self, call_id: CallId) -> bytes | None:
        return None

    async def stored_voicemails(self) -> Mapping[CallId, datetime | None]:
        return {}

    async def forget_voicemail(self, call_id: CallId) -> None:
        pass

    def perform(self, wanted: Sequence[effects.Effect]) -> None:
        for effect in wanted:
            self._perform(effect)

    def _perform(self, effect: effects.Effect) -> None:
        match effect:
            case effects.PlayPrompt(leg_id=leg_id, playback_id=playback_id):
                self._report(inputs.PromptFinished(leg_id, playback_id))
            case effects.StartMusic(leg_id=leg_id):
                self._on_queued(CallId(leg_id))
            case effects.RingAgent(leg_id=leg_id):
                self._legs.add(leg_id)
                self._report(inputs.AgentPhoneAnswered(leg_id))
            case effects.DialCustomer(leg_id=leg_id):
                self._legs.add(leg_id)
                self._report(inputs.CustomerRinging(leg_id))
                self._report(inputs.CustomerAnswered(leg_id))
            case effects.Join(agent_leg_id=leg_id):
                asyncio.get_running_loop().call_later(self._talk_seconds, self._end, leg_id)
            case effects.HangUp(leg_id=leg_id):
                self._end(leg_id)
            case _:
                pass

    def _end(self, leg_id: LegId) -> None:
        if leg_id not in self._legs:
            return
        self._legs.discard(leg_id)
        self._report(inputs.LegEnded(leg_id))
        if leg_id.startswith("in-"):
            self._on_gone()

    def _report(self, report: TelephonyReport) -> None:
        assert self._receive is not None
        self.reports += 1
        self._receive(report)
