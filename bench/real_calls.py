"""P5 and P5b: many callers waiting, arrivals into free agents, and twice as many as we can take."""

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.measuring.arrivals import arrivals_between
from bench.measuring.children import processor_seconds, require, running
from bench.measuring.people import Crowd, arriving, crowd, phones_answering
from bench.measuring.product import Product, product, product_asterisk
from bench.measuring.report import Row, machine, publish, quantile
from bench.measuring.wire import read_capture

WAITING_AGENTS = 10
WAITING_ARRIVALS = 20
WAITING_PATIENCE = 76.0
"""Ten agents take about seven calls a second: thirteen a second who wait so long are 1,000."""
FREE_AGENTS = 400
SHORT_TALK = tuple(range(300, 600, 30))
RATES = (100, 150, 200, 250, 300)
STAYS_SECONDS = 20.0
SETTLE_SECONDS = 5.0
SETUP_MARK, SETUP_MARK_OVERLOADED = 200.0, 500.0
FOLDER = Path(__file__).parent.parent / ".make" / "real_calls"


def main() -> int:
    """Measure, show and keep."""
    require("sipp", "setpriv", "unshare")
    shutil.rmtree(FOLDER, ignore_errors=True)
    waiting = _measure_waiting()
    runs = [_measure_arrivals(rate) for rate in RATES]
    held = [run for run in runs if _is_held(run)]
    ceiling = held[-1]["per_second"] if held else RATES[0]
    overloaded = _measure_arrivals(2 * ceiling)
    publish(
        "real_calls",
        _rows(waiting, held, overloaded, ceiling),
        {"waiting": waiting, "arrivals": runs, "overloaded": overloaded},
    )
    return 0


def _rows(
    waiting: dict[str, Any],
    held: Sequence[dict[str, Any]],
    overloaded: dict[str, Any],
    ceiling: int,
) -> list[Row]:
    share = waiting["processor_share"]["ringback"]
    best = held[-1] if held else None
    return [
        Row(
            "P5",
            f"our process, {waiting['waiting_mean']:,.0f} waiting, {WAITING_ARRIVALS} calls/s",
            "<= 30 % of a core",
            f"{share:.0%}",
            share <= 0.3,
        ),
        Row(
            "P5",
            "arrivals into free agents, set-up p99 <= 200 ms",
            ">= 150 calls/s",
            "none"
            if best is None
            else f"{best['per_second']}/s, p99 {best['setup']['p99_ms']:.0f} ms",
            best is not None and best["per_second"] >= 150,
        ),
        Row(
            "P5b",
            f"{2 * ceiling} calls/s: set-up p99 of those accepted",
            "<= 500 ms",
            f"{overloaded['setup']['p99_ms']:.0f} ms,"
            f" {overloaded['served_per_second']:.0f}/s served",
            overloaded["setup"]["p99_ms"] <= SETUP_MARK_OVERLOADED,
        ),
        Row(
            "P5b",
            "the same: refusal of the others, p99",
            "at once",
            f"{overloaded['refusal']['p99_ms']:.0f} ms, {overloaded['refused_share']:.0%} refused",
            overloaded["refusal"]["p99_ms"] <= SETUP_MARK_OVERLOADED,
        ),
    ]


def _held_words(run: dict[str, Any]) -> str:
    return f"{run['per_second']}/s, p99 {run['setup']['p99_ms']:.0f} ms"


def _is_held(run: dict[str, Any]) -> bool:
    return bool(run["served_share"] >= 0.99 and run["setup"]["p99_ms"] <= SETUP_MARK)


def _measure_waiting() -> dict[str, Any]:
    directory = FOLDER / "waiting"
    settle = WAITING_PATIENCE + 15
    with (
        _serving(directory, WAITING_AGENTS, rtp_ports=4_600, talk=None) as (people, ours),
        _calling(people, directory, WAITING_ARRIVALS, WAITING_PATIENCE, settle),
    ):
        result = _measure(people, directory, ours, 60.0, settle=settle)
    sys.stdout.write(
        f"{result['waiting_mean']:,.0f} waiting:"
        f" ringback {result['processor_share']['ringback']:.2f} core,"
        f" Asterisk {result['processor_share']['asterisk']:.2f}, load {result['load'][0]}\n"
    )
    return result


