"""What became true of the phone system as a whole."""

from ringback.core.ids import LegId
from ringback.core.plain_data import plain_data


@plain_data
class OrphanFound:
    """The phone system has a leg that belongs to nothing; it is hung up (S20)."""

    leg_id: LegId


@plain_data
class PhoneSystemWentAway:
    """Nothing is offered and nothing judged until the phone system is back."""


@plain_data
class PhoneSystemCameBack:
    """What the phone system has was compared with what should be."""
