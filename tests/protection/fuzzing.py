"""Fuzzes the parsers of what comes from outside, led by the code that they run through.

uv run --with atheris python -m tests.protection.fuzzing [seconds for each]

What breaks one is written beside where this was started, as atheris does, and ends the run.
"""

import importlib
import subprocess
import sys
from typing import Any

from hypothesis import HealthCheck, given, settings

SECONDS = 20
INPUT_BYTES_MAX = 4_096


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one parser in this process, which ends with it."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["ringback"]):
        parsers: Any = importlib.import_module("tests.protection.parsers")
    parser = parsers.PARSERS[name]

    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(parser.given)
    def is_read_or_refused(given_to_it: object) -> None:
        refused = False
        try:
            parser.read(given_to_it)
        except parser.refuses_with:
            refused = True
        assert not refused or parser.refuses_with

    lengths = [f"-max_len={INPUT_BYTES_MAX}", "-len_control=0"]
    limits = [f"-max_total_time={seconds}", *lengths, "-verbosity=0"]
    atheris.Setup([sys.argv[0], *limits], is_read_or_refused.hypothesis.fuzz_one_input)
    atheris.Fuzz()


def main() -> int:
    """Fuzz every parser, each in a process of its own; give how many broke."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else str(SECONDS)
    parsers: Any = importlib.import_module("tests.protection.parsers")
    broken = []
    for name in sorted(parsers.PARSERS):
        command = [sys.executable, "-m", "tests.protection.fuzzing", seconds, name]
        ended = subprocess.run(command, check=False, timeout=10 * int(seconds) + 120)
        if ended.returncode:
            broken.append(name)
    print(f"{len(parsers.PARSERS)} parsers for {seconds} s each, {len(broken)} broken", *broken)
    return len(broken)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        fuzz(sys.argv[2], int(sys.argv[1]))
    sys.exit(main())
