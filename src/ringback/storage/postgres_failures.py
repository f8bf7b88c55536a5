"""What PostgreSQL's errors mean to the person who runs the server."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors

from ringback.ports import JournalAway, JournalFailed, JournalFenced, JournalRefused

from .postgres_address import PostgresAddress

_PASSING_CLASSES = ("08", "40", "53", "57")
"""Connections, conflicts of transactions, missing resources, and what operators do."""
_PASSING = {"25006", "55P03"}
"""The server that answers is a standby; somebody holds a lock for too long."""


def passes(error: Exception) -> bool:
    """Say whether the same may succeed later: the database, or the way to it, is away."""
    if not isinstance(error, psycopg.Error):
        return isinstance(error, TimeoutError | OSError)
    if error.sqlstate is None:
        return isinstance(error, psycopg.OperationalError)
    return error.sqlstate[:2] in _PASSING_CLASSES or error.sqlstate in _PASSING


def explain(address: PostgresAddress, error: Exception) -> JournalFailed:
    """Turn an error of PostgreSQL into one sentence that says what to do."""
    detail = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    match error:
        case errors.DiskFull():
            return JournalAway(f"The disk of {address} is full: free some space there.")
        case errors.UniqueViolation():
            return JournalFenced(
                f"Another server has written to {address}: this server has stopped."
                " See that only one of them is started."
            )
        case errors.InsufficientPrivilege():
            return JournalFailed(
                f"The user that the settings name may not do what Ringback must in {address}"
                f" ({detail}): make that user the owner of the database."
            )
        case errors.DataCorrupted() | errors.IndexCorrupted() | errors.UndefinedTable():
            return damaged(address, detail)
    if passes(error):
        return JournalAway(
            f"{address.capitalised} does not answer ({detail}): see that it runs, and that"
            " storage.database in the settings is right."
        )
    return JournalFailed(f"{address.capitalised} cannot be used: {detail}.")


@contextmanager
def explained(address: PostgresAddress) -> Iterator[None]:
    """Raise `JournalFailed` in the place of what PostgreSQL, or the way to it, raises."""
    try:
        yield
    except (psycopg.Error, TimeoutError, OSError) as error:
        raise explain(address, error) from error


def damaged(address: PostgresAddress, detail: str) -> JournalRefused:
    return JournalRefused(
        f"{address.capitalised} is damaged ({detail}); it was left as it is:"
        " restore it from a backup, then start Ringback again."
    )


def not_a_journal(address: PostgresAddress, detail: str) -> JournalRefused:
    return JournalRefused(
        f"{address.capitalised} is not Ringback's ({detail}); it was left as it is:"
        " make a database for Ringback alone, and name that one in storage.database."
    )


def newer(address: PostgresAddress, detail: str) -> JournalRefused:
    return JournalRefused(
        f"{address.capitalised} was written by a newer release of Ringback ({detail}); it was left"
        " as it is: install that release."
    )
