"""The commands around one customer's data, and around how long things are kept."""

import os
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, Annotated

import typer

from ringback.config.loading import load_settings
from ringback.config.settings import Settings
from ringback.ports import Customer

from .failures import CannotStart, NothingFound
from .terminal import ConfigOption, DemoOption, JsonOption, plain_sentences, print_rows, run, say

SECONDS_MAX = 600
OURS_ALONE = 0o600
FOUND = 1

customer_app = typer.Typer(
    no_args_is_help=True, help="Hand a customer's data over, or erase the customer."
)
NumberArgument = Annotated[
    str, typer.Argument(metavar="NUMBER", help="The customer's number, or the id of the contact.")
]


@customer_app.command("export")
def export_customer(
    number: NumberArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The ZIP to write.")],
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Write all that is kept of a customer into a ZIP, while the server runs or not."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        customer = run(_export(settings, number, file))
        say(f"{file} holds all that is kept of {customer.number}, customer {customer.id}.")


@customer_app.command("erase")
def erase_customer(
    number: NumberArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Erase a customer for good, in the server that is running; open callbacks are cancelled."""
    with plain_sentences():
        from .running_server import ask_running_server

        settings = load_settings(config, demo=demo)
        customer = run(_find(settings, number))
        told = f"{customer.number or customer.id}{f', {customer.name}' if customer.name else ''}"
        if not yes and not typer.confirm(
            f"Erase {told} for good? Number, name, messages left and notes go, open callbacks are"
            " cancelled, and what was there before restores is removed."
        ):
            say("Nothing was changed.")
            return
        path = f"/contacts/{customer.id}/erase"
        erased = ask_running_server(settings, "POST", path, seconds_max=SECONDS_MAX)
        if not erased["finished"]:
            say("The customer is erased; something is in the way of wiping the rest, which goes on")
            say("by itself. Ask again later to be sure.")
            raise typer.Exit(FOUND)
        say(f"The customer is erased. {erased['files_read']:,} files were searched for the number.")
        for name in erased["found_in"]:
            say(f"It still stands in {name}, which is not ours to change.")
        say("Backups that you made still hold it, until you delete them: see docs/privacy.md.")
        if erased["found_in"]:
            raise typer.Exit(FOUND)


def retention(
    now: Annotated[bool, typer.Option("--now", help="Remove it at once.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show what was kept for longer than the settings say; it goes by itself once a day."""
    with plain_sentences():
        from .running_server import ask_running_server

        settings = load_settings(config, demo=demo)
        method, path = ("POST", "/retention/run") if now else ("GET", "/retention")
        rows = ask_running_server(settings, method, path, seconds_max=SECONDS_MAX)
        named = "removed" if now else "due"
        print_rows(
            [
                {
                    "data": row["kind"],
                    "kept": "for ever" if row["kept_days"] is None else f"{row['kept_days']} days",
                    named: row["count"],
                }
                for row in rows
            ],
            as_json=as_json,
        )


async def _export(settings: Settings, number: str, target: Path) -> Customer:
    from ringback.api.routes.audit_log import NotedAction
    from ringback.records.customer_file import customer_file
    from ringback.runtime.voicemails import kept_voicemail

    from .deeds import note_deed
    from .reading import reading

    customer = await _find(settings, number)
    await note_deed(settings, NotedAction.EXPORT_CONTACT, subject=customer.id)
    async with reading(settings) as read:
        made = await customer_file(
            read.archive,
            read.number_book,
            customer.id,
            recording_of=partial(kept_voicemail, settings.voicemails),
            at=datetime.now(UTC),
        )
    _keep(made, target)
    return customer


def _keep(made: IO[bytes], target: Path) -> None:
    """Write a file for its owner only, which is in its place only once it is whole."""
    draft = target.with_name(f".{target.name}.part")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OURS_ALONE)
        with made, open(descriptor, "wb") as file:
            shutil.copyfileobj(made, file)
        draft.replace(target)
    except OSError as error:
        raise CannotStart(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        draft.unlink(missing_ok=True)


async def _find(settings: Settings, written: str) -> Customer:
    """Find a customer by a number as people write it, or by the id. Raises `NothingFound`."""
    from ringback.runtime.numbers import read_number

    from .store import open_reader

    journal = await open_reader(settings)
    try:
        customers = await journal.customers(settings.account_id)
    finally:
        await journal.close()
    countries = dict.fromkeys(line.country for line in settings.lines)
    wanted = {written, *(read_number(written, country).written for country in countries)}
    for customer in customers:
        if customer.id == written or (customer.number is not None and customer.number in wanted):
            return customer
    raise NothingFound(f"Nothing is kept of {written}: no customer has that number.")
