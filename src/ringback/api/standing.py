"""Whether what happens is stored, as the store says and as the engine sees it."""

from typing import Final

from ringback.ports import JournalHealth, JournalState

from .services import Services

NOT_KEPT_UP: Final = (
    "Nothing is stored at this moment: the disk or the database keeps a commit waiting, or the"
    " server is stopping. See the server's log."
)


def journal_standing(services: Services) -> JournalHealth:
    """Give the store's own word, unless the engine waits for a commit in vain or has ended."""
    told = services.journal_health()
    if told.state is JournalState.READY and not services.engine.keeps_up:
        return JournalHealth(JournalState.AWAY, NOT_KEPT_UP, told.epoch)
    return told
