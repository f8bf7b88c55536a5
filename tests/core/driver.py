"""Drives one account through `step`, under the watch, with the model of phones beside it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from ringback.core import inputs as i
from ringback.core.events import Fact
from ringback.core.ids import AccountId, AgentId, CallId
from ringback.core.refusals import Refusal
from ringback.core.settings import AgentStatus, PhoneKind
from ringback.core.step import Step, evolve, next_deadline, step
from ringback.core.world import World

from . import company
from .hearing import heard_otherwise
from .phone_model import PhoneModel
from .properties import NAMES, Watch
from .sight import Violation

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DEADLINES_MAX = 2_000


class Driver:
    """One account, its phones, and the log of all it was given."""

    def __init__(self, only: Sequence[str] = NAMES) -> None:
        self.world = World()
        self.now = START
        self.watch = Watch(only)
        self.phones = PhoneModel()
        self.facts: list[Fact] = []
        self.log: list[tuple[float, i.Input, int, str]] = []
        self.delivered: list[i.Report] = []
        self.callers = 0
        self.chance = 0
        self.effects_until_crash: int | None = None
        self.twin: World | None = None
        """The world as it was before the last restart, going on beside its replay."""

    def found(self, pick: company.Pick) -> None:
        """Open the account of a random company, most of whose agents are online."""
        self.give(i.OpenAccount(AccountId("acme"), (10_000, 2)[pick(8) // 7]))
        agents = [company.profile(number, pick) for number in range(3 + pick(3))]
        for profile in agents:
            self.give(i.ConfigureAgent(profile))
        for team_id in company.TEAMS:
            self.give(i.ConfigureTeam(company.team(team_id, self.agent_ids, pick)))
        for flow_id in company.FLOWS:
            self.give(i.PublishFlow(company.flow(flow_id, self.agent_ids, pick)))
        for line_id in company.LINES[: 2 + pick(2)]:
            self.give(i.ConfigureLine(company.line(line_id, pick)))
        for profile in agents:
            if pick(4) < 3:
                self.give(i.SetAgentStatus(profile.id, AgentStatus.ONLINE))

    @property
    def agent_ids(self) -> list[AgentId]:
        return list(self.world.agents)

    def give(self, given: i.Input, actor: str = "test") -> None:
        """Give one input at this moment, and let the phones obey; a refusal is an answer too."""
        self.chance += 1
        self.log.append(((self.now - START).total_seconds(), given, self.chance, actor))
        done = self._taken(self.world, given, actor)
        self.facts += done.facts
        self._compare_with_twin(done, given, actor)
        self.watch.observe(self.world, given, self.now, done.facts, done.effects)
        heard = len(done.effects) if self.world.phones_reachable else 0
        crash_after, self.effects_until_crash = self.effects_until_crash, None
        if crash_after is not None:
            heard = min(heard, crash_after)
        for effect in done.effects[:heard]:
            self.phones.perform(effect)
        for effect in done.effects[heard:]:
            self.phones.lose(effect)
        if crash_after is not None:
            self.restart()
        elif self.world.phones_reachable:
            for complaint in heard_otherwise(self.world, self.phones):
                raise Violation("S8", complaint)

    def _taken(self, world: World, given: i.Input, actor: str) -> Step:
        try:
            return step(world, given, at=self.now, chance=self.chance, actor=actor)
        except Refusal as refusal:
            return refusal.settled if isinstance(refusal.settled, Step) else Step()

    def _compare_with_twin(self, done: Step, given: i.Input, actor: str) -> None:
        """S21: a world read from the journal goes on as the one that was never lost."""
        if self.twin is None or "S21" not in self.watch.only:
            return
        other = self._taken(self.twin, given, actor)
        if (other.facts, other.effects) != (done.facts, done.effects):
            raise Violation("S21", f"{given} leads elsewhere after a replay: {other} and {done}")

    def report(self, given: i.Report) -> None:
        """Deliver a report of the phones, unless nobody is there to hear it."""
        if self.world.phones_reachable:
            self.delivered = [*self.delivered[-50:], given]
            self.give(given, "phone")

    def deliver_all(self) -> None:
        """Deliver what the phones owe, in order."""
        while self.phones.undelivered:
            self.report(self.phones.undelivered.pop(0))

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.give(i.TimePassed(), "clock")

    def wait_for_deadline(self) -> bool:
        """Let time run to the next deadline; tell whether there was one."""
        due = next_deadline(self.world)
        if due is not None:
            self.now = max(self.now, due)
            self.give(i.TimePassed(), "clock")
        return due is not None

    def new_call_id(self) -> CallId:
        self.callers += 1
        return CallId(f"call-{self.callers}")

    def restart(self) -> None:
        """Lose the world, read the journal, and begin as the runtime does."""
        again = World()
        for fact in self.facts:
            evolve(again, fact)
        self.twin, self.world = self.world, again
        self.phones.undelivered.clear()
        self.give(i.PhoneSystemLost(), "phone")
        for agent in tuple(again.agents.values()):
            if agent.profile.phone is PhoneKind.BROWSER:
                self.give(i.AgentConnectionLost(agent.id), "phone")

    def list_phones(self) -> None:
        """Let the phone system come back and tell what it has."""
        phones = self.phones
        phones.undelivered.clear()
        never_sent = tuple(leg for leg in phones.never_dialled if leg not in phones.legs)
        listing = i.PhoneSystemListed(phones.listed(), never_sent, tuple(phones.unregistered))
        phones.never_dialled = []
        self.give(listing, "phone")

    def come_to_rest(self) -> None:
        """Let faults end and time run until nothing is due, then look whether all is over."""
        for _ in range(DEADLINES_MAX):
            if not self.world.phones_reachable:
                self.list_phones()
            self.deliver_all()
            if self.world.phones_reachable and self.is_at_rest():
                self.watch.observe_rest()
                return
            self.wait_for_deadline()
        raise AssertionError("the account never comes to rest")

    def is_at_rest(self) -> bool:
        """Tell whether nothing is due any more, but the shifts that come and go for ever."""
        if next_deadline(self.world) is None:
            return True
        world = self.world
        items = (*world.calls.values(), *world.callbacks.values(), *world.outbound_calls.values())
        return not any(item.deadline for item in items) and all(
            agent.deadline == agent.duty_changes_at for agent in world.agents.values()
        )

    def told(self) -> str:
        """Print all that was given, so that it can be given again."""
        lines = [
            f"    ({at!r}, {given!r}, {chance}, {actor!r}),"
            for at, given, chance, actor in self.log
        ]
        return "\n".join(["given = [", *lines, "]"])
