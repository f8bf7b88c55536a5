"""Call lists that somebody has sent, kept on disk for as long as the server runs."""

import shutil
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO
from uuid import uuid4

KEPT_MAX = 5


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list, what it is called, and what was found in it."""

    id: str
    name: str
    path: Path
    columns: Mapping[str, str]
    found: Mapping[str, Any] = field(default_factory=dict)


class KeptLists:
    """The last few lists; `close` removes them all."""

    def __init__(self) -> None:
        self._lists: OrderedDict[str, KeptList] = OrderedDict()
        self._folder: TemporaryDirectory[str] | None = None

    def put_down(self, file: BinaryIO, name: str, columns: Mapping[str, str]) -> KeptList:
        """Write a file to where it can be examined; it is kept only by `keep`."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="ringback-lists-")
        list_id = uuid4().hex[:12]
        path = Path(self._folder.name) / list_id
        with path.open("wb") as written:
            file.seek(0)
            shutil.copyfileobj(file, written)
        return KeptList(list_id, name, path, columns)

    def keep(self, kept: KeptList) -> None:
        self._lists[kept.id] = kept
        while len(self._lists) > KEPT_MAX:
            _, oldest = self._lists.popitem(last=False)
            oldest.path.unlink(missing_ok=True)

    def get(self, list_id: str) -> KeptList | None:
        return self._lists.get(list_id)

    def close(self) -> None:
        self._lists.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
