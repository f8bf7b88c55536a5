"""The same network runs on the event loop's own time, as in the demo."""

import asyncio

from tests.simulated.small_company import LINE_NUMBER, NumbersAsIds

from ringback.core.inputs import PhoneSystemListed
from ringback.ports import IncomingCall, PhoneSystemState, TelephonyReport
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.scheduler import RealTimeScheduler
from ringback.telephony.simulated.telephony import SimulatedTelephony


async def test_telephony_run_as_a_task_reports_until_it_is_cancelled() -> None:
    """The port is served by a task, which ends when cancelled."""
    scheduler = RealTimeScheduler(asyncio.get_running_loop())
    network = PhoneNetwork(scheduler, NumbersAsIds(), seed=1, name="call")
    telephony = SimulatedTelephony(network)
    reports: asyncio.Queue[TelephonyReport] = asyncio.Queue()

    async with asyncio.timeout(10):
        running = asyncio.create_task(telephony.run(reports.put_nowait))
        assert await reports.get() == PhoneSystemListed(())
        assert telephony.health().state is PhoneSystemState.READY
        network.call_in(network.customer("+331"), LINE_NUMBER)
        assert isinstance(await reports.get(), IncomingCall)
        running.cancel()
        await asyncio.wait([running])

    assert running.cancelled()
    assert telephony.health().state is PhoneSystemState.CONNECTING
