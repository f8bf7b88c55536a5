"""Name channels, bridges, playbacks and recordings after what they are for, and read them back."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from ringback.core.ids import CallId, LegId, PlaybackId

from .patterns import checked

PREFIXES: Final = ("ringback-", "ringback.")
"""What all companies' names begin with: none of them is an inbound channel's."""
AGENT_LEG: Final = "agent-"
CUSTOMER_LEG: Final = "customer-"
_PROMPT: Final = "prompt-"
_FAREWELL: Final = "farewell-"
_IDENTITY: Final = re.compile(r"[A-Za-z0-9_.:-]{1,120}")
_CHANNEL_URI: Final = "channel:"
_BEGINNING: Final = re.compile(r"(?:^|-)(\d{9,11})\.\d+$")


def prefix_of(company: str | None) -> str:
    """Give the prefix of a company's names: none is the beginning of another one's."""
    return PREFIXES[0] if company is None else f"{PREFIXES[1]}{company}."


@dataclass(frozen=True, slots=True)
class Identities:
    """The names of one company's things in Asterisk, all beginning with `prefix`.

    An inbound call keeps the id that Asterisk gave its channel, which holds the second of its
    creation and so stays unique over restarts. Legs of ours begin with `agent-` or `customer-`.
    """

    prefix: str = "ringback-"

    def channel(self, leg_id: LegId | CallId) -> str:
        identity = checked(_IDENTITY, "The id of a leg", leg_id)
        return self.prefix + identity if is_ours(leg_id) else identity

    def leg(self, channel_id: str) -> LegId | None:
        """Name the leg of a channel; None for one of ours that is no leg, or another company's."""
        if self.is_inbound(channel_id):
            return LegId(channel_id)
        if not channel_id.startswith(self.prefix):
            return None
        leg_id = channel_id.removeprefix(self.prefix)
        return LegId(leg_id) if is_ours(leg_id) else None

    def is_inbound(self, channel_id: str) -> bool:
        return not channel_id.startswith((self.prefix, *PREFIXES))

    def bridge(self, call_id: CallId) -> str:
        return self.prefix + checked(_IDENTITY, "The id of a call", call_id)

    def is_our_bridge(self, bridge_id: str) -> bool:
        return bridge_id.startswith(self.prefix)

    def prompt(self, playback_id: PlaybackId) -> str:
        return self.prefix + _PROMPT + checked(_IDENTITY, "The id of a playback", playback_id)

    def prompt_of(self, playback: str) -> PlaybackId | None:
        rest = _after(self.prefix + _PROMPT, playback)
        return None if rest is None else PlaybackId(rest)

    def farewell(self, leg_id: LegId) -> str:
        """Name the playback after which a leg is hung up."""
        return self.prefix + _FAREWELL + checked(_IDENTITY, "The id of a leg", leg_id)

    def farewell_of(self, playback: str) -> LegId | None:
        rest = _after(self.prefix + _FAREWELL, playback)
        return None if rest is None else LegId(rest)

    def voicemail(self, call_id: CallId) -> str:
        """Name a caller's recording, which Asterisk keeps as `<name>.wav`."""
        return self.prefix + checked(_IDENTITY, "The id of a call", call_id)

    def voicemail_of(self, recording: str) -> CallId | None:
        rest = _after(self.prefix, recording)
        return None if rest is None else CallId(rest)


def began_at(call_id: CallId) -> datetime | None:
    """Read when a call began from the id that Asterisk gave its channel."""
    found = _BEGINNING.search(call_id)
    return None if found is None else datetime.fromtimestamp(int(found[1]), UTC)


def is_ours(leg_id: str) -> bool:
    """Tell a leg that we dialled from an inbound one."""
    return leg_id.startswith((AGENT_LEG, CUSTOMER_LEG))


def is_agent(leg_id: str) -> bool:
    return leg_id.startswith(AGENT_LEG)


def channel_of_target(target_uri: str) -> str | None:
    """Name the channel which a playback or recording is aimed at."""
    return _after(_CHANNEL_URI, target_uri)


def _after(prefix: str, text: str) -> str | None:
    return text.removeprefix(prefix) if text.startswith(prefix) else None
