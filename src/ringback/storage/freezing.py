"""Plain state to bytes and back, for snapshots (ADR 18): nothing but our own data is revived."""

import gc
import io
import pickle
import zlib
from typing import Any

OUR_ROOMS = ("ringback.core.", "ringback.records.")
BORROWED = {
    ("collections", "OrderedDict"),
    ("collections", "deque"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("sortedcontainers.sortedlist", "SortedList"),
}

_QUICKLY = 1


class CannotThaw(Exception):
    """The bytes are damaged, or hold what no state of ours holds."""


def freeze(state: object) -> bytes:
    """Write state down as it is at this instant, what is shared in it remaining shared."""
    return zlib.compress(pickle.dumps(state, protocol=5), _QUICKLY)


def thaw(data: bytes) -> Any:
    """Read state; raises `CannotThaw`."""
    collects = gc.isenabled()
    # A million objects come into being and none goes: looking for garbage doubles the time.
    gc.disable()
    try:
        return _Thawing(io.BytesIO(zlib.decompress(data))).load()
    except CannotThaw:
        raise
    except Exception as error:  # Whatever damaged bytes lead to, it is damage.
        raise CannotThaw(f"{type(error).__name__}: {error}") from error
    finally:
        if collects:
            gc.enable()


class _Thawing(pickle.Unpickler):
    """Finds only classes of our data, and the few of others that it is made of."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(OUR_ROOMS):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        elif (module, name) in BORROWED:
            return super().find_class(module, name)
        raise CannotThaw(f"it names {module}.{name}")
