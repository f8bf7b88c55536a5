"""Lives lives again: `uv run python -m tests.faults --seed 17`, or `--seeds 10000` of them."""

import argparse
import logging
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import structlog

from .disk import Died
from .life import Life, Lived, live
from .mishaps import Mishap

ENDS = (Exception, Died)
TOLD_EVERY = 1_000


def main() -> int:
    """Live one life, or many; tell what was injected and what broke."""
    asked = _asked()
    if asked.seed is not None:
        return _one(asked.seed, trace=asked.trace)
    return _many(range(asked.first, asked.first + asked.seeds), asked.processes)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, help="live this life alone")
    parser.add_argument("--trace", action="store_true", help="tell all that happened in it")
    parser.add_argument("--first", type=int, default=0, help="the first of many seeds")
    parser.add_argument("--seeds", type=int, default=200, help="how many lives")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time")
    return parser.parse_args()


def _one(seed: int, *, trace: bool) -> int:
    _be_quiet()
    with tempfile.TemporaryDirectory() as directory:
        life = Life(seed, Path(directory))
        try:
            lived = life.live()
        except ENDS:
            print(life.trace.told() if trace else life.trace.told(40))
            traceback.print_exc()
            return 1
    if trace:
        print(life.trace.told())
    print(sentence([lived], broken=0))
    return 0


def _many(seeds: range, processes: int) -> int:
    lived: list[Lived] = []
    broken = 0
    with ProcessPoolExecutor(processes) as pool:
        for outcome in pool.map(_attempt, seeds, chunksize=5):
            if isinstance(outcome, Lived):
                lived.append(outcome)
            else:
                broken += 1
                print(outcome, flush=True)
            if (len(lived) + broken) % TOLD_EVERY == 0:
                print(sentence(lived, broken=broken).splitlines()[-1], flush=True)
    print(sentence(lived, broken=broken))
    return 1 if broken else 0


def _be_quiet() -> None:
    """Let the product's log be; what matters in it is in the trace."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def _attempt(seed: int) -> Lived | str:
    _be_quiet()
    with tempfile.TemporaryDirectory() as directory:
        try:
            return live(seed, Path(directory)).without_journal()
        except ENDS as broken:
            return f"seed {seed}: {type(broken).__name__}: {broken}"


def sentence(lived: Iterable[Lived], *, broken: int) -> str:
    """Say how many faults of which kind were injected into these lives, and how many broke."""
    struck: Counter[Mishap] = Counter()
    facts = callbacks = completed = servers = snapshots = begun_from_them = lives = erased = 0
    for life in lived:
        lives += 1
        struck += life.struck
        facts, servers = facts + life.facts, servers + life.servers
        snapshots += life.snapshots
        begun_from_them += life.begun_from_snapshots
        erased += life.erased
        callbacks, completed = callbacks + life.callbacks, completed + life.completed
    counts = "\n".join(f"{struck[mishap]:>8} {mishap}" for mishap in Mishap)
    return (
        f"{counts}\n{lives + broken} lives: {struck.total()} faults injected, {broken} broken"
        f" ({facts} facts by {servers} servers, {begun_from_them} of them from one of {snapshots}"
        f" snapshots; {callbacks} callbacks, {completed} completed; {erased} customers erased)"
    )


if __name__ == "__main__":
    sys.exit(main())
