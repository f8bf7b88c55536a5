"""Looks at the installation: its settings, the server if one runs, the web app, rights of files."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from ringback.api.routes.web_app import FOLDER
from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.running_server import ServerRefused, ask_running_server
from ringback.config.loading import find_file
from ringback.config.settings import Settings

from .findings import Area, Finding, failure, ok, warning, whose

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
LOOKED_AT_MAX: Final = 10_000
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


async def look_at_configuration(settings: Settings) -> Sequence[Finding]:
    """Tell what was read, and what in it asks for trouble."""
    return [*_of_settings(settings), _of_web_app(FOLDER)]


def _of_settings(settings: Settings) -> Iterator[Finding]:
    file = find_file(None, os.environ)
    source = "the environment alone" if file is None else str(file)
    yield ok(Area.CONFIGURATION, "settings", f"The settings are understood, from {source}.")
    if settings.http.host not in LOOPBACK:
        yield warning(
            Area.CONFIGURATION,
            "without-encryption",
            f"Whoever reaches {settings.http.host}:{settings.http.port} speaks to Ringback without"
            " encryption.",
            "Set http.host to 127.0.0.1 behind a web server with TLS, unless this is a container.",
        )
    for company in settings.every_company:
        if not company.lines:
            yield warning(
                Area.CONFIGURATION,
                "no-lines",
                f"{whose(company)}The settings name no line: nobody can call.",
                "Write your numbers under [[lines]].",
            )


def _of_web_app(folder: Path) -> Finding:
    if (folder / "index.html").is_file():
        return ok(Area.CONFIGURATION, "web-app", "The web app is built.")
    return warning(
        Area.CONFIGURATION,
        "web-app-missing",
        "The web app is not built: the page at its address says how.",
        "Install the wheel, or say `make web` in a checkout.",
    )


# ---- the server --------------------------------------------------------------------------


async def look_at_server(settings: Settings) -> Sequence[Finding]:
    """Ask the server that runs, if one does, how it is."""
    if settings.http.token is None and not (settings.data / "secrets" / "token").is_file():
        return [_not_running()]
    try:
        health = [ask_running_server(each, "GET", "/health") for each in settings.every_company]
    except CannotStart:
        return [_not_running()]
    except ServerRefused as refused:
        return [
            failure(
                Area.SERVER,
                "another-server",
                f"What answers at {settings.http.host}:{settings.http.port} does not know this"
                f" installation's token: {refused}",
                "See which program listens there, and that data_directory is that server's.",
            )
        ]
    halted = [
        _halted(company)
        for company, told in zip(settings.every_company, health, strict=True)
        if told["callbacks_halted"]
    ]
    return [*_of_health(health[0]), *halted]


def _not_running() -> Finding:
    return ok(Area.SERVER, "not-running", "No server runs with these settings.")


def _of_health(health: Any) -> Iterator[Finding]:
    for part in ("phone_system", "journal"):
        told = health[part]
        if told["state"] == "ready":
            yield ok(Area.SERVER, f"{part.replace('_', '-')}-ready", told["sentence"])
        else:
            yield failure(
                Area.SERVER,
                f"{part.replace('_', '-')}-{told['state']}",
                told["sentence"],
                "Read on below, and in the server's log.",
            )


def _halted(company: Settings) -> Finding:
    named = f" --company {company.account_id}" if company.is_shared else ""
    return warning(
        Area.SERVER,
        "callbacks-halted",
        f"{whose(company)}Callbacks are halted: nobody is called back.",
        f"Say `ringback{named} resume` once you have looked who was called since the restore.",
    )


# ---- rights ------------------------------------------------------------------------------


async def look_at_files(settings: Settings) -> Sequence[Finding]:
    """Look who may read what holds secrets, numbers and voices."""
    return [*_of_data(settings), *_of_settings_file(find_file(None, os.environ))]


def _of_data(settings: Settings) -> Iterator[Finding]:
    data = settings.data
    if not data.is_dir():
        yield ok(Area.FILES, "no-data-yet", f"{data} is made at the first start.")
        return
    about = data.stat()
    if about.st_uid != os.geteuid():
        told = f"{data} belongs to another user (number {about.st_uid})"
        remedy = "Run Ringback and all its commands as that user, this one too."
        if os.geteuid() != 0:
            yield failure(Area.FILES, "data-of-another-user", f"{told}.", remedy)
            return
        sentence = f"{told}, and root, who asks, may do more than that user."
        yield warning(Area.FILES, "asked-by-root", sentence, remedy)
    strangers = [] if about.st_mode & OTHERS == 0 else [data]
    owners = {about.st_uid}
    for count, path in enumerate(sorted(data.rglob("*"))):
        if count == LOOKED_AT_MAX:
            break
        found = path.lstat()
        owners.add(found.st_uid)
        if strangers and stat.S_ISREG(found.st_mode) and found.st_mode & OTHERS:
            strangers.append(path)
    if strangers:
        yield failure(
            Area.FILES,
            "data-open-to-others",
            f"Other users of this machine may read {strangers[-1]}.",
            f"Say: chmod -R go-rwx {data}",
        )
    elif len(owners) > 1:
        yield warning(
            Area.FILES,
            "data-of-several-users",
            f"Files in {data} belong to several users: some commands ran as another one.",
            "Give all of them to the user who runs Ringback (chown -R).",
        )
    else:
        yield ok(Area.FILES, "data", f"{data} is closed to other users.")


def _of_settings_file(file: Path | None) -> Iterator[Finding]:
    if file is None or not os.access(file, os.R_OK):
        return
    holds_secret = any(
        word in file.read_text() for word in ("password", "token", "secret", "database")
    )
    if holds_secret and file.stat().st_mode & stat.S_IROTH:
        yield warning(
            Area.FILES,
            "settings-open-to-others",
            f"Every user of this machine may read {file}, which holds secrets.",
            f"Say: chmod o-r {file}",
        )
