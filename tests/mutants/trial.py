"""Tries tests on the program as it is or on a mutant, in a process of its own.

`python -m tests.mutants.trial` loads what takes long, then reads one order a line and answers
each with one line. Every trial is a fork, so that none sees what another has loaded.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio.plugin

from .catalogue import ROOT
from .planting import ChangedModule, plant

TRIAL_SECONDS_MAX = 60
WARM = ("sortedcontainers", "msgspec", "hypothesis", "fastapi", "httpx")
"""Loaded before the first trial, because most tests need them and they are not of the program."""
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:unraisableexception")


@dataclass
class Outcome:
    """What became of the tests, each variant counted."""

    passed: int = 0
    killed: int = 0
    """Failed by an assertion of the test's own, which is how a test notices a mutant."""
    otherwise: list[str] = field(default_factory=list)
    """What else happened: a variant skipped, not collected, or stopped by another error."""


# ---- asking ------------------------------------------------------------------------------


class Trials:
    """A process that tries tests, each in a fork."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def run(self, *tests: str, changed: ChangedModule | None = None) -> Outcome:
        """Run tests, as pytest names them, on the program or on one changed module of it."""
        order: dict[str, Any] = {"tests": tests}
        if changed is not None:
            order["changed"] = {**asdict(changed), "path": str(changed.path)}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps(order), file=self.process.stdin, flush=True)
        return Outcome(**json.loads(self.process.stdout.readline()))


@contextmanager
def trials() -> Iterator[Trials]:
    """Start the process, and end it by closing its input."""
    command = [sys.executable, "-m", __name__]
    surroundings = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Trials(process)


# ---- answering ---------------------------------------------------------------------------


def answer_orders() -> None:
    """Answer each order on standard input until it ends."""
    for name in WARM:
        importlib.import_module(name)
    for line in sys.stdin:
        print(_forked(json.loads(line)), flush=True)


def _forked(order: dict[str, Any]) -> str:
    """Let a child try, and wait for what it has to say."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(TRIAL_SECONDS_MAX)
        with os.fdopen(writing, "w") as report:
            report.write(json.dumps(asdict(_try(**order))))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as report:
        told = report.read()
    _, status = os.waitpid(child, 0)
    return told or json.dumps(asdict(Outcome(otherwise=[f"the trial ended with status {status}"])))


def _try(tests: list[str], changed: dict[str, str] | None = None) -> Outcome:
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    if changed is not None:
        plant(ChangedModule(changed["name"], Path(changed["path"]), changed["source"]))
    watch = _Watch()
    ended = pytest.main([*OPTIONS, *tests], plugins=[watch, pytest_asyncio.plugin])
    if not watch.outcome.passed and not watch.outcome.killed:
        watch.outcome.otherwise.append(f"pytest ended with {ended!r}")
    return watch.outcome


class _Watch:
    """A plugin of pytest that notes how tests end."""

    def __init__(self) -> None:
        self.outcome = Outcome()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: "pytest.CallInfo[None]"
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if report.failed and call.excinfo is not None:
            if report.when == "call" and _is_own_assertion(call.excinfo):
                self.outcome.killed += 1
            else:
                self.outcome.otherwise.append(call.excinfo.exconly())
        elif report.skipped:
            self.outcome.otherwise.append("skipped")
        elif report.when == "call":
            self.outcome.passed += 1
        return report

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if not report.passed:
            self.outcome.otherwise.append(str(report.longrepr))


def _is_own_assertion(failure: "pytest.ExceptionInfo[BaseException]") -> bool:
    """Tell an assertion made in `tests` from one of the program, and from any other error."""
    if failure.errisinstance(pytest.fail.Exception):
        return True
    where = Path(failure.traceback[-1].path)
    return failure.errisinstance(AssertionError) and where.is_relative_to(ROOT / "tests")


if __name__ == "__main__":
    answer_orders()
