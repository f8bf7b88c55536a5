"""What SQLite's errors mean to the person who runs the server."""

from pathlib import Path

import apsw

from ringback.ports import JournalAway, JournalFailed, JournalRefused

_ADVICE: dict[type[apsw.Error], str] = {
    apsw.IOError: "The disk that holds {path} fails ({code}): check the disk and the system's"
    " log, then start Ringback again.",
    apsw.ReadOnlyError: "{path} cannot be written: give the user who runs Ringback the right to"
    " write it and its directory, then start Ringback again.",
    apsw.PermissionsError: "{path} may not be used: give the user who runs Ringback the right to"
    " read and write it and its directory.",
    apsw.CantOpenError: "{path} cannot be opened: it and its directory must exist, and the user"
    " who runs Ringback must have the right to read and write them.",
    apsw.BusyError: "Another program keeps {path} locked: stop that program,"
    " then start Ringback again.",
}


def explain(path: Path, error: apsw.Error) -> JournalFailed:
    """Turn an error of SQLite into one sentence that says what to do."""
    match error:
        case apsw.NotADBError() | apsw.CorruptError() | apsw.SQLError():
            return damaged(path, str(error))
        case apsw.FullError():
            return JournalAway(f"The disk that holds {path} is full: free some space there.")
    advice = _ADVICE.get(type(error), "{path} cannot be used ({code}): {error}.")
    return JournalFailed(advice.format(path=path, error=error, code=_code(error)))


def damaged(path: Path, detail: str) -> JournalRefused:
    return JournalRefused(
        f"{path} is damaged ({detail}); it was left as it is:"
        " restore it from a backup, then start Ringback again."
    )


def not_a_journal(path: Path) -> JournalRefused:
    return JournalRefused(
        f"{path} is not a journal of Ringback, or has lost its contents; it was left as it is:"
        " restore it from a backup, or name another file."
    )


def newer(path: Path, detail: str) -> JournalRefused:
    return JournalRefused(
        f"{path} was written by a newer release of Ringback ({detail}); it was left as it is:"
        " install that release."
    )


def _code(error: apsw.Error) -> str:
    code = getattr(error, "extendedresult", 0)
    return str(apsw.mapping_extended_result_codes.get(code, type(error).__name__))


def older(path: Path) -> JournalRefused:
    return JournalRefused(
        f"{path} was written by an older release: start `ringback serve` once, which brings it up"
        " to date."
    )
