"""How a simulated phone meets a call: by itself as scripted, or by a person's hand."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from ringback.core.inputs import AgentFailureCause, FailureCause

_SOON = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class ByHand:
    """Rings until a person answers or rejects, or the caller gives up."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers after a while, and hangs up when it has talked long enough, if ever."""

    after: timedelta = _SOON
    talks_for: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Rejects:
    """Rejects the call after ringing for a while."""

    after: timedelta = _SOON


@dataclass(frozen=True, slots=True)
class IsBusy:
    """Is busy, whatever it does: it never rings."""


@dataclass(frozen=True, slots=True)
class Fails:
    """Cannot be reached for a cause of the network's own; it never rings."""

    cause: FailureCause | AgentFailureCause


Manner = ByHand | Answers | Rejects | IsBusy | Fails

BY_HAND = ByHand()


@dataclass(frozen=True, slots=True)
class Habits:
    """The shares, of one, in which customers meet a callback; the rest let it ring."""

    answer: float = 0.7
    are_busy: float = 0.08
    reject: float = 0.05
    have_no_number: float = 0.02
    answer_within: timedelta = timedelta(seconds=20)
    talk_for_max: timedelta = timedelta(minutes=6)

    def draw(self, chance: Random) -> Manner:
        """Pick a manner; always draws as often, so that one customer's luck is their own."""
        kind, wait, talk = chance.random(), chance.random(), chance.random()
        for share, manner in (
            (self.answer, Answers(self.answer_within * wait, self.talk_for_max * talk)),
            (self.are_busy, IsBusy()),
            (self.reject, Rejects(self.answer_within * wait)),
            (self.have_no_number, Fails(FailureCause.INVALID_NUMBER)),
        ):
            if kind < share:
                return manner
            kind -= share
        return BY_HAND
