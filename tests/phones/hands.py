"""What anybody can see of a test's telephone, whatever program plays it."""

import asyncio
import os
import signal
from typing import Protocol

from .baresip_phone import BaresipPhone, PhoneEvent
from .sipp_phone import RUN_SECONDS_MAX, SippRun

BUSY = "486"


class Hand(Protocol):
    """A telephone as its owner sees it."""

    @property
    def is_ringing(self) -> bool: ...

    @property
    def is_in_call(self) -> bool: ...

    @property
    def is_refused(self) -> bool: ...

    @property
    def times_rung(self) -> int: ...

    @property
    def shown(self) -> str: ...

    async def put_away(self) -> None:
        """End its calls and take it out of the network."""
        ...

    async def lose_power(self) -> None:
        """End it without a word to anybody."""
        ...


class BaresipHand:
    """A telephone played by baresip; `rung_before` counts what an earlier one of its owner saw."""

    def __init__(self, phone: BaresipPhone, rung_before: int = 0) -> None:
        self.phone = phone
        self.is_here = True
        self._rung_before = rung_before

    @property
    def is_ringing(self) -> bool:
        return self._last_word() == "CALL_INCOMING"

    @property
    def is_in_call(self) -> bool:
        return self._last_word() == "CALL_ESTABLISHED"

    @property
    def is_refused(self) -> bool:
        last = [event for event in self.phone.events if event.type.startswith("CALL_")][-1:]
        return any(event.type == "CALL_CLOSED" and BUSY in event.detail for event in last)

    @property
    def times_rung(self) -> int:
        return self._rung_before + len(self._incoming())

    @property
    def shown(self) -> str:
        latest = self._incoming()[-1]
        return f"{latest.peer_number} {latest.peer_display_name}"

    async def put_away(self) -> None:
        if self.is_here:
            self.is_here = False
            await self.phone.stop()

    async def lose_power(self) -> None:
        self.is_here = False
        os.killpg(self.phone._program.process.pid, signal.SIGKILL)
        await self.phone.stop()

    def _incoming(self) -> list[PhoneEvent]:
        """List the calls that reached it; baresip keeps silent on those it answers by itself."""
        sign = "CALL_ESTABLISHED" if self.phone.answers_by_itself else "CALL_INCOMING"
        return [event for event in self.phone.events if event.type == sign]

    def _last_word(self) -> str | None:
        if not self.is_here:
            return None
        telling = {"CALL_INCOMING", "CALL_ESTABLISHED", "CALL_CLOSED"}
        words = [event.type for event in self.phone.events if event.type in telling]
        return words[-1] if words else None


class SippHand:
    """A caller played by SIPp, who can do nothing but call and be hung up on."""

    times_rung = 0
    shown = ""
    is_ringing = False

    def __init__(self, run: SippRun) -> None:
        self._run = run
        self._end = asyncio.create_task(run.wait_end(RUN_SECONDS_MAX))

    @property
    def is_in_call(self) -> bool:
        """SIPp ends at once, without a word, when it is hung up on as it answers."""
        return bool(self._run.still_up()) and not self._end.done()

    @property
    def is_refused(self) -> bool:
        return any(event.detail == BUSY for event in self._run.events("refused"))

    async def put_away(self) -> None:
        await self._run.__aexit__()
        await self._end

    async def lose_power(self) -> None:
        await self.put_away()
