"""Cancels what a line has pending, in the server that is running."""

from collections.abc import Callable
from urllib.parse import quote

from ringback.config.settings import Settings

from .running_server import ask_running_server


def cancel_pending(
    settings: Settings, line_id: str, confirm: Callable[[str], bool], say: Callable[[str], None]
) -> None:
    """Cancel all pending callbacks of a line, once their number was confirmed (R4).

    Raises `CannotStart` when no server answers, and `ServerRefused`, also if that number has
    changed meanwhile.
    """
    path = f"/lines/{quote(line_id, safe='')}"
    count = ask_running_server(settings, "GET", path)["pending_callbacks"]
    if not count:
        say("No callback is pending.")
    elif confirm(f"Cancel {count} pending {'callback' if count == 1 else 'callbacks'}?"):
        ask_running_server(settings, "POST", f"{path}/cancel-callbacks", {"count": count})
        say(f"Cancelled: {count}.")
