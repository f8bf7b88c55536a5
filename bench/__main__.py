"""Run every benchmark, or those named: `python -m bench [NAME …]`, then show all their marks.

A benchmark is a module beside this one with a `main()`. It gets `RINGBACK_BENCH_RESULTS`, the
folder for its JSON, in its environment, and prints its own table.
"""

import os
import subprocess
import sys
from pathlib import Path

from bench.measuring.report import RESULTS_VARIABLE, read_rows, table

HERE = Path(__file__).parent
RESULTS = HERE.parent / ".make" / "bench"


def main(wanted: list[str]) -> int:
    """Run each benchmark in a process of its own; return 1 if any failed."""
    known = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(unknown)}; known: {', '.join(known)}\n")
        return 2
    RESULTS.mkdir(parents=True, exist_ok=True)
    names = wanted or known
    for name in names:
        (RESULTS / f"{name}.json").unlink(missing_ok=True)
    failed = [name for name in names if not _succeeds(name)]
    sys.stdout.write("\n" + table(read_rows(RESULTS, names)) + "\n")
    if failed:
        sys.stderr.write(f"failed: {', '.join(failed)}\n")
    return 1 if failed else 0


def _succeeds(name: str) -> bool:
    environment = os.environ | {RESULTS_VARIABLE: str(RESULTS)}
    finished = subprocess.run(
        [sys.executable, "-m", f"bench.{name}"], cwd=HERE.parent, env=environment, check=False
    )
    return finished.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
