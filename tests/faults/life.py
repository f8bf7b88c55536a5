"""One seed's life of a company: its people, its server, every fault, and what must hold."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random

from ringback.config.company import LineEntry
from ringback.config.settings import Settings
from ringback.core import inputs as i
from ringback.core.calendars import OpeningPeriod, WeeklyHours
from ringback.core.events import AccountOpened, Fact
from ringback.core.flow import Flow, HoursStep
from ringback.core.ids import AccountId, CustomerId, StepId
from ringback.core.outcomes import OutcomeKind
from ringback.core.settings import AgentStatus
from ringback.people import MAIN_ACCOUNT
from ringback.ports import Customer, JournalFailed
from ringback.runtime.loop import Limits
from ringback.telephony.simulated.faults import FaultShares, FaultyReports
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.scheduler import VirtualScheduler
from tests.core import company
from tests.core.callback_properties import everybody_has_an_outcome
from tests.core.sight import Violation

from .bringing_about import bring_about
from .callers import LINE_NUMBERS
from .disk import Disk, MemoryDisk, SqliteDisk, Trouble
from .mishaps import OF_REPORTS, Mishap, Mishaps
from .people import People
from .personal_traces import PersonalTraces
from .persons import mostly_plain
from .phone_watch import PhoneWatch
from .server import CurrentBook, Server, Surroundings
from .snapshots import Camera
from .stepped_loop import SteppedLoop
from .trace import Trace
from .witness import NUMBER_OF_THE_NEIGHBOUR, Witness

MOMENTS = 260
BETWEEN_MOMENTS = 2.0
ORDINARY = datetime(2026, 3, 2, 8, 59, tzinfo=UTC)
CHANGES_AT = {
    Mishap.SUMMER_TIME: datetime(2026, 3, 29, 1, tzinfo=UTC),
    Mishap.WINTER_TIME: datetime(2026, 10, 25, 1, tzinfo=UTC),
}
CLOCK_CHANGES = {3: Mishap.SUMMER_TIME, 7: Mishap.WINTER_TIME}
CLOCK_CHANGE_EVERY = 8
BEFORE_THE_CHANGE = timedelta(minutes=4)
HAPPENINGS_MAX = 30_000
NO_FAULTS = FaultShares(duplicated=0, late=0, swapped=0, lost=0)
SQLITE_EVERY = 10
NEIGHBOUR = AccountId("neighbour")
CUSTOMER_OF_THE_NEIGHBOUR = Customer(CustomerId("c1"), NUMBER_OF_THE_NEIGHBOUR, "Neighbour")
ARRIVALS_BACKLOG = 10
RETRY_AFTER = timedelta(seconds=2)
LAST_REPORTS_WITHIN = timedelta(seconds=5)
AGED_AFTER = timedelta(hours=25)
GOING_HOME_AFTER = timedelta(seconds=60)
LAST_TOLD = 40


@dataclass(frozen=True)
class Lived:
    """What became of a life."""

    struck: Counter[Mishap]
    facts: int
    callbacks: int
    completed: int
    servers: int
    snapshots: int
    begun_from_snapshots: int
    """Servers that did not replay the journal from its first fact."""
    erased: int
    wrap_ups_ended: int
    """Those that agents ended themselves."""
    journal: tuple[object, ...]

    def without_journal(self) -> "Lived":
        return replace(self, journal=())


class Life:
    """Everything of one life. `live` goes through it and raises the first `Violation`."""

    def __init__(self, seed: int, directory: Path) -> None:
        self.seed = seed
        chance = Random(seed)
        self.chance = chance
        begins = self._date(chance)
        self.scheduler = VirtualScheduler(begins)
        self.trace = Trace(self.scheduler)
        self.mishaps = Mishaps(seed, Random(seed + 1), moments=MOMENTS)
        settings = _settings(directory / f"life-{seed}")
        settings.data.mkdir()
        self.disk: Disk = self._pick_disk(settings.journal_path)
        self._witness = Witness(self.disk, MAIN_ACCOUNT, self.trace, PersonalTraces(settings.data))
        shares = (FaultShares(), FaultShares(), FaultShares(lost=0), NO_FAULTS)[chance.randrange(4)]
        reports = FaultyReports(self.scheduler, seed=seed, shares=shares)
        book = CurrentBook()
        self.network = PhoneNetwork(self.scheduler, book, seed=seed, name=f"call-{seed}")
        self.watch = PhoneWatch(self.network, self._witness, reports)
        self.people = People(Random(seed + 2), self.network, self.watch, self.mishaps)
        self.wall_ahead = timedelta(0)
        self.around = Surroundings(
            loop=SteppedLoop(self.scheduler),
            scheduler=self.scheduler,
            network=self.network,
            book=book,
            disk=self.disk,
            trouble=Trouble(),
            reports=reports,
            mishaps=self.mishaps,
            witness=self._witness,
            camera=Camera(Random(seed + 4)),
            trace=self.trace,
            settings=settings,
            limits=_limits(chance),
            chance=Random(seed + 3),
            wall=lambda: self.scheduler.now() + self.wall_ahead,
        )
        self.server: Server | None = None
        self._rivals: list[Server] = []
        self._servers = self._begun_from_snapshots = 0
        self._looked_at = begins
        self._facts_seen = 0

    def live(self) -> Lived:
        try:
            self._found()
            for moment in range(MOMENTS):
                for mishap in self.mishaps.due(moment):
                    bring_about(self, mishap)
                self.people.do_something()
                self._pass(timedelta(seconds=self.chance.expovariate(1 / BETWEEN_MOMENTS)))
            self._let_faults_end()
            self._come_to_rest()
            self._judge_the_end()
            return self._lived()
        finally:
            self._put_away()

    # ---- the beginning

    def _date(self, chance: Random) -> datetime:
        """Begin on an ordinary morning, or minutes before the clock is changed."""
        self._clock_change = CLOCK_CHANGES.get(self.seed % CLOCK_CHANGE_EVERY)
        if self._clock_change is None:
            return ORDINARY + timedelta(seconds=chance.randrange(90))
        return CHANGES_AT[self._clock_change] - BEFORE_THE_CHANGE

    def _pick_disk(self, path: Path) -> Disk:
        if self.seed % SQLITE_EVERY == SQLITE_EVERY - 1:
            return SqliteDisk(path)
        return MemoryDisk()

    def _found(self) -> None:
        """Open a random company, with its agents online and their pages open."""
        self._found_the_neighbour()
        self.start()
        pick = mostly_plain(self.chance)
        server = self.server
        assert server is not None
        server.ask(i.OpenAccount(MAIN_ACCOUNT, (10_000, 10_000, 3)[pick(3)]), "operator")
        agents = [company.profile(number, pick) for number in range(3 + pick(3))]
        agent_ids = [profile.id for profile in agents]
        for profile in agents:
            server.ask(i.ConfigureAgent(profile), "operator")
        for team_id in company.TEAMS:
            server.ask(i.ConfigureTeam(company.team(team_id, agent_ids, pick)), "operator")
        for flow_id in company.FLOWS:
            flow = company.flow(flow_id, agent_ids, pick)
            if self._clock_change is not None:
                flow = open_at_night(flow)
            server.ask(i.PublishFlow(flow), "operator")
        for line_id in company.LINES:
            server.ask(i.ConfigureLine(company.line(line_id, pick)), "operator")
        for profile in agents:
            server.ask(i.SetAgentStatus(profile.id, AgentStatus.ONLINE), "operator")
        self._pass(timedelta(seconds=1))
        self.people.agents.open_pages(server, pages_lost=0)

    def _found_the_neighbour(self) -> None:
        """Let another account be on the same disk, with a customer of the same name (S24)."""
        journal = self.disk.open()
        opened = AccountOpened(NEIGHBOUR, 1)
        fact = Fact(1, self.scheduler.now(), "OpenAccount", "operator", opened)
        beside = [CUSTOMER_OF_THE_NEIGHBOUR]
        self.around.loop.finish(journal.append(NEIGHBOUR, 0, [fact], beside))
        self.around.loop.finish(journal.close())
        self._of_the_neighbour = self.disk.rows(NEIGHBOUR, 0)

    # ---- time

    def _pass(self, duration: timedelta) -> None:
        """Let time pass, one happening at a time."""
        until = self.scheduler.now() + duration
        self._settle()
        while (due := self.scheduler.next_due()) is not None and due <= until:
            self.scheduler.run_next()
            self._settle()
        self.scheduler.advance_to(until)

    def _settle(self) -> None:
        """Let the server finish what it can at this instant, and look."""
        for server in (*self._rivals, *([self.server] if self.server else [])):
            server.run_until_idle()
            if server.end() is not None:
                self._bury(server)
        self._look()

    def _look(self) -> None:
        self.watch.look()
        passed, self._looked_at = self.scheduler.now() - self._looked_at, self.scheduler.now()
        facts = self._witness.facts
        self.watch.heard_of(facts[self._facts_seen :])
        self._facts_seen = len(facts)
        if self._is_sound():
            self.watch.sound_for(passed)
        else:
            self.watch.unsound()

    def _is_sound(self) -> bool:
        """Tell whether nothing hinders the server at this instant."""
        trouble = self.around.trouble
        is_heard = self.server is not None and self.server.is_connected
        return is_heard and not trouble.slow and not trouble.full and not self._rivals

    # ---- servers

    def start(self) -> None:
        """Start a server; where it finds another at its journal it may be turned away."""
        try:
            server = Server(self.around)
        except JournalFailed as refused:
            self.trace.note("server", f"cannot start: {refused}")
            return
        if self.server is not None:
            self.server.leave_the_files()
            self._rivals.append(self.server)
        self._servers += 1
        self._begun_from_snapshots += server.account.replayed_from > 0
        self.server = server
        self.people.turn_to(server)
        self.trace.note("server", f"{self._servers} starts")
        self.people.agents.open_pages(server)

    def kill(self) -> None:
        if self.server is not None:
            self._bury(self.server)

    def end_rivals(self) -> None:
        """End servers whose phones another has taken over: they are told so."""
        for server in tuple(self._rivals):
            self._bury(server)

    def _bury(self, server: Server) -> None:
        self.trace.note("server", f"is gone: {server.end()!r}")
        server.kill()
        if server in self._rivals:
            self._rivals.remove(server)
        elif self.server is server:
            self.server = None
            self.people.turn_to(None)
            after = timedelta(seconds=self.chance.choice((0.0, 0.5, 3.0, 20.0)))
            self.scheduler.call_later(after, self._start_unless_one_runs)

    def _start_unless_one_runs(self) -> None:
        if self.server is None:
            self.start()
            if self.server is None:
                self.scheduler.call_later(RETRY_AFTER, self._start_unless_one_runs)

    # ---- the end

    def _let_faults_end(self) -> None:
        """From here on all is well; what reports have not told, a list tells."""
        self.mishaps.disarm()
        self.around.trouble.full = self.around.trouble.slow = False
        self.network.trunk.is_failing = False
        self.around.reports.shares = NO_FAULTS
        self.end_rivals()
        self._start_unless_one_runs()
        self._pass(LAST_REPORTS_WITHIN)
        assert self.server is not None
        self.server.phones.disconnect()
        self._pass(timedelta(seconds=1))
        self.server.phones.reconnect()
        for agent_id in tuple(self.network.agents):
            self.people.agents.bring_back(agent_id)
        self._pass(LAST_REPORTS_WITHIN)

    def _come_to_rest(self) -> None:
        """Let time run until nothing is due any more, everybody hanging up after a while.

        What comes and goes for ever, such as working hours, is not waited for: whatever has to end
        has ended when the oldest callback is beyond its age.
        """
        home_at = self.scheduler.now() + GOING_HOME_AFTER
        at_rest_at = self.scheduler.now() + AGED_AFTER
        for _ in range(HAPPENINGS_MAX):
            due = self.scheduler.next_due()
            if due is None or due > home_at:
                is_over = due is None or due > at_rest_at
                if is_over and not self.network.system.legs:
                    return
                self.scheduler.advance_to(home_at)
                self.people.everybody_goes_home()
                home_at = max(home_at, due or home_at) + GOING_HOME_AFTER
            else:
                self.scheduler.run_next()
            self._settle()
        raise Violation("L1", "the company never comes to rest")

    def _judge_the_end(self) -> None:
        self.watch.nothing_is_left()
        if self.disk.rows(NEIGHBOUR, 0) != self._of_the_neighbour:
            raise Violation("S24", "the neighbour's journal is not what it was")
        if self.disk.customers(NEIGHBOUR) != [CUSTOMER_OF_THE_NEIGHBOUR]:
            raise Violation("S24", "the neighbour's customer is not who it was")
        assert self.server is not None
        self._witness.hold_erasures(self.network.system.voicemails, unfinished=())
        self._witness.hold_records(self.server.account.records)
        for complaint in everybody_has_an_outcome(self._witness.ledger):
            raise Violation("L1", complaint)

    def _lived(self) -> Lived:
        for name, count in self.around.reports.injected.items():
            self.mishaps.struck[OF_REPORTS[name]] += count
        if self._clock_change is not None:
            self.mishaps.struck[self._clock_change] += 1
        callbacks = self._witness.ledger.callbacks.values()
        outcomes = [c.outcome.kind for c in callbacks if c.outcome is not None]
        return Lived(
            struck=self.mishaps.struck,
            facts=len(self._witness.rows),
            callbacks=len(callbacks),
            completed=outcomes.count(OutcomeKind.COMPLETED),
            servers=self._servers,
            snapshots=self.around.camera.taken,
            begun_from_snapshots=self._begun_from_snapshots,
            erased=len(self._witness.traces.erased),
            wrap_ups_ended=sum(row.cause == "EndWrapUp" for row in self._witness.rows),
            journal=tuple(self._witness.rows),
        )

    def _put_away(self) -> None:
        for server in (*self._rivals, *([self.server] if self.server else [])):
            server.kill()
        if isinstance(self.disk, SqliteDisk):
            self.disk.close()
        self.around.loop.close()


def live(seed: int, directory: Path) -> Lived:
    """Live one life; what breaks it tells how to live it again."""
    life = Life(seed, directory)
    try:
        return life.live()
    except BaseException as broken:
        broken.add_note(life.trace.told(LAST_TOLD))
        broken.add_note(f"to live it again: uv run python -m tests.faults --seed {seed} --trace")
        raise


def _limits(chance: Random) -> Limits:
    """Small ones, so that they are met."""
    return Limits(batch=chance.choice((1, 3, 256)), arrivals_backlog=ARRIVALS_BACKLOG)


def _settings(directory: Path) -> Settings:
    lines = tuple(
        LineEntry(id=line_id, number=number, name=line_id, country="FR", flow="main")
        for line_id, number in LINE_NUMBERS.items()
    )
    return Settings(data_directory=directory, lines=lines)


def open_at_night(flow: Flow) -> Flow:
    """Let a flow begin with hours whose opening falls into the hour of the clock's change."""
    periods = tuple(OpeningPeriod(day, time(2, 30), time(3, 2)) for day in range(7))
    hours = WeeklyHours("Europe/Paris", periods)
    gate = HoursStep(StepId("night"), hours, flow.first, company.END)
    return replace(flow, first=gate.id, steps=(gate, *flow.steps))
