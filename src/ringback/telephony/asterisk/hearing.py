"""Whether Asterisk still tells us what happens: it also answers somebody whom it tells nothing."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import AriResponse


class Hearing:
    """Asks Asterisk again and again to tell us something, and notices when that does not come.

    Several connections for one application can come at once, as after a standstill. The end of
    one of them can then take the application from the one that stays, which nothing says.

    `ask` has a word told to our application; the word may come a little after the answer. On a
    full machine it may come late, after all else that is told: that counts as well.
    """

    def __init__(self, ask: "Callable[[], asyncio.Future[AriResponse]]", *, every: float) -> None:
        self._ask = ask
        self._every = every
        self._heard = 0

    def note(self) -> None:
        """Take up that something has been told, be it the word."""
        self._heard += 1

    async def until_deaf(self) -> None:
        """Return once nothing has come by the time of the next word; `every` is in seconds."""
        while True:
            heard = self._heard
            answer = self._ask()
            await asyncio.wait([answer])
            await asyncio.sleep(self._every)
            if _was_told(answer) and self._heard == heard:
                return


def _was_told(answer: "asyncio.Future[AriResponse]") -> bool:
    """Tell whether the word must have come; Asterisk answers 404 once it knows us no more."""
    if answer.exception() is not None:
        return False
    response = answer.result()
    return response.ok or response.status == HTTPStatus.NOT_FOUND
