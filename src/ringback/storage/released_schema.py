"""The numbered changes of a store's schema, as they were released; one folder per database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Migration:
    """One change; its digest is kept in the store and must never differ again."""

    version: int
    name: str
    sql: str

    @property
    def digest(self) -> str:
        return sha256(self.sql.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Applied:
    """A change that a store says it has had."""

    version: int
    name: str
    digest: str


class SchemaNewer(Exception):
    """The store was changed by a newer release."""


class SchemaChanged(Exception):
    """The store's schema is not as it was released."""


@cache
def read_migrations(folder: Path) -> Sequence[Migration]:
    """Read them once: a process that gives up rights later keeps its own schema."""
    return [
        Migration(version=int(path.stem[:4]), name=path.stem[5:], sql=path.read_text("utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    ]


def pending(migrations: Sequence[Migration], applied: Iterable[Applied]) -> Sequence[Migration]:
    """Give what a store lacks, in order. Raises `SchemaNewer` or `SchemaChanged`."""
    known = {migration.version: migration for migration in migrations}
    last_version = 0
    for one in applied:
        told = f"schema version {one.version}, {one.name}"
        if one.version not in known:
            raise SchemaNewer(told)
        if known[one.version].digest != one.digest:
            raise SchemaChanged(f"{told}, is not as it was released")
        last_version = max(last_version, one.version)
    return [migration for migration in migrations if migration.version > last_version]
