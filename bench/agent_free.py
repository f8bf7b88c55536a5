"""P1: from an agent's BYE to that agent's next INVITE, on the wire, beside app_queue."""

import contextlib
import os
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measuring import app_queue
from bench.measuring.children import processor_seconds, require, running
from bench.measuring.people import (
    TALK_MILLISECONDS,
    Crowd,
    callers,
    crowd,
    phones_answering,
)
from bench.measuring.product import product, product_asterisk
from bench.measuring.report import Row, machine, publish, quantile
from bench.measuring.smallest_program import smallest_program
from bench.measuring.turns import Turn, turns_between
from bench.measuring.wire import read_capture

MEASURE_SECONDS = 60.0
AFTERWARDS_SECONDS = 3.0
FOLDER = Path(__file__).parent.parent / ".make" / "agent_free"


@dataclass(frozen=True, slots=True)
class Size:
    """How many agents and items there are, and how long the queue takes to fill."""

    agents: int
    waiting: int
    calling_per_second: int
    """How many live callers call in while fewer are held: more than the agents can take."""
    asking_per_second: float
    callbacks_waiting: int
    """As many as wait at a time with that rate and so many items in the queue."""
    settle_seconds: float
    rtp_ports: int
    talk_milliseconds: tuple[int, ...] = TALK_MILLISECONDS

    @property
    def what(self) -> str:
        return f"agent free to next INVITE, {self.agents} agents, {self.waiting:,} waiting"


SMALL = Size(10, 50, 40, 1.7, 14, settle_seconds=12.0, rtp_ports=400)


def main() -> int:
    """Measure app_queue with its defaults, at its best, and Ringback; show and keep."""
    require("sipp", "setpriv", "unshare")
    shutil.rmtree(FOLDER, ignore_errors=True)
    defaults = _measure_app_queue("defaults", app_queue.DEFAULTS)
    best = _measure_app_queue("best", app_queue.BEST)
    ours = measure_product(SMALL)
    share = best["median_ms"] / ours["median_ms"]
    what = SMALL.what
    peer = (
        f"app_queue {best['median_ms']:.0f} / {best['p99_ms']:.0f} ms at its best,"
        f" {defaults['median_ms']:.0f} / {defaults['p99_ms']:.0f} ms by default"
    )
    median, p99 = ours["median_ms"], ours["p99_ms"]
    callbacks = ours["callbacks"]
    rows = [
        Row("P1", f"{what}: median", "<= 8 ms", f"{median:.1f} ms", median <= 8, peer),
        Row("P1", f"{what}: p99", "<= 25 ms", f"{p99:.1f} ms", p99 <= 25, peer),
        Row(
            "P1",
            "the same, callbacks alone: median and p99",
            "<= 8, 25 ms",
            f"{callbacks['median_ms']:.1f}, {callbacks['p99_ms']:.1f} ms",
            callbacks["median_ms"] <= 8 and callbacks["p99_ms"] <= 25,
        ),
        Row("P1", "median beside app_queue's best", "<= 1/40", f"1/{share:.0f}", share >= 40, peer),
    ]
    details = {
        "ours": ours,
        "app_queue_best": best,
        "app_queue_defaults": defaults,
    }
    publish("agent_free", rows, details)
    return 0


def _measure_app_queue(name: str, settings: Mapping[str, str]) -> dict[str, Any]:
    directory, size = FOLDER / name, SMALL
    with contextlib.ExitStack() as stack:
        people = stack.enter_context(crowd(size.agents, rtp_ports=size.rtp_ports))
        serving = app_queue.app_queue(people, directory, settings, os.environ)
        pid = stack.enter_context(serving)
        stack.enter_context(phones_answering(people, directory, _seconds(size)))
        held = size.waiting + size.agents
        stack.enter_context(
            callers(
                people,
                directory,
                _seconds(size),
                held=held,
                calling_per_second=size.calling_per_second,
                asking_per_second=0,
            )
        )
        return _measure(f"app_queue, {name}", people, directory, {"asterisk": pid}, size)