def _measure_arrivals(per_second: int) -> dict[str, Any]:
    directory = FOLDER / f"arrivals-{per_second}"
    with (
        _serving(directory, FREE_AGENTS, rtp_ports=2_400, talk=SHORT_TALK) as (people, ours),
        _calling(people, directory, per_second, 5.0, SETTLE_SECONDS),
    ):
        result = _measure(people, directory, ours, STAYS_SECONDS, settle=SETTLE_SECONDS)
    result["per_second"] = per_second
    sys.stdout.write(
        f"{per_second} calls/s: {result['served_per_second']:.0f}/s served,"
        f" set-up median {result['setup']['median_ms']:.0f} ms,"
        f" p99 {result['setup']['p99_ms']:.0f} ms,"
        f" {result['refused_share']:.0%} refused in {result['refusal']['p99_ms']:.0f} ms (p99),"
        f" ringback {result['processor_share']['ringback']:.2f} core,"
        f" Asterisk {result['processor_share']['asterisk']:.2f}, load {result['load'][0]}\n"
    )
    return result


@contextlib.contextmanager
def _serving(
    directory: Path, agents: int, *, rtp_ports: int, talk: Sequence[int] | None
) -> Iterator[tuple[Crowd, Product]]:
    with contextlib.ExitStack() as stack:
        lengths = {} if talk is None else {"talk": talk}
        people = stack.enter_context(crowd(agents, rtp_ports=rtp_ports, **lengths))
        asterisk = stack.enter_context(product_asterisk(people, directory / "asterisk"))
        ours = stack.enter_context(product(people, directory / "data", asterisk))
        stack.enter_context(phones_answering(people, directory, 400.0))
        yield people, ours


@contextlib.contextmanager
def _calling(
    people: Crowd, directory: Path, per_second: int, patience: float, settle: float
) -> Iterator[None]:
    file = directory / "wire.jsonl"
    wire = [sys.executable, "-m", "bench.measuring.wire", str(people.sip_port), str(file)]
    with (
        running(wire, file.with_suffix(".log")),
        arriving(
            people, directory, settle + 120.0, per_second=per_second, patience_seconds=patience
        ),
    ):
        yield


def _measure(
    people: Crowd, directory: Path, ours: Product, seconds: float, *, settle: float
) -> dict[str, Any]:
    pids = {"asterisk": ours.asterisk, "ringback": ours.server}
    time.sleep(settle)
    used = {who: processor_seconds(pid) for who, pid in pids.items()}
    begin = time.time_ns()
    time.sleep(seconds)
    end = time.time_ns()
    spent = {who: processor_seconds(pid) - used[who] for who, pid in pids.items()}
    time.sleep(1.0)
    seen = arrivals_between(list(read_capture(directory / "wire.jsonl")), people, begin, end)
    return {
        "arrived": seen.arrived,
        "served_share": len(seen.setups) / max(seen.arrived, 1),
        "served_per_second": len(seen.setups) / seconds,
        "refused_share": len(seen.refusals) / max(seen.arrived, 1),
        "waiting_mean": seen.waiting_mean,
        "setup": _figures(seen.setups),
        "refusal": _figures(seen.refusals),
        "processor_share": {who: used_up / seconds for who, used_up in spent.items()},
        "load": machine()["load"],
        "cores": os.cpu_count(),
    }


def _figures(milliseconds: Sequence[float]) -> dict[str, float]:
    ordered = sorted(milliseconds) or [0.0]
    return {
        "count": len(milliseconds),
        "median_ms": quantile(ordered, 0.5),
        "p99_ms": quantile(ordered, 0.99),
        "max_ms": ordered[-1],
    }


if __name__ == "__main__":
    sys.exit(main())
