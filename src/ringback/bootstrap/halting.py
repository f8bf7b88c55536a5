"""Halts and resumes callbacks: by a command, and at the first start after a restore."""

import structlog

from ringback.config.settings import Settings
from ringback.core.inputs import HaltCallbacks
from ringback.runtime.loop import Engine

from .running_server import ask_running_server

MARK = "callbacks-halted"
"""In the data directory: the next start halts callbacks and then removes it."""
SENTENCE = (
    "Callbacks are halted: nobody is called back until somebody resumes them, in the page or with"
    " `ringback resume`."
)

_log = structlog.get_logger(__name__)


async def halt_as_marked(engine: Engine, settings: Settings) -> bool:
    """Halt callbacks if a restore has left its mark, and say so in the log whenever they are.

    To be done before the phones are heard. The mark is for all companies: it goes by `forget_mark`.
    Tells whether there was one.
    """
    mark = settings.installation_data / MARK
    marked = mark.exists() and engine.world.account_id is not None
    if marked:
        await engine.request(HaltCallbacks(), "operator")
    if engine.world.callbacks_halted:
        _log.warning("callbacks.halted", sentence=SENTENCE)
    return marked


def forget_mark(settings: Settings) -> None:
    """Remove the mark once the halt is in the journal of every company."""
    (settings.installation_data / MARK).unlink(missing_ok=True)


def halt(settings: Settings) -> str:
    """Halt callbacks in the running server; give what to say."""
    ask_running_server(settings, "POST", "/account/callbacks/halt")
    return SENTENCE


def resume(settings: Settings) -> str:
    """Resume callbacks in the running server; give what to say."""
    ask_running_server(settings, "POST", "/account/callbacks/resume")
    return "Callbacks are offered and dialled again."
