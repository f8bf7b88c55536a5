"""The demo's phone booth: a customer's phone in somebody's hand, and what is heard on it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from .manners import BY_HAND
from .network import PhoneNetwork
from .phones import Phone, PhoneState
from .sounds import BusyTone, Message, Music, RingingTone, Silence, Voice

PHONES_MAX = 200
DIGITS = frozenset("0123456789*#")


class Hearing(StrEnum):
    """What is heard on a phone."""

    SILENCE = "silence"
    MUSIC = "music"
    PROMPT = "prompt"
    AGENT = "agent"
    RINGBACK_TONE = "ringback-tone"
    BUSY_TONE = "busy-tone"


@dataclass(frozen=True, slots=True)
class BoothState:
    """All that a page needs to draw the phone and to play what it hears."""

    number: str
    phase: PhoneState
    hearing: Hearing
    reference: str | None
    """The prompt or the music that plays, or the name of the agent who speaks."""
    text: str | None
    """The words of the prompt."""
    shown_number: str | None
    """Whom the phone has called, or who calls it."""


class BoothPhone:
    """One phone of the booth. What makes no sense at the moment does nothing, as on a phone."""

    def __init__(self, phone: Phone, network: PhoneNetwork, text_of: Callable[[str], str]) -> None:
        self._phone = phone
        self._network = network
        self._text_of = text_of

    @property
    def is_idle(self) -> bool:
        return self._phone.state is PhoneState.IDLE

    def state(self) -> BoothState:
        hearing, reference, text = self._heard()
        return BoothState(
            number=self._phone.number or "",
            phase=self._phone.state,
            hearing=hearing,
            reference=reference,
            text=text,
            shown_number=None if self.is_idle else self._phone.shown.number,
        )

    def subscribe(self, handler: Callable[[BoothState], None]) -> Callable[[], None]:
        """Call a handler with the state after every change; returns how to stop that."""
        return self._phone.subscribe(lambda _: handler(self.state()))

    def dial(self, line_number: str, *, name: str | None = None, withheld: bool = False) -> None:
        self._network.call_in(self._phone, line_number, name, withheld=withheld)

    def press(self, digit: str) -> None:
        if digit in DIGITS:
            self._phone.press(digit)

    def answer(self) -> None:
        self._phone.answer()

    def reject(self) -> None:
        self._phone.reject()

    def hang_up(self) -> None:
        self._phone.hang_up()

    def _heard(self) -> tuple[Hearing, str | None, str | None]:
        match self._phone.hearing:
            case Silence():
                return Hearing.SILENCE, None, None
            case Music(name):
                return Hearing.MUSIC, name, None
            case Message(prompt):
                return Hearing.PROMPT, prompt, self._text_of(prompt)
            case Voice(phone_name):
                return Hearing.AGENT, phone_name, None
            case RingingTone():
                return Hearing.RINGBACK_TONE, None, None
            case BusyTone():
                return Hearing.BUSY_TONE, None, None


class PhoneBooth:
    """Hands out phones by number; a number keeps its phone, so that it can be called back.

    `text_of` gives the words of a prompt by its reference.
    """

    def __init__(self, network: PhoneNetwork, text_of: Callable[[str], str]) -> None:
        self._network = network
        self._text_of = text_of
        self._phones: dict[str, BoothPhone] = {}

    def pick_up(self, number: str) -> BoothPhone | None:
        """Give the phone with a number; none when the booth has no idle phone left to give."""
        if number not in self._phones:
            if len(self._phones) >= PHONES_MAX and not self._put_one_away():
                return None
            phone = self._network.customer(number)
            phone.manner = BY_HAND
            self._phones[number] = BoothPhone(phone, self._network, self._text_of)
        return self._phones[number]

    def dial(
        self,
        line_number: str,
        *,
        from_number: str,
        name: str | None = None,
        withheld: bool = False,
    ) -> BoothPhone | None:
        """Call a line from the phone with a number, and give that phone."""
        phone = self.pick_up(from_number)
        if phone:
            phone.dial(line_number, name=name, withheld=withheld)
        return phone

    def _put_one_away(self) -> bool:
        for number, phone in self._phones.items():
            if phone.is_idle:
                del self._phones[number]
                return True
        return False
