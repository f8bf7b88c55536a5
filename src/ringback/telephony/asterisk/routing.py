"""Decide how a customer's number is dialled and what a called phone displays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import phonenumbers

from ringback.core.ids import LineId
from ringback.ports import Presentation

from .client import AriSettings
from .configuration import MUSIC_CLASS
from .patterns import UnsafeValue, checked
from .provisioning import DeskPhone, Trunk

E164: Final = re.compile(r"\+[0-9]{3,15}")
DIALLED: Final = re.compile(r"\+?[0-9]{3,20}")
DISPLAY_LENGTH_MAX: Final = 60
NUMBER_OF_NOBODY: Final = "anonymous"


class NumberFormat(StrEnum):
    """How a carrier wants numbers to be dialled."""

    E164 = "e164"
    """+33612345678"""
    DIGITS = "digits"
    """33612345678"""
    NATIONAL = "national"
    """0612345678, and abroad as one dials from the trunk's country: 0044…"""


@dataclass(frozen=True, slots=True)
class TrunkRoute:
    """A trunk, and how numbers are dialled through it."""

    trunk: Trunk
    number_format: NumberFormat = NumberFormat.E164
    country: str = "FR"


@dataclass(frozen=True, slots=True)
class TelephonySettings:
    """What the Asterisk adapter needs to know; the first route serves lines without one.

    `agent_rings_seconds_max` bounds a desk phone's ringing if nobody stops it. The path of a
    prompt must be the same for Asterisk: a private root shares the prompts' directory.
    """

    ari: AriSettings
    routes: tuple[TrunkRoute, ...] = ()
    phones: tuple[DeskPhone, ...] = ()
    route_of_line: Mapping[LineId, str] = field(default_factory=dict)
    """Names of trunks, for lines that do not use the first one."""
    prefix: str = "ringback-"
    music_classes: Mapping[str, str] = field(default_factory=dict)
    trunks_by_another: bool = False
    """Another company of the installation, with the same trunks, makes them known to Asterisk."""
    agent_rings_seconds_max: int = 3600
    voicemail_silence_seconds_max: int = 10

    def route(self, line_id: LineId) -> TrunkRoute | None:
        """Find the trunk for a line's calls; None when there is none."""
        wanted = self.route_of_line.get(line_id)
        for route in self.routes:
            if wanted is None or route.trunk.name == wanted:
                return route
        return None

    def music_class(self, music: str) -> str:
        return self.music_classes.get(music, MUSIC_CLASS)


def endpoint_of(route: TrunkRoute, number: str) -> str:
    """Give what Asterisk dials for a number in E.164; raise `UnsafeValue` for anything else."""
    dialled = checked(DIALLED, "The number to dial", dialled_number(route, number))
    return f"PJSIP/{dialled}@{route.trunk.endpoint}"


def dialled_number(route: TrunkRoute, number: str) -> str:
    """Write a number in E.164 as the trunk wants it."""
    e164 = checked(E164, "The number to dial", number)
    match route.number_format:
        case NumberFormat.E164:
            return e164
        case NumberFormat.DIGITS:
            return e164.removeprefix("+")
        case NumberFormat.NATIONAL:
            return _as_dialled_from(route.country, e164)


def shown_to_agent(customer: Presentation | None, line: Presentation) -> Presentation:
    """Give what an agent's phone displays: the customer's number, their name and the line."""
    number = customer.number if customer else None
    who = (customer.name if customer else None) or number or "?"
    name = f"{who} ({line.name})" if line.name else who
    return Presentation(number=number or NUMBER_OF_NOBODY, name=name)


def shown_to_customer(line: Presentation) -> Presentation:
    """Give what the customer's phone displays: the line's number, as the carrier knows it."""
    return Presentation(number=line.number, name=None)


def display_variables(shown: Presentation) -> dict[str, str]:
    """Give the channel variables which put a presentation on a phone that we call.

    The texts come from the network; here is their last exit, so only printable ones leave.
    """
    return {
        "CONNECTEDLINE(num,i)": re.sub(r"[^+0-9A-Za-z*#]", "", shown.number or "")[
            :DISPLAY_LENGTH_MAX
        ],
        "CONNECTEDLINE(name,i)": _printable(shown.name or ""),
    }


def _printable(text: str) -> str:
    kept = "".join(character for character in text if character.isprintable())
    return kept.strip()[:DISPLAY_LENGTH_MAX]


def _as_dialled_from(country: str, e164: str) -> str:
    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException as unreadable:
        raise UnsafeValue("The number to dial", e164) from unreadable
    written = phonenumbers.format_out_of_country_calling_number(parsed, country)
    return re.sub(r"[^+0-9]", "", written)
