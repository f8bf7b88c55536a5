"""Takes down what agents write about calls.

NoteRefused
    A note cannot be written, edited or deleted; `problem` is the code of the reason.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ringback.core.events import Fact, NoteDeleted, NoteEdited, NoteWritten
from ringback.core.ids import AgentId, CallId, CustomerId, NoteId
from ringback.core.inputs import DeleteNote, EditNote, WriteNote
from ringback.history import Note, RecordStore

from .letters import PersonalData
from .loop import Engine

Told = TypeVar("Told", NoteWritten, NoteEdited, NoteDeleted)

TEXT_LENGTH_MAX = 4_000
NOTES_OF_CALL_MAX = 100


class NoteRefused(Exception):
    """Nothing was changed."""

    def __init__(self, problem: str, **details: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.details = details


class NoteDesk:
    """Changes the notes of one account, one after the other, each with the fact that tells of it.

    Who is no agent, a supervisor for one, is None; only they delete the notes of others.
    """

    def __init__(self, engine: Engine, records: RecordStore) -> None:
        self._engine = engine
        self._records = records
        self._one_at_a_time = asyncio.Lock()

    async def write(
        self,
        call_id: CallId,
        customer_id: CustomerId | None,
        agent_id: AgentId | None,
        text: str,
        actor: str,
    ) -> NoteId:
        """Write about a call that there is; raises `NoteRefused` or `Refusal`."""
        _refuse_unfit(text)
        written: list[NoteId] = []

        def beside(facts: Sequence[Fact]) -> PersonalData:
            fact, event = _last(facts, NoteWritten)
            written.append(event.note_id)
            note = Note(
                id=event.note_id,
                call_id=call_id,
                customer_id=customer_id,
                agent_id=agent_id,
                written_at=fact.at,
                text=text,
            )
            return PersonalData(notes=[note])

        async with self._one_at_a_time:
            there = await self._records.notes_of(self._engine.account_id, [call_id])
            if len(there) >= NOTES_OF_CALL_MAX:
                raise NoteRefused("too-many-notes", maximum=NOTES_OF_CALL_MAX)
            request = WriteNote(call_id, agent_id, customer_id)
            await self._engine.request(request, actor, beside)
        return written[0]

    async def edit(
        self, note_id: NoteId, agent_id: AgentId | None, text: str, actor: str
    ) -> CallId:
        """Let its author write a note anew; raises `NoteRefused` or `Refusal`."""
        _refuse_unfit(text)
        async with self._one_at_a_time:
            note = await self._known(note_id)
            if note.agent_id != agent_id:
                raise NoteRefused("note-of-another-agent", agent_id=note.agent_id)

            def beside(facts: Sequence[Fact]) -> PersonalData:
                fact, _ = _last(facts, NoteEdited)
                return PersonalData(notes=[replace(note, text=text, edited_at=fact.at)])

            if note.text != text:
                request = EditNote(note_id, note.call_id, agent_id)
                await self._engine.request(request, actor, beside)
        return note.call_id

    async def delete(self, note_id: NoteId, agent_id: AgentId | None, actor: str) -> CallId:
        """Let a note's text go for good; raises `NoteRefused` or `Refusal`."""
        async with self._one_at_a_time:
            note = await self._known(note_id)
            if agent_id is not None and note.agent_id != agent_id:
                raise NoteRefused("note-of-another-agent", agent_id=note.agent_id)

            def beside(facts: Sequence[Fact]) -> PersonalData:
                fact, _ = _last(facts, NoteDeleted)
                return PersonalData(notes=[replace(note, text=None, edited_at=fact.at)])

            await self._engine.request(DeleteNote(note_id, note.call_id, agent_id), actor, beside)
        return note.call_id

    async def _known(self, note_id: NoteId) -> Note:
        note = await self._records.note(self._engine.account_id, note_id)
        if note is None or note.text is None:
            raise NoteRefused("unknown-note", note_id=note_id)
        return note


def _refuse_unfit(text: str) -> None:
    if not text.strip():
        raise NoteRefused("note-empty")
    if len(text) > TEXT_LENGTH_MAX:
        raise NoteRefused("note-too-long", maximum=TEXT_LENGTH_MAX)


def _last(facts: Sequence[Fact], kind: type[Told]) -> tuple[Fact, Told]:
    """Find the fact that came of the request itself, after what was due before it."""
    for fact in reversed(facts):
        if isinstance(fact.event, kind):
            return fact, fact.event
    raise AssertionError(f"no {kind.__name__} came of it")
