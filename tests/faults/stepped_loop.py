"""An event loop in virtual time: it runs what is ready, in order, and never waits."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from contextvars import Context
from datetime import datetime, timedelta
from typing import Any, TypeVar

from ringback.telephony.simulated.scheduler import VirtualScheduler

T = TypeVar("T")


class _UnhurriedSelector(selectors.DefaultSelector):
    """Asks the system only when there is nothing else to do: then a thread has to be waited for."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return [] if timeout is not None and timeout <= 0 else super().select(timeout)


class SteppedLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop, whose timers are those of a virtual scheduler.

    Everything runs in the order in which it became ready, so that the same life runs the same way
    again. `run_until_idle` is called between two handlers of the scheduler.
    """

    def __init__(self, scheduler: VirtualScheduler) -> None:
        super().__init__(_UnhurriedSelector())
        self._scheduler = scheduler
        self._origin = scheduler.now()
        self._made_ready = 0

    def time(self) -> float:
        return (self._scheduler.now() - self._origin).total_seconds()

    def call_soon(  # type: ignore[override]
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        self._made_ready += 1
        return super().call_soon(callback, *args, context=context)

    def call_at(  # type: ignore[override]
        self,
        when: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        handle = asyncio.TimerHandle(when, callback, args, self, context)

        def come() -> None:
            if not handle.cancelled():
                self.call_soon(callback, *args, context=context)

        self._scheduler.call_at(self._instant(when), come)
        return handle

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., T], *args: Any
    ) -> asyncio.Future[T]:
        """Do at once what would be done in a thread, so that it is always done in one order."""
        done: asyncio.Future[T] = self.create_future()
        try:
            given = func(*args) if executor is None else executor.submit(func, *args).result()
        except BaseException as failure:  # noqa: BLE001
            done.set_exception(failure)
        else:
            done.set_result(given)
        return done

    def run_until_idle(self) -> None:
        """Run all that is ready, and all that becomes ready by it."""
        idle = False
        while not idle:
            before = self._made_ready
            self.call_soon(self.stop)
            self.run_forever()
            idle = self._made_ready == before + 1

    def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Run work to its end, also work that other threads do."""
        return self.run_until_complete(work)

    async def pass_time(self, delay: timedelta) -> None:
        """Wait in virtual time."""
        passed = asyncio.Event()
        self._scheduler.call_later(delay, passed.set)
        await passed.wait()

    def _instant(self, when: float) -> datetime:
        return self._origin + timedelta(seconds=when)
