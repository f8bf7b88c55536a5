"""The properties of the core by their published names, and the watch that holds steps to them.

Elsewhere: S22 beyond the numbering of facts needs two writers of one journal (`tests/storage`);
S24 needs two accounts (`tests/api`, `tests/storage`); that S1's and S4's facts are on disk before
their effects go out is the runtime's part (`tests/runtime`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from ringback.core.effects import Effect
from ringback.core.events import Fact
from ringback.core.inputs import DigitPressed, Input, PhoneSystemListed, Report, TimePassed
from ringback.core.step import evolve
from ringback.core.world import World

from . import callback_properties as callbacks
from . import queue_properties as queues
from . import world_properties as whole
from .alert_properties import alert_once
from .annotation_properties import tags_in_use
from .folding import fold
from .ledger import Ledger
from .sight import Orders, Sight, Violation

AtFact = Callable[[Ledger, Fact], Iterator[str]]
AfterStep = Callable[[Sight], Iterator[str]]


def _records_told(ledger: Ledger, fact: Fact) -> Iterator[str]:
    yield from callbacks.linked_records(ledger, fact)
    yield from tags_in_use(ledger, fact)


AT_FACT: dict[str, AtFact] = {
    "S1": callbacks.accept_durable_at,
    "S2": callbacks.accept_once,
    "S3": callbacks.one_live_leg,
    "S5": callbacks.attempts_bounded,
    "S6": queues.agent_exclusive_at,
    "S7": queues.offer_eligible,
    "S8": queues.one_winner_at,
    "S9": queues.fifo_in_step,
    "S10": queues.place_kept_at,
    "S12": callbacks.one_outcome,
    "S14": _records_told,
    "S15": callbacks.dial_policy,
    "S16": callbacks.no_blind_dial,
    "S17": callbacks.stop_wins_at,
    "S19": alert_once,
    "S22": whole.no_gap,
}
AFTER_STEP: dict[str, AfterStep] = {
    "S1": callbacks.accept_durable,
    "S3": callbacks.one_live_leg_told,
    "S4": callbacks.dial_intent_first,
    "S6": queues.agent_exclusive,
    "S8": queues.one_winner,
    "S10": queues.place_kept,
    "S11": queues.back_on_move,
    "S12": callbacks.superseded,
    "S17": callbacks.stop_wins,
    "S18": callbacks.number_frozen,
    "S19": queues.conservation,
    "S20": whole.no_orphans,
    "S21": whole.replay,
    "S23": whole.events_harmless,
    "L2": queues.nobody_waits_in_vain,
    "L3": queues.nobody_blocks_unseen,
    "L4": callbacks.refused_aloud,
}
NAMES = sorted(
    {*AT_FACT, *AFTER_STEP, "S13", "L1"}, key=lambda name: (name[0] != "S", int(name[1:]))
)
NEVER_THE_SAME_TWICE = (TimePassed, PhoneSystemListed)


class Watch:
    """Looks at every step of one account and raises `Violation` at the first broken property."""

    def __init__(self, only: Sequence[str] = NAMES) -> None:
        self.only = only
        self.ledger = Ledger()
        self.orders = Orders()
        self.replayed = World()
        self.facts: list[Fact] = []
        self.walked: Counter[whole.Arrow] = Counter()
        self.last: tuple[Input, datetime] | None = None

    def observe(
        self, world: World, given: Input, at: datetime, facts: list[Fact], effects: list[Effect]
    ) -> None:
        """Look at one step that was just taken."""
        late = whole.is_late(self.ledger, given)
        repeated = self._is_repeated(given, at)
        self.orders.note_report(given)
        for fact in facts:
            self.note(fact)
        for effect in effects:
            self.orders.note_effect(effect)
        sight = Sight(
            given,
            at,
            facts,
            effects,
            world,
            self.replayed,
            self.ledger,
            self.orders,
            repeated=repeated,
            late=late,
        )
        self.judge(sight)

    def judge(self, sight: Sight) -> None:
        """Hold all that a sight shows to the properties of a step."""
        for name in self.only:
            if name in AFTER_STEP:
                _raise_first(name, AFTER_STEP[name](sight))

    def _is_repeated(self, given: Input, at: datetime) -> bool:
        before, self.last = self.last, (given, at)
        if isinstance(given, DigitPressed) and whole.is_menu_key(self.ledger, given):
            self.last = None
        is_report = isinstance(given, Report) and not isinstance(given, NEVER_THE_SAME_TWICE)
        return is_report and before == (given, at)

    def note(self, fact: Fact) -> None:
        """Hold one fact to the properties, then let it be part of what is known."""
        for name in self.only:
            if name in AT_FACT:
                _raise_first(name, AT_FACT[name](self.ledger, fact))
        before = whole.states_of(self.replayed)
        evolve(self.replayed, fact)
        after = whole.states_of(self.replayed)
        complaints = list(whole.legal_edges(before, fact, after, self.walked))
        if "S13" in self.only:
            _raise_first("S13", iter(complaints))
        fold(self.ledger, fact)
        self.facts.append(fact)

    def observe_rest(self) -> None:
        """Look at an account in which nothing is due any more."""
        if "L1" in self.only:
            _raise_first("L1", callbacks.everybody_has_an_outcome(self.ledger))


def _raise_first(name: str, complaints: Iterator[str]) -> None:
    for complaint in complaints:
        raise Violation(name, complaint)
