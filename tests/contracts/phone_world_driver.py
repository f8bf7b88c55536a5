"""What a phone world must let a test do, so that one contract suite runs against all of them."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NewType, Protocol

from ringback.core.ids import AgentId
from ringback.core.inputs import AgentFailureCause, FailureCause
from ringback.ports import Telephony, TelephonyReport

Phone = NewType("Phone", str)
"""One telephone, of a customer or of an agent; its meaning is the driver's own."""


class CustomerManner(StrEnum):
    """How a customer's phone, or the carrier in front of it, meets the next calls to it."""

    RINGS = "rings"
    """Rings until `customer_answers`, or until the caller gives up."""
    BUSY = "busy"
    REJECTS = "rejects"
    TRUNK_FAILS = "trunk-fails"
    UNKNOWN_NUMBER = "unknown-number"


class Extent(StrEnum):
    """How much of a message was heard."""

    NOTHING = "nothing"
    PART = "part"
    WHOLE = "whole"


class Heard(Protocol):
    """Evidence of what one phone heard in its latest call."""

    def message(self, prompt: str) -> Extent: ...

    def music(self) -> bool:
        """Whether music was heard at all; never asked of a call with messages in it."""
        ...

    def music_before(self, prompt: str) -> bool:
        """Whether sound was heard before a message which was heard whole."""
        ...

    def music_after(self, prompt: str) -> bool:
        """Whether sound was heard after the end of a message which was heard whole."""
        ...

    def voice_of(self, other: Phone) -> bool:
        """Whether the other phone's own voice (its tone) was heard, for half a second or so."""
        ...

    def ringing_tone(self) -> bool:
        """Whether the tone was heard that tells of a phone ringing elsewhere."""
        ...


class PhoneWorldDriver(Protocol):
    """A phone world and the hands of everybody in it.

    It plays the people of `cast.py`; its number book is `CastBook`. All desk agents' phones are
    registered and the browser agent's phone is ready when `start` returns. A phone speaks, as
    soon as it is in a call, in a voice of its own.
    """

    @property
    def telephony(self) -> Telephony: ...

    @property
    def cannot_produce(self) -> Mapping[FailureCause | AgentFailureCause, str]:
        """Name the causes which this world cannot be brought to show, with the reason why."""
        ...

    @property
    def cannot_produce_on_a_desk(self) -> Mapping[AgentFailureCause, str]:
        """Name the causes which only an agent's outside phone can show here, and why."""
        ...

    # ---- the world and its time

    async def start(self, receive: Callable[[TelephonyReport], None]) -> None:
        """Run the telephony, handing its reports over in order."""
        ...

    async def stop(self) -> None:
        """End all calls and the telephony's run."""
        ...

    async def run_until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Let the world's time pass until a condition holds, at most so long; say if it does."""
        ...

    async def elapse(self, seconds: float) -> None:
        """Let so much of the world's time pass."""
        ...

    # ---- customers

    async def customer_calls(
        self, *, line_number: str, caller_number: str | None, caller_name: str | None
    ) -> Phone:
        """Call a line; without a number the caller withholds it. Returns once it is dialled.

        The name may hold anything at all: it is sent as far as the network can carry it.
        """
        ...

    async def customer_manner(self, number: str, manner: CustomerManner) -> Phone:
        """Decide how a customer's number meets the next calls to it; give its phone."""
        ...

    async def customer_answers(self, phone: Phone) -> None: ...

    async def customer_presses(self, phone: Phone, digit: str) -> None: ...

    async def customer_hangs_up(self, phone: Phone) -> None:
        """End the call, be it one the customer made or one the customer answered."""
        ...

    # ---- agents

    def agent_phone(self, agent_id: AgentId) -> Phone: ...

    async def agent_answers(self, agent_id: AgentId) -> None: ...

    async def agent_declines(self, agent_id: AgentId) -> None: ...

    async def agent_presses(self, agent_id: AgentId, digit: str) -> None: ...

    async def agent_hangs_up(self, agent_id: AgentId) -> None: ...

    async def agent_unplugs(self, agent_id: AgentId) -> None:
        """Take the phone out of the network: a desk phone is no longer registered."""
        ...

    async def agent_registers(self, agent_id: AgentId) -> None: ...

    async def agent_fails_next(self, agent_id: AgentId, cause: AgentFailureCause) -> None:
        """Make the next call to this agent's phone fail for a cause; never one it cannot produce.

        Where the world knows the cause only from a phone that rings too long, this does nothing.
        """
        ...

    # ---- what can be observed

    def is_ringing(self, phone: Phone) -> bool: ...

    def is_in_call(self, phone: Phone) -> bool:
        """Whether the phone is answered (or was answered, if it called) and has not ended."""
        ...

    def is_refused(self, phone: Phone) -> bool:
        """Whether the phone's latest own call was refused with a busy signal."""
        ...

    def times_rung(self, phone: Phone) -> int:
        """How many calls have reached this phone since the start."""
        ...

    def shown(self, phone: Phone) -> str:
        """What the phone displays of its latest caller: number and name, in any order."""
        ...

    async def heard(self, phone: Phone) -> Heard:
        """Tell what the phone heard in its latest call, which has ended."""
        ...

    def recorded_voice_of(self, phone: Phone, recording: bytes) -> bool:
        """Whether a recording, as WAV, has the phone's voice in it for half a second or so."""
        ...

    # ---- what may befall our connection

    async def server_disconnects(self) -> None:
        """Cut our server off from the phone system, and keep it off."""
        ...

    async def server_reconnects(self) -> None:
        """Let our server reach the phone system again."""
        ...

    async def phone_system_restarts(self) -> None:
        """End the phone system at once, with all its calls, and start it again."""
        ...