def measure_product(size: Size) -> dict[str, Any]:
    """Measure Ringback with so many agents and items waiting."""
    directory = FOLDER / f"ringback-{size.agents}"
    with contextlib.ExitStack() as stack:
        people = stack.enter_context(
            crowd(size.agents, rtp_ports=size.rtp_ports, talk=size.talk_milliseconds)
        )
        asterisk = stack.enter_context(product_asterisk(people, directory / "asterisk"))
        ours = stack.enter_context(product(people, directory / "data", asterisk))
        stack.enter_context(phones_answering(people, directory, _seconds(size)))
        held = size.waiting + size.agents - size.callbacks_waiting
        asking = size.asking_per_second
        stack.enter_context(
            callers(
                people,
                directory,
                _seconds(size),
                held=held,
                calling_per_second=size.calling_per_second,
                asking_per_second=asking,
            )
        )
        pids = {"asterisk": ours.asterisk, "ringback": ours.server}
        return _measure(f"ringback, {size.agents} agents", people, directory, pids, size)


def measure_smallest_program(size: Size) -> dict[str, Any]:
    """Measure the smallest program with as many live callers; it has no callbacks."""
    directory = FOLDER / f"smallest-{size.agents}"
    with contextlib.ExitStack() as stack:
        people = stack.enter_context(
            crowd(size.agents, rtp_ports=size.rtp_ports, talk=size.talk_milliseconds)
        )
        pids = stack.enter_context(smallest_program(people, directory))
        stack.enter_context(phones_answering(people, directory, _seconds(size)))
        stack.enter_context(
            callers(
                people,
                directory,
                _seconds(size),
                held=size.waiting + size.agents - size.callbacks_waiting,
                calling_per_second=size.calling_per_second,
                asking_per_second=0,
            )
        )
        return _measure(f"smallest program, {size.agents} agents", people, directory, pids, size)


def _measure(
    name: str, people: Crowd, directory: Path, pids: Mapping[str, int], size: Size
) -> dict[str, Any]:
    """Capture for a while and read the turns off the capture."""
    file = directory / "wire.jsonl"
    with _capturing(people, file):
        time.sleep(size.settle_seconds)
        used = {who: processor_seconds(pid) for who, pid in pids.items()}
        begin = time.time_ns()
        time.sleep(MEASURE_SECONDS)
        end = time.time_ns()
        spent = {who: processor_seconds(pid) - used[who] for who, pid in pids.items()}
        time.sleep(AFTERWARDS_SECONDS)
    found = turns_between(list(read_capture(file)), people, begin, end)
    waiting = [turn.waiting for turn in found.turns]
    result: dict[str, Any] = {
        "contender": name,
        **_figures(found.turns),
        "per_second": len(found.turns) / MEASURE_SECONDS,
        "never_rung_again": found.never,
        "refused": found.refused,
        "waiting_mean": statistics.fmean(waiting) if waiting else 0,
        "waiting_min": min(waiting, default=0),
        "processor_share": {who: seconds / MEASURE_SECONDS for who, seconds in spent.items()},
        "load": machine()["load"],
    }
    if found.dialled:
        result["callbacks"] = _figures([turn for turn in found.turns if turn.is_callback])
        result["live_calls"] = _figures([turn for turn in found.turns if not turn.is_callback])
    sys.stdout.write(
        f"{name}: {result['count']} turns, median {result['median_ms']:.1f} ms,"
        f" p99 {result['p99_ms']:.1f} ms, {result['per_second']:.1f}/s,"
        f" {result['waiting_mean']:.0f} waiting, load {result['load'][0]}\n"
    )
    return result


def _figures(turns: Sequence[Turn]) -> dict[str, float]:
    assert turns, "nobody was called again: see the logs in the folder"
    ordered = sorted(turn.milliseconds for turn in turns)
    return {
        "count": len(ordered),
        "median_ms": statistics.median(ordered),
        "p99_ms": quantile(ordered, 0.99),
        "max_ms": ordered[-1],
    }


@contextlib.contextmanager
def _capturing(people: Crowd, file: Path) -> Iterator[None]:
    command = [sys.executable, "-m", "bench.measuring.wire", str(people.sip_port), str(file)]
    with running(command, file.with_suffix(".log")):
        yield


def _seconds(size: Size) -> float:
    return size.settle_seconds + MEASURE_SECONDS + AFTERWARDS_SECONDS + 60


if __name__ == "__main__":
    sys.exit(main())
