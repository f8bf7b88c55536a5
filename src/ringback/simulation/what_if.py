"""Answers what-if questions in a process of its own, so that no call ever waits for one."""

import os
import resource
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event, Thread
from typing import Any, BinaryIO, Final
from uuid import uuid4

from ringback.core.events import Fact
from ringback.core.refusals import Refusal
from ringback.ports import JournalFailed

from .call_list import CallListFault, CallListWrong
from .kept_lists import KeptList, KeptLists
from .listed import ListQuestion, compare_list, examined
from .past.comparison import Question, compare
from .past.day import DayWrong, read_day

KEPT_MAX = 20
NICE = 10
TELL_EVERY = 50
EXAMINED_SECONDS_MAX = 60.0
MEMORY_MAX = 2 << 30
"""Of what works on a file that somebody sent."""
UNREADABLE: Final = CallListFault.UNREADABLE

ReadFacts = Callable[[], Iterator[Fact]]


class StudyState(StrEnum):
    """How far a study has come."""

    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    """The day cannot be replayed, or the settings are refused; `problem` says why."""
    FAILED = "failed"
    STOPPED = "stopped"


class StudyRunning(Exception):
    """One study at a time: another one is still running."""


@dataclass(slots=True)
class Study:
    """A question that was asked, and its answer once there is one."""

    id: str
    state: StudyState = StudyState.RUNNING
    progress: float = 0.0
    """Between 0 and 1."""
    result: dict[str, Any] | None = None
    problem: str | None = None
    code: str | None = None
    """Of what is refused, stable."""
    details: Mapping[str, Any] = field(default_factory=dict)
    asked: Mapping[str, Any] = field(default_factory=dict)
    """What was asked, as it was sent."""
    process: SpawnProcess | None = field(default=None, repr=False)
    ended: Event = field(default_factory=Event, repr=False)
    """Set once it runs no more."""


@dataclass(frozen=True, slots=True)
class PastDays:
    """The work of replaying days of the journal."""

    read_facts: ReadFacts
    begins: datetime
    until: datetime
    question: Question

    def __call__(self, tell: "Telling") -> dict[str, Any]:
        day = read_day(tell.reading(self.read_facts()), self.begins, self.until)
        return compare(day, self.question, progress=tell.replaying)


@dataclass(frozen=True, slots=True)
class ListedCalls:
    """The work of replaying a call list."""

    question: ListQuestion

    def __call__(self, tell: "Telling") -> dict[str, Any]:
        return compare_list(self.question, progress=tell.replaying)


@dataclass(frozen=True, slots=True)
class ExaminedList:
    """The work of reading a call list."""

    path: Path
    columns: Mapping[str, str]

    def __call__(self, tell: "Telling") -> dict[str, Any]:
        return examined(self.path, self.columns)


Work = PastDays | ListedCalls | ExaminedList


