"""What works beside the engine goes on after a bug of its own, and the bug is seen at once."""

import asyncio

import structlog

from ringback.runtime.supervision import go_on


class Clumsy:
    """Somebody who fails so many times before the work is done."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.is_waiting = asyncio.Event()
        self.was_cancelled = False

    async def run(self) -> None:
        if self.failures:
            self.failures -= 1
            raise AttributeError("a mistake of ours")
        self.is_waiting.set()
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            self.was_cancelled = True
            raise


async def test_bug_is_logged_at_once_and_the_work_begun_anew() -> None:
    """Callers and the log see to different things: the one goes on, the other tells."""
    clumsy = Clumsy(failures=2)

    with structlog.testing.capture_logs() as logs:
        working = asyncio.create_task(go_on(clumsy, pause_seconds_min=0))
        await clumsy.is_waiting.wait()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)

    assert [(log["event"], log["doer"], log["times"]) for log in logs] == [
        ("doer.bug", "Clumsy", 1),
        ("doer.bug", "Clumsy", 2),
    ]
    assert all(isinstance(log["exc_info"], AttributeError) for log in logs)
    assert working.cancelled()
    assert clumsy.was_cancelled


async def test_work_that_is_done_is_not_begun_anew() -> None:
    """Who returns has finished."""

    class Done:
        times = 0

        async def run(self) -> None:
            self.times += 1

    done = Done()

    await go_on(done)

    assert done.times == 1
