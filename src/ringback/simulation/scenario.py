"""What a run assumes: the line's settings, how agents answer, how callers ask and pick up."""

from dataclasses import dataclass, field
from datetime import timedelta

from ringback.core.flow import RingRule
from ringback.core.settings import CallbackMode, CallbackSettings, DiallingPolicy

COUNTRY = "FR"


@dataclass(frozen=True, slots=True)
class LinePlan:
    """The settings that every line of the run has."""

    callbacks: CallbackSettings = field(default_factory=CallbackSettings)
    ring_for: timedelta = timedelta(seconds=3600)
    ring_each_for: timedelta = timedelta(seconds=30)
    rule: RingRule = RingRule.LONGEST_IDLE
    ring_even_if_busy: bool = True
    dialling: DiallingPolicy = field(default_factory=DiallingPolicy)

    @property
    def calls_back(self) -> bool:
        return self.callbacks.mode is not CallbackMode.OFF


@dataclass(frozen=True, slots=True)
class AgentConduct:
    """How agents treat what rings them. Shares are between 0 and 1, durations seconds."""

    answer_after: float = 2.0
    decline_share: float = 0.0
    """Of the cards of callbacks, how many are declined."""
    miss_share: float = 0.0
    """Of everything that rings, how much is let ring out."""


@dataclass(frozen=True, slots=True)
class CallerConduct:
    """Who presses `*`, after how long, and who picks up when called back.

    Each caller is, by a throw of the dice, one who accepts to be called back. Such a caller
    presses `*` once the wait has lasted `press_from` and then an exponentially distributed
    time of mean `press_mean`, unless an agent answers or patience ends before. When called
    back, a caller picks up with the chance `pick_up_share`, after `pick_up_after`.
    """

    press_share: float = 0.5
    press_from: float = 20.0
    press_mean: float = 20.0
    pick_up_share: float = 0.9
    pick_up_after: float = 8.0
    withheld_share: float = 0.0
    confirmation: float = 6.0
    """How long the confirmation message lasts."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """All that may be varied between two runs of the same callers and agents."""

    line: LinePlan = field(default_factory=LinePlan)
    agents: AgentConduct = field(default_factory=AgentConduct)
    callers: CallerConduct = field(default_factory=CallerConduct)
    seed: int = 1