class WhatIfDesk:
    """Takes questions and keeps the last answers. `read_facts` must bear being pickled."""

    def __init__(self, read_facts: ReadFacts) -> None:
        self.lists = KeptLists()
        self._read_facts = read_facts
        self._studies: OrderedDict[str, Study] = OrderedDict()

    def ask(
        self,
        begins: datetime,
        until: datetime,
        question: Question,
        asked: Mapping[str, Any],
    ) -> Study:
        """Begin a study of past days; raises `StudyRunning` while another one runs."""
        return self._begin(PastDays(self._read_facts, begins, until, question), asked)

    def ask_of_list(self, question: ListQuestion, asked: Mapping[str, Any]) -> Study:
        """Begin a study of a call list; raises `StudyRunning` while another one runs."""
        return self._begin(ListedCalls(question), asked)

    def examine(self, file: BinaryIO, name: str, columns: Mapping[str, str]) -> KeptList:
        """Read a list in a process of its own and keep it; blocks. Raises `CallListWrong`."""
        kept = self.lists.put_down(file, name, columns)
        study = _started(ExaminedList(kept.path, columns), {})
        if not study.ended.wait(EXAMINED_SECONDS_MAX) and study.process is not None:
            study.process.kill()
            study.ended.wait()
        if study.result is None:
            kept.path.unlink(missing_ok=True)
            fault = CallListFault(study.code) if study.code in set(CallListFault) else UNREADABLE
            raise CallListWrong(study.problem or "It cannot be read.", fault, **study.details)
        whole = replace(kept, found=study.result)
        self.lists.keep(whole)
        return whole

    def study(self, study_id: str) -> Study | None:
        return self._studies.get(study_id)

    def stop(self, study: Study) -> None:
        """End a study that still runs; a finished one keeps its answer."""
        if study.state is StudyState.RUNNING and study.process is not None:
            study.state = StudyState.STOPPED
            study.process.terminate()

    def close(self) -> None:
        """End whatever runs."""
        for study in self._studies.values():
            self.stop(study)
        self.lists.close()

    def _begin(self, work: Work, asked: Mapping[str, Any]) -> Study:
        if any(study.state is StudyState.RUNNING for study in self._studies.values()):
            raise StudyRunning
        study = _started(work, asked)
        self._studies[study.id] = study
        while len(self._studies) > KEPT_MAX:
            self._studies.popitem(last=False)
        return study


def _started(work: Work, asked: Mapping[str, Any]) -> Study:
    """Begin some work in a process of its own, and follow it."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, work), daemon=True)
    study = Study(uuid4().hex[:12], asked=asked, process=process)
    process.start()
    theirs.close()
    Thread(target=_listen, args=(study, ours), name="what-if", daemon=True).start()
    return study


def _listen(study: Study, connection: Connection) -> None:
    """Follow one study until its process has answered or is gone."""
    with connection, suppress(EOFError, OSError):
        while study.state is StudyState.RUNNING:
            match connection.recv():
                case float() as progress:
                    study.progress = progress
                case dict() as result:
                    study.result, study.progress = result, 1.0
                    study.state = StudyState.DONE
                case (StudyState() as state, str() as problem, code, dict() as details):
                    study.problem, study.code, study.details = problem, code, details
                    study.state = state
    if study.process is not None:
        study.process.join()
    if study.state is StudyState.RUNNING:
        study.problem = "The study's process ended without an answer."
        study.state = StudyState.FAILED
    study.ended.set()


def _answer(connection: Connection, work: Work) -> None:
    """Work in the other process; it ends by itself when nobody listens any more."""
    os.nice(NICE)
    if not isinstance(work, PastDays):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    with suppress(BrokenPipeError):
        try:
            connection.send(work(Telling(connection)))
        except (DayWrong, CallListWrong) as wrong:
            connection.send(_refused(str(wrong), wrong.fault.value, wrong.data))
        except Refusal as refusal:
            connection.send(_refused(refused_words(refusal), refusal.code.value, refusal.data))
        except MemoryError:
            connection.send(_refused("It is too large.", CallListFault.TOO_LONG.value, {}))
        except JournalFailed as failure:
            connection.send((StudyState.FAILED, str(failure), None, {}))


def _refused(
    problem: str, code: str, data: Mapping[str, object]
) -> tuple[StudyState, str, str, dict[str, Any]]:
    plain: dict[str, Any] = {
        name: value for name, value in data.items() if isinstance(value, str | int | float | list)
    }
    return StudyState.REFUSED, problem, code, plain


def refused_words(refusal: Refusal) -> str:
    """Say why the core refuses the other settings."""
    details = ", ".join(f"{name}: {value}" for name, value in refusal.data.items())
    return f"These settings are refused: {refusal.code.value} ({details})."


class Telling:
    """Tells how far it is, now and then; sending fails once nobody listens, which ends the work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._calls = 0

    def reading(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        for number, fact in enumerate(facts):
            if number % 10_000 == 0:
                self._connection.send(0.0)
            yield fact

    def replaying(self, done: int, total: int) -> None:
        self._calls += 1
        if self._calls % TELL_EVERY == 0:
            self._connection.send(done / max(total, 1))
