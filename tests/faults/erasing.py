"""Customers are erased by a server that may die between any two steps of it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, cast

from ringback.bootstrap.account import Account
from ringback.bootstrap.kept_erasures import ErasedFile
from ringback.bootstrap.kept_files import KeptFiles
from ringback.config.settings import Settings
from ringback.core.events import Fact
from ringback.core.ids import CallId, CustomerId
from ringback.ports import Journal, JournalAway
from ringback.runtime.erasure import Eraser
from ringback.runtime.retention import DAY_SECONDS, FIRST_AFTER_SECONDS
from ringback.runtime.voicemails import VoicemailKeeper

from .stepped_loop import SteppedLoop

VOICEMAILS_KEPT_FOR = timedelta(days=30)


class Stepwise:
    """What an eraser works with; `step` is called before each thing that is done with it."""

    def __init__(self, tool: object, step: Callable[[], None]) -> None:
        self._tool = tool
        self._step = step

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._tool, name)
        if not callable(found):
            return found

        def do(*given: Any, **named: Any) -> Any:
            self._step()
            return found(*given, **named)

        return do


class ErasingRoom:
    """One server's eraser with its keeper of messages, on the files that outlive the server."""

    def __init__(
        self,
        settings: Settings,
        account: Account,
        journal: Journal,
        past: list[Fact],
        step: Callable[[], None],
    ) -> None:
        self.keeper = VoicemailKeeper(
            settings.voicemails,
            account.telephony,
            now=account.clock.now,
            kept_for=VOICEMAILS_KEPT_FOR,
            is_live=lambda call_id: call_id in account.engine.world.calls,
        )
        self.keeper.follow(past)
        account.engine.subscribe(self.keeper.follow)
        references = ErasedFile(settings)
        account.customers.pass_over(references.erased)

        async def recorded_calls(customer_id: CustomerId) -> list[CallId]:
            return [call.id for call in await account.archive.calls_of(customer_id)]

        self.eraser = Eraser(
            engine=account.engine,
            customers=account.customers,
            journal=cast(Journal, Stepwise(journal, step)),
            voicemails=cast(VoicemailKeeper, Stepwise(self.keeper, step)),
            recorded_calls=recorded_calls,
            references=cast(Any, Stepwise(references, step)),
            files=cast(Any, Stepwise(KeptFiles(settings), step)),
        )
        self.references = references

    async def settle_daily(self, loop: SteppedLoop, settled: Callable[[], None]) -> None:
        """Do as a server does from its start on."""
        await loop.pass_time(timedelta(seconds=FIRST_AFTER_SECONDS))
        while True:
            with suppress(JournalAway):
                await self.eraser.settle()
                settled()
            await loop.pass_time(timedelta(seconds=DAY_SECONDS))
