"""Read who calls which line from the channel of an inbound call."""

from dataclasses import dataclass, field
from typing import Final

from .configuration import PRESENTATION_VARIABLE, PRIVACY_VARIABLE
from .events import Channel

TEXT_LENGTH_MAX: Final = 128
NAMES_OF_NOBODY: Final = frozenset(
    {"", "anonymous", "unavailable", "unknown", "restricted", "private", "withheld", "s"}
)
PRIVACY_ASKED: Final = frozenset({"id", "user", "header"})


@dataclass(frozen=True, slots=True)
class CallerIdentity:
    """The number of the line that was called, and the caller as the network presents them.

    When the caller withholds the number, `number` and `name` are None whatever the network knows.
    """

    line_number: str
    number: str | None = field(repr=False)
    name: str | None = field(repr=False)
    withheld: bool


def identity_of(channel: Channel) -> CallerIdentity:
    """Read the identity of the caller. The texts are the network's: short, printable, hostile."""
    number = _printable(channel.caller.number)
    line_number = _printable(channel.dialplan.exten)
    if _is_withheld(channel, number):
        return CallerIdentity(line_number, number=None, name=None, withheld=True)
    return CallerIdentity(
        line_number, number=number, name=_printable(channel.caller.name) or None, withheld=False
    )


def _is_withheld(channel: Channel, number: str) -> bool:
    presentation = channel.channelvars.get(PRESENTATION_VARIABLE, "")
    privacy = channel.channelvars.get(PRIVACY_VARIABLE, "").lower()
    return (
        presentation.startswith(("prohib", "unavailable"))
        or not PRIVACY_ASKED.isdisjoint(part.strip() for part in privacy.split(";"))
        or number.lower() in NAMES_OF_NOBODY
    )


def _printable(text: str) -> str:
    kept = "".join(character for character in text if character.isprintable())
    return kept.strip()[:TEXT_LENGTH_MAX]
