"""What may be left of files when the power goes: unsynced writes dropped, reordered, torn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.storage.disks import Asked, Operation

SECTOR = 512

Files = dict[str, bytearray | None]


@dataclass(frozen=True, slots=True)
class Image:
    """The files after a power loss; `marks` is what had been promised before it."""

    files: dict[str, bytes]
    marks: Sequence[Any]
    lost: int
    torn: int


@dataclass
class _Disk:
    """What a disk holds for certain, and what it has been asked but not yet told to keep."""

    durable: Files
    unsynced: list[Asked] = field(default_factory=list)

    def take(self, asked: Asked) -> None:
        if asked.operation is not Operation.SYNC:
            self.unsynced.append(asked)
            return
        for earlier in self.unsynced:
            if earlier.file == asked.file:
                _apply(self.durable, earlier)
        self.unsynced = [other for other in self.unsynced if other.file != asked.file]


def images(
    before: dict[str, bytes], log: Sequence[Any], count: int, random: Random
) -> Iterator[Image]:
    """Let the power go at random places of a log, `count` times."""
    disk = _Disk({name: bytearray(content) for name, content in before.items()})
    moments = sorted(random.randrange(len(log) + 1) for _ in range(count))
    marks: list[Any] = []
    position = 0
    for moment in moments:
        for entry in log[position:moment]:
            if isinstance(entry, Asked):
                disk.take(entry)
            else:
                marks.append(entry)
        position = moment
        yield _image(disk, marks, random)


def _image(disk: _Disk, marks: Sequence[Any], random: Random) -> Image:
    files: Files = {
        name: None if content is None else bytearray(content)
        for name, content in disk.durable.items()
    }
    kept_share = random.choice((0.0, 0.2, 0.5, 0.8, 1.0))
    torn_share = random.choice((0.0, 0.3))
    lost = torn = 0
    for asked in disk.unsynced:
        if random.random() >= kept_share:
            lost += 1
        elif asked.operation is Operation.WRITE and random.random() < torn_share:
            torn += 1
            for sector in _sectors(asked):
                if random.random() < 0.5:
                    _apply(files, sector)
        else:
            _apply(files, asked)
    left = {name: bytes(content) for name, content in files.items() if content is not None}
    return Image(left, list(marks), lost, torn)


def _sectors(asked: Asked) -> Iterator[Asked]:
    for start in range(0, len(asked.data), SECTOR):
        data = asked.data[start : start + SECTOR]
        yield Asked(Operation.WRITE, asked.file, asked.offset + start, data)


def _apply(files: Files, asked: Asked) -> None:
    content = files.get(asked.file)
    match asked.operation:
        case Operation.DELETE:
            files[asked.file] = None
        case Operation.TRUNCATE:
            files[asked.file] = (content or bytearray())[: asked.offset]
        case Operation.WRITE:
            content = bytearray() if content is None else content
            content.extend(bytes(max(0, asked.offset - len(content))))
            content[asked.offset : asked.offset + len(asked.data)] = asked.data
            files[asked.file] = content
        case Operation.SYNC:
            raise AssertionError("a sync changes nothing")
