"""Every kind of fault, when each is due in a life, and how often each has struck."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from random import Random

from ringback.core import events as e
from ringback.core.events import Event, Fact


class Mishap(StrEnum):
    """What may go wrong; the values stand in reports."""

    REPORT_DUPLICATED = "phone event doubled"
    REPORT_LATE = "phone event late"
    REPORT_SWAPPED = "phone events swapped"
    REPORT_LOST = "phone event lost"
    DIES_IDLE = "server dies between two batches"
    DIES_BEFORE_APPEND = "server dies before the append"
    DIES_AFTER_APPEND = "server dies after the append, before the effects"
    DIES_BETWEEN_EFFECTS = "server dies between two effects"
    DIES_BEFORE_ANSWERS = "server dies after the effects, before the answers"
    DIES_ERASING = "server dies between two steps of an erasure"
    COMMAND_LOST = "command to the phones lost at a crash"
    COMMAND_DOUBLED = "command to the phones doubled"
    APPEND_REFUSED = "append refused once"
    DISK_FULL = "disk full for a while"
    COMMIT_UNANSWERED = "commit done but reported as failed"
    DISK_SLOW = "disk slow for a while"
    PAGE_CLOSED = "agent's page gone"
    PHONE_UNPLUGGED = "agent's phone gone"
    PHONES_CUT_OFF = "phone system cut off"
    PHONES_RESTARTED = "phone system died with all calls"
    TRUNK_FAILS = "trunk failing for a while"
    OVERLOAD = "more calls at once than are taken in"
    ACCEPTS_AT_ONCE = "two agents accept in the same instant"
    SECOND_WRITER = "second server on the same journal"
    CLOCK_FORWARD = "clock a day ahead after a restart"
    CLOCK_BACK = "clock a day back after a restart"
    SUMMER_TIME = "summer time begins"
    WINTER_TIME = "winter time begins"


OF_REPORTS = {
    "duplicated": Mishap.REPORT_DUPLICATED,
    "late": Mishap.REPORT_LATE,
    "swapped": Mishap.REPORT_SWAPPED,
    "lost": Mishap.REPORT_LOST,
}
OF_THE_DATE = (Mishap.SUMMER_TIME, Mishap.WINTER_TIME)
BY_PEOPLE = (Mishap.ACCEPTS_AT_ONCE, Mishap.DIES_ERASING)
PLANNED = tuple(
    mishap
    for mishap in Mishap
    if mishap not in (*OF_REPORTS.values(), *OF_THE_DATE, *BY_PEOPLE, Mishap.COMMAND_LOST)
)
"""Those that a life's plan brings about; the others come of themselves."""

PLANNED_PER_LIFE = 8
SHARE_OF_ANY = 0.3
SHARE_OF_ERASING = 0.06
"""Of the steps of an erasure, of which there are about ten."""
CRITICAL: tuple[type[Event], ...] = (
    e.CallbackRequested,
    e.ConfirmationStarted,
    e.RequestJoined,
    e.SettlingStarted,
    e.OffersMade,
    e.OffersWithdrawn,
    e.OfferAccepted,
    e.HandCallStarted,
    e.AgentPhoneUp,
    e.DialIntended,
    e.CustomerRang,
    e.CustomerReached,
    e.DialFailed,
    e.CallConnected,
    e.CallEnded,
    e.CallbackClosed,
    e.CustomerErased,
    e.PhoneSystemCameBack,
)
"""The commits at which a fault hurts most: what follows must neither be lost nor done twice."""


class Mishaps:
    """The plan of one life's faults, those that are armed, and the count of those that struck."""

    def __init__(self, seed: int, chance: Random, *, moments: int) -> None:
        self.struck: Counter[Mishap] = Counter()
        self.in_hand: Sequence[Fact] = ()
        """What the server is committing, or has committed last."""
        self._chance = chance
        self._disarmed = False
        self._armed: list[tuple[Mishap, type[Event] | None]] = []
        first = seed * PLANNED_PER_LIFE // 2
        in_turn = [PLANNED[(first + n) % len(PLANNED)] for n in range(PLANNED_PER_LIFE // 2)]
        by_chance = chance.choices(PLANNED, k=PLANNED_PER_LIFE // 2)
        self._plan: dict[int, list[Mishap]] = {}
        for mishap in (*in_turn, *by_chance):
            self._plan.setdefault(chance.randrange(moments // 10, moments), []).append(mishap)

    def due(self, moment: int) -> list[Mishap]:
        """Name what the plan brings about at this moment of the life."""
        return self._plan.get(moment, [])

    def arm(self, mishap: Mishap) -> None:
        """Let a fault strike at the next opportunity, or the next that is critical."""
        is_any = self._chance.random() < SHARE_OF_ANY
        self._armed.append((mishap, None if is_any else self._chance.choice(CRITICAL)))

    def strikes(self, mishap: Mishap) -> bool:
        """Tell whether an armed fault strikes here and now, and count it."""
        for armed in self._armed:
            kind = armed[1]
            if armed[0] is mishap and (kind is None or self._commits(kind)):
                self._armed.remove(armed)
                self.struck[mishap] += 1
                return True
        return False

    def _commits(self, kind: type[Event]) -> bool:
        return any(isinstance(fact.event, kind) for fact in self.in_hand)

    def strikes_an_erasure(self) -> bool:
        """Tell whether the server dies at this step of an erasure, and count it."""
        if self._disarmed or self._chance.random() >= SHARE_OF_ERASING:
            return False
        self.struck[Mishap.DIES_ERASING] += 1
        return True

    def disarm(self) -> None:
        self._disarmed = True
        self._armed.clear()
