"""Make Asterisk ready after each connection: our trunks and phones, as they should be."""

import asyncio
from collections.abc import Coroutine
from typing import Final

from .client import AriClient, AriDisconnected, AriError
from .patterns import UnsafeValue
from .provisioning import provision_desk_phone, provision_trunk
from .routing import TelephonySettings

READY_SECONDS_MAX: Final = 1.5


async def make_ready(client: AriClient, settings: TelephonySettings) -> tuple[str, ...]:
    """Provision trunks and phones; give a sentence for each that could not be.

    A trunk whose name server is slow delays nobody: what is not done in time goes on being done.
    """
    jobs = {
        f"The trunk “{route.trunk.name}”": provision_trunk(client, route.trunk)
        for route in (() if settings.trunks_by_another else settings.routes)
    } | {
        f"The phone “{phone.username}”": provision_desk_phone(client, phone)
        for phone in settings.phones
    }
    return tuple(
        complaint
        for complaint in await asyncio.gather(*(_attempt(what, job) for what, job in jobs.items()))
        if complaint is not None
    )


async def _attempt(what: str, job: Coroutine[object, object, None]) -> str | None:
    try:
        async with asyncio.timeout(READY_SECONDS_MAX):
            await job
    except AriDisconnected:
        raise
    except TimeoutError:
        return f"{what} cannot be used: Asterisk does not take it in within {READY_SECONDS_MAX} s."
    except (AriError, UnsafeValue) as refused:
        return f"{what} cannot be used: {refused}"
    return None
