"""P2: from an agent's BYE to that agent's next INVITE, with 100 agents and 1,000 waiting."""

import shutil
import sys
from dataclasses import replace
from typing import Any

from bench.agent_free import FOLDER, Size, measure_product
from bench.measuring.children import require
from bench.measuring.people import TALK_MILLISECONDS
from bench.measuring.report import Row, publish

SHORT = Size(100, 1_000, 120, 17.0, 280, settle_seconds=30.0, rtp_ports=5_000)
"""About 70 calls a second are taken, and as many come in."""
LONGER = replace(
    SHORT,
    asking_per_second=1.7,
    callbacks_waiting=140,
    settle_seconds=80.0,
    talk_milliseconds=tuple(10 * talk for talk in TALK_MILLISECONDS),
)
"""About seven a second, as in P1."""
MEDIAN_MS_MAX, P99_MS_MAX = 12, 40


def main() -> int:
    """Measure talks of a second and of ten seconds, show and keep."""
    require("sipp", "setpriv", "unshare")
    found = {"short": _measured(SHORT), "longer": _measured(LONGER)}
    rows = [*_rows(found["short"], SHORT), *_rows(found["longer"], LONGER)]
    publish("thousand_waiting", rows, found)
    return 0


def _measured(size: Size) -> dict[str, Any]:
    shutil.rmtree(FOLDER / f"ringback-{size.agents}", ignore_errors=True)
    return measure_product(size)


def _rows(found: dict[str, Any], size: Size) -> list[Row]:
    what = (
        f"{size.agents} agents, {found['waiting_mean']:,.0f} waiting,"
        f" {found['per_second']:.0f} turns/s"
    )
    median, p99 = found["median_ms"], found["p99_ms"]
    return [
        Row(
            "P2",
            f"{what}: median",
            f"<= {MEDIAN_MS_MAX} ms",
            f"{median:.1f} ms",
            median <= MEDIAN_MS_MAX,
        ),
        Row("P2", f"{what}: p99", f"<= {P99_MS_MAX} ms", f"{p99:.1f} ms", p99 <= P99_MS_MAX),
    ]


if __name__ == "__main__":
    sys.exit(main())
