"""Where people leave what is personal, beside the journal."""

from dataclasses import dataclass

from ringback.history import RecordStore

from .contact_desk import ContactDesk
from .customers import CustomerRegister
from .loop import Engine
from .note_desk import NoteDesk


@dataclass(frozen=True, slots=True)
class Desks:
    """The desks of one account."""

    contacts: ContactDesk
    notes: NoteDesk

    @classmethod
    def of(cls, engine: Engine, customers: CustomerRegister, records: RecordStore) -> "Desks":
        return cls(ContactDesk(engine, customers), NoteDesk(engine, records))
