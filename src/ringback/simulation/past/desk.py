"""Answers what-if questions in a process of its own, so that no call ever waits for one."""

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Event, Thread
from typing import Any
from uuid import uuid4

from ringback.core.events import Fact
from ringback.core.refusals import Refusal
from ringback.ports import JournalFailed

from .comparison import Question, compare
from .day import DayWrong, read_day

KEPT_MAX = 20
NICE = 10
TELL_EVERY = 50

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
    process: SpawnProcess | None = field(default=None, repr=False)
    ended: Event = field(default_factory=Event, repr=False)
    """Set once it runs no more."""


class WhatIfDesk:
    """Takes questions and keeps the last answers. `read_facts` must bear being pickled."""

    def __init__(self, read_facts: ReadFacts) -> None:
        self._read_facts = read_facts
        self._studies: OrderedDict[str, Study] = OrderedDict()

    def ask(self, begins: datetime, until: datetime, question: Question) -> Study:
        """Begin a study; raises `StudyRunning` while another one runs."""
        if any(study.state is StudyState.RUNNING for study in self._studies.values()):
            raise StudyRunning
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        arguments = (theirs, self._read_facts, begins, until, question)
        process = context.Process(target=_answer, args=arguments, daemon=True)
        study = Study(uuid4().hex[:12], process=process)
        self._studies[study.id] = study
        while len(self._studies) > KEPT_MAX:
            self._studies.popitem(last=False)
        process.start()
        theirs.close()
        Thread(target=_listen, args=(study, ours), name="what-if", daemon=True).start()
        return study

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
                case (StudyState() as state, str() as problem):
                    study.problem, study.state = problem, state
    if study.process is not None:
        study.process.join()
    if study.state is StudyState.RUNNING:
        study.problem = "The study's process ended without an answer."
        study.state = StudyState.FAILED
    study.ended.set()


def _answer(
    connection: Connection,
    read_facts: ReadFacts,
    begins: datetime,
    until: datetime,
    question: Question,
) -> None:
    """Work in the other process; it ends by itself when nobody listens any more."""
    os.nice(NICE)
    tell = _Progress(connection)
    with suppress(BrokenPipeError):
        try:
            day = read_day(tell.reading(read_facts()), begins, until)
            connection.send(compare(day, question, progress=tell.replaying))
        except DayWrong as wrong:
            connection.send((StudyState.REFUSED, str(wrong)))
        except Refusal as refusal:
            connection.send((StudyState.REFUSED, refused_words(refusal)))
        except JournalFailed as failure:
            connection.send((StudyState.FAILED, str(failure)))


def refused_words(refusal: Refusal) -> str:
    """Say why the core refuses the other settings."""
    details = ", ".join(f"{name}: {value}" for name, value in refusal.data.items())
    return f"These settings are refused: {refusal.code.value} ({details})."


class _Progress:
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
