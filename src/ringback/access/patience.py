"""Slows down whoever fails again and again, without shutting out anybody else."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Final

FREE: Final = 5
WAIT_FIRST: Final = timedelta(seconds=2)
WAIT_MAX: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(hours=1)
KEYS_MAX: Final = 10_000
DOUBLINGS_MAX: Final = 12


@dataclass(slots=True)
class _Failures:
    count: int
    last_at: datetime


class Patience:
    """Counts what failed by key; after a few, the wait before the next try doubles each time."""

    def __init__(self, free: int = FREE) -> None:
        self._free = free
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def wait(self, key: str, now: datetime) -> timedelta:
        """Tell how long this key has to wait before it may try again; zero is not at all."""
        failures = self._failures.get(key)
        if failures is None or failures.count < self._free:
            return timedelta()
        doublings = min(failures.count - self._free, DOUBLINGS_MAX)
        wait = min(WAIT_FIRST * (1 << doublings), WAIT_MAX)
        return max(failures.last_at + wait - now, timedelta())

    def waiting(self, now: datetime) -> Iterator[tuple[str, datetime]]:
        """Name the keys that have to wait, each with until when."""
        for key in self._failures:
            wait = self.wait(key, now)
            if wait:
                yield key, now + wait

    def failed(self, key: str, now: datetime) -> None:
        """Count a failure; an attempt counts as one from its beginning, lest many run at once."""
        failures = self._failures.pop(key, None)
        if failures is None or now - failures.last_at > FORGOTTEN_AFTER:
            failures = _Failures(0, now)
        failures.count += 1
        failures.last_at = now
        self._failures[key] = failures
        if len(self._failures) > KEYS_MAX:
            self._failures.popitem(last=False)

    def succeeded(self, key: str) -> None:
        """Forget all failures of a key."""
        self._failures.pop(key, None)

    def forgive(self, key: str) -> None:
        """Take one failure back."""
        failures = self._failures.get(key)
        if failures is not None:
            failures.count -= 1


def network_of(address: str) -> str:
    """Name what one customer of a provider has: an IPv4 address, or 64 bits of an IPv6 one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if found.version == 6 else str(found)
