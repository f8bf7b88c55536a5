"""What became true of the phone system as a whole."""

from dataclasses import dataclass

from ringback.core.ids import LegId


@dataclass(frozen=True, slots=True)
class OrphanFound:
    """The phone system has a leg that belongs to nothing; it is hung up (S20)."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class PhoneSystemWentAway:
    """Nothing is offered and nothing judged until the phone system is back."""


@dataclass(frozen=True, slots=True)
class PhoneSystemCameBack:
    """What the phone system has was compared with what should be."""
