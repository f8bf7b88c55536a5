"""Keeps who was erased, by references alone, where a restore of a backup does not reach.

The file holds no number and no name, and belongs to no backup.
"""

import json
import os
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ringback.config.settings import Settings
from ringback.core.ids import CustomerId

from .data_directory import sync_folder
from .failures import CannotStart

FILE = "erased-customers.json"


class _Kept(NamedTuple):
    erased: Sequence[str]
    unfinished: Sequence[str]
    wipe_owed: bool


class ErasedFile:
    """The references, in the order of their erasure; each change is on disk before it returns."""

    def __init__(self, settings: Settings) -> None:
        """Raises `CannotStart` where the file cannot be read: somebody might come back unseen."""
        self._path = settings.data / FILE
        kept = self._read()
        self._erased = dict.fromkeys(map(CustomerId, kept.erased))
        self._unfinished = dict.fromkeys(map(CustomerId, kept.unfinished))
        self._wipe_owed = kept.wipe_owed

    @property
    def erased(self) -> Collection[CustomerId]:
        return self._erased

    @property
    def unfinished(self) -> Collection[CustomerId]:
        return self._unfinished

    @property
    def is_wipe_owed(self) -> bool:
        return self._wipe_owed

    def begin(self, customer_id: CustomerId) -> None:
        self._erased[customer_id] = None
        self._unfinished[customer_id] = None
        self._write()

    def withdraw(self, customer_id: CustomerId) -> None:
        self._erased.pop(customer_id, None)
        self._unfinished.pop(customer_id, None)
        self._write()

    def finish(self, customer_id: CustomerId) -> None:
        self._unfinished.pop(customer_id, None)
        self._write()

    def owe_wipe(self, owed: bool) -> None:
        if owed != self._wipe_owed:
            self._wipe_owed = owed
            self._write()

    def _read(self) -> _Kept:
        try:
            kept = json.loads(self._path.read_text())
            erased, unfinished = list(kept["erased"]), list(kept["unfinished"])
            return _Kept(erased, unfinished, wipe_owed=kept.get("wipe_owed") is True)
        except FileNotFoundError:
            return _Kept([], [], wipe_owed=False)
        except (OSError, ValueError, KeyError, TypeError) as damage:
            raise CannotStart(
                f"{self._path} cannot be read ({damage}): it names, by references, the customers"
                " who were erased. Put it back as it was."
            ) from damage

    def _write(self) -> None:
        kept = {
            "erased": list(self._erased),
            "unfinished": list(self._unfinished),
            "wipe_owed": self._wipe_owed,
        }
        fresh = self._path.with_name(f".{self._path.name}.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w") as file:
            file.write(json.dumps(kept) + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        sync_folder(self._path.parent)
