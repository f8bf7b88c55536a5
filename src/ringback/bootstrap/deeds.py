"""Writes into the log of the company what a command did beside the server, or without one."""

from collections.abc import Mapping

from ringback.access.directory import Deed, Directory
from ringback.api.routes.audit_log import NotedAction
from ringback.config.settings import Settings
from ringback.people import PeopleChanges
from ringback.ports import JournalFailed

from .failures import CannotStart
from .running_server import ServerRefused, ask_running_server, is_running
from .store import open_reader, open_store, require_journal
from .terminal import complain
from .users import COMMAND_LINE, WallClock


async def note_deed(
    settings: Settings,
    action: NotedAction,
    details: Mapping[str, str] = {},
    *,
    subject: str | None = None,
) -> None:
    """Keep that somebody exported or backed up; where it cannot be kept, say so and go on.

    Whoever may run the command may read the files as well, so nobody is kept from anything.
    Raises `CannotStart` when there is no journal yet.
    """
    require_journal(settings)
    try:
        if is_running(settings):
            entry = {"action": action.value, "subject": subject, "details": details}
            ask_running_server(settings, "POST", "/audit-log", entry)
        else:
            await _note_in_store(settings, Deed(COMMAND_LINE, action.value, subject, details))
    except (CannotStart, JournalFailed, ServerRefused) as failure:
        complain(f"The log of the company does not say so: {failure}")


async def _note_in_store(settings: Settings, deed: Deed) -> None:
    # Opened to write, a journal of an older release would be upgraded: nobody asked for that.
    await (await open_reader(settings)).close()
    async with open_store(settings) as store:
        directory = await Directory.open(settings.account_id, store.journal.people, WallClock())
        await directory.commit(PeopleChanges(), deed)
