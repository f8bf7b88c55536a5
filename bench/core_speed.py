"""P3 and P10: what one input costs the core, and what one waiting item weighs."""

import gc
import sys
import tracemalloc
from typing import Any

from bench.measuring.call_centre import CallCentre
from bench.measuring.report import Row, publish, quantile

AGENTS = 1_000
WAITING = (100, 1_000, 10_000, 100_000)
WAITING_MARK = 10_000
INPUTS = 60_000
ITEMS_WEIGHED = 100_000
AGENTS_WHILE_WEIGHING = 20


def main() -> int:
    """Measure, show and keep."""
    runs = [_run(waiting) for waiting in WAITING]
    at_mark = next(run for run in runs if run["waiting_wanted"] == WAITING_MARK)
    growth = runs[-1]["microseconds_mean"] / runs[0]["microseconds_mean"]
    weights = _weigh()
    rows = [
        Row(
            "P3",
            f"core alone, {AGENTS} agents, {WAITING_MARK} waiting",
            ">= 30,000 inputs/s",
            f"{at_mark['per_second']:,.0f}/s",
            at_mark["per_second"] >= 30_000,
        ),
        Row(
            "P3",
            f"cost of an input, {WAITING[0]} to {WAITING[-1]:,} waiting",
            "<= 2 x",
            f"{growth:.2f} x",
            growth <= 2,
        ),
        *(
            Row("P10", f"memory of one waiting {kind}", "<= 4096 B", f"{size:,.0f} B", size <= 4096)
            for kind, size in weights.items()
        ),
    ]
    publish("core_speed", rows, {"runs": runs, "bytes_per_item": weights})
    return 0


def _run(waiting: int) -> dict[str, Any]:
    centre = CallCentre(agents=AGENTS, waiting=waiting)
    centre.fill()
    gc.collect()
    centre.serve(INPUTS)
    spent = [duration for durations in centre.spent.values() for duration in durations]
    spent.sort()
    total = sum(spent)
    result: dict[str, Any] = {
        "waiting_wanted": waiting,
        "waiting_at_the_end": centre.waiting,
        "callbacks_at_the_end": len(centre.world.callbacks),
        "inputs": len(spent),
        "events": sum(centre.events.values()),
        "refused": centre.refused,
        "per_second": len(spent) / total * 1e9,
        "microseconds_mean": total / len(spent) / 1000,
        "microseconds_p99": quantile(spent, 0.99) / 1000,
        "microseconds_max": spent[-1] / 1000,
        "by_input": {
            kind: {"count": len(each), "microseconds_mean": sum(each) / len(each) / 1000}
            for kind, each in sorted(centre.spent.items(), key=lambda item: -sum(item[1]))
        },
    }
    sys.stdout.write(
        f"{waiting:>7,} waiting: {result['per_second']:,.0f} inputs/s,"
        f" mean {result['microseconds_mean']:.1f} us, p99 {result['microseconds_p99']:.0f} us,"
        f" longest {result['microseconds_max'] / 1000:.1f} ms\n"
    )
    return result


def _weigh() -> dict[str, float]:
    """Fill queues of busy agents with live callers, then turn each into a callback."""
    centre = CallCentre(agents=AGENTS_WHILE_WEIGHING, waiting=AGENTS_WHILE_WEIGHING)
    centre.fill()
    centre.spent.clear()
    gc.collect()
    tracemalloc.start()
    empty, _ = tracemalloc.get_traced_memory()
    callers = centre.let_callers_wait(ITEMS_WEIGHED)
    gc.collect()
    with_calls, _ = tracemalloc.get_traced_memory()
    centre.turn_into_callbacks(callers)
    gc.collect()
    with_callbacks, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {
        "live call": (with_calls - empty) / ITEMS_WEIGHED,
        "callback": (with_callbacks - empty) / ITEMS_WEIGHED,
    }


if __name__ == "__main__":
    sys.exit(main())
