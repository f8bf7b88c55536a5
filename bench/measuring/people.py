"""Agents, callers and customers played by SIPp, each group one process on loopback."""

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tests.phones.ports import is_received_on, take_block

from .children import running

SCENARIOS = Path(__file__).parent.parent / "scenarios"
START_SECONDS_MAX = 10.0
CALLS_MAX = 1_000_000
ROWS = 20_000
RTP_PORTS = 400
TALK_MILLISECONDS = (890, 1010, 1130, 1240, 1370, 1480, 1590, 1710, 1830, 1970)
LINE = "+33199001000"
_CONTROL, _MEDIA = 2, 4


@dataclass(frozen=True, slots=True)
class Rack:
    """Desk phones that share one port and hang up after the same time."""

    port: int
    agents: tuple[str, ...]
    talk_milliseconds: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody's ports and names."""

    sip_port: int
    http_port: int
    api_port: int
    rtp_ports: tuple[int, int]
    racks: tuple[Rack, ...]
    waiters: int
    askers: int
    customers: int

    @property
    def agents(self) -> tuple[str, ...]:
        return tuple(agent for rack in self.racks for agent in rack.agents)


@contextlib.contextmanager
def crowd(
    agents: int, *, rtp_ports: int = RTP_PORTS, talk: Sequence[int] = TALK_MILLISECONDS
) -> Iterator[Crowd]:
    """Reserve ports for a server, its agents and its callers; a call takes up to four for sound.

    The agents are spread over one rack for each length of talk, in milliseconds.
    """
    with contextlib.ExitStack() as taken:
        server = taken.enter_context(take_block())
        rtp = taken.enter_context(take_block(rtp_ports))
        blocks = [taken.enter_context(take_block()) for _ in range(len(talk) + 3)]
        racks = tuple(
            Rack(
                blocks[index][0],
                tuple(f"agent{n}" for n in range(index, agents, len(talk))),
                milliseconds,
            )
            for index, milliseconds in enumerate(talk)
        )
        waiters, askers, customers = (block[0] for block in blocks[len(racks) :])
        yield Crowd(
            sip_port=server[0],
            http_port=server[1],
            api_port=server[2],
            rtp_ports=(rtp.first, rtp.last),
            racks=racks,
            waiters=waiters,
            askers=askers,
            customers=customers,
        )


@contextlib.contextmanager
def phones_answering(people: Crowd, directory: Path, seconds: float) -> Iterator[None]:
    """Let every rack and the customers behind the trunk answer."""
    with contextlib.ExitStack() as running_now:
        for rack in people.racks:
            folder = directory / f"rack-{rack.port}"
            scenario = _scenario("agent", folder, talk_ms=str(rack.talk_milliseconds))
            running_now.enter_context(_sipp(folder, scenario, rack.port, seconds))
        folder = directory / "customers"
        scenario = _scenario("agent", folder, talk_ms="60000")
        running_now.enter_context(_sipp(folder, scenario, people.customers, seconds))
        yield


@contextlib.contextmanager
def callers(
    people: Crowd,
    directory: Path,
    seconds: float,
    *,
    held: int,
    calling_per_second: int,
    asking_per_second: float,
) -> Iterator[None]:
    """Hold so many live callers, and let others call, press `*` and be hung up on.

    Who is refused tries again after ten seconds.
    """
    with contextlib.ExitStack() as running_now:
        options = ["-l", str(held), "-r", str(calling_per_second), "-set", "keeps_quiet", "1"]
        folder = directory / "waiters"
        command = _calling(people, folder, "+33612", options)
        running_now.enter_context(_sipp(folder, command[0], people.waiters, seconds, command[1]))
        if asking_per_second:
            options = ["-l", "100", "-r", str(round(asking_per_second * 10)), "-rp", "10000"]
            folder = directory / "askers"
            command = _calling(people, folder, "+33622", options)
            running_now.enter_context(_sipp(folder, command[0], people.askers, seconds, command[1]))
        yield


@contextlib.contextmanager
def arriving(
    people: Crowd, directory: Path, seconds: float, *, per_second: int, patience_seconds: float
) -> Iterator[None]:
    """Let so many call each second, who hang up unless they are served or refused before."""
    folder = directory / "arriving"
    at_a_time = round(per_second * (patience_seconds + 10))
    rate = ["-l", str(at_a_time), "-r", str(per_second)]
    patience = {"patience_ms": str(round(patience_seconds * 1000))}
    scenario, options = _calling(people, folder, "+33632", rate, "impatient", **patience)
    with _sipp(folder, scenario, people.waiters, seconds, options):
        yield


def _calling(
    people: Crowd,
    folder: Path,
    prefix: str,
    options: Sequence[str],
    scenario: str = "caller",
    **values: str,
) -> tuple[Path, list[str]]:
    file = _scenario(scenario, folder, **values)
    rows = folder / "numbers.csv"
    numbers = (f"{prefix}{n:06d}" for n in range(100_000, 100_000 + ROWS))
    rows.write_text("\n".join(("SEQUENTIAL", *numbers, "")))
    target = f"127.0.0.1:{people.sip_port}"
    return file, ["-key", "line", LINE, "-inf", str(rows), *options, target]


def _scenario(name: str, folder: Path, **values: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "scenario.xml"
    file.write_text(Template((SCENARIOS / f"{name}.xml").read_text()).substitute(values))
    return file


@contextlib.contextmanager
def _sipp(
    folder: Path, scenario: Path, port: int, seconds: float, more: Sequence[str] = ()
) -> Iterator[None]:
    where = ["-i", "127.0.0.1", "-p", str(port), "-mi", "127.0.0.1", "-mp", str(port + _MEDIA)]
    where += ["-cp", str(port + _CONTROL)]
    bounds = ["-m", str(CALLS_MAX), "-timeout", str(round(seconds)), "-nostdin", "-aa"]
    errors = ["-trace_err", "-error_file", str(folder / "errors.log")]
    patient = ["-watchdog_interval", "0"]
    command = ["sipp", "-sf", str(scenario), *where, *bounds, *errors, *patient, *more]
    with running(command, folder / "sipp.log") as process:
        deadline = time.monotonic() + START_SECONDS_MAX
        while not is_received_on(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(
                    f"SIPp did not start: {(folder / 'sipp.log').read_text()[-800:]}"
                )
            time.sleep(0.01)
        yield
        if process.poll() is not None:
            raise RuntimeError(f"SIPp ended early: {(folder / 'sipp.log').read_text()[-800:]}")
