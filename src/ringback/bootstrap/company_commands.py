"""The commands about the companies of an installation."""

import os
import shutil
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import typer

from ringback.config.loading import COMPANY_VARIABLE, load_installation
from ringback.config.settings import COMPANIES, Settings
from ringback.core.ids import AccountId
from ringback.runtime.traces import files_below

from .failures import CannotStart, NothingFound
from .terminal import ConfigOption, JsonOption, complain, plain_sentences, print_rows, run, say

company_app = typer.Typer(no_args_is_help=True, help="Look after several companies.")


def name_company(
    ctx: typer.Context,
    company: Annotated[
        str | None,
        typer.Option("--company", help="Which company, where the installation has several."),
    ] = None,
) -> None:
    if company is not None:
        before = os.environ.get(COMPANY_VARIABLE)
        os.environ[COMPANY_VARIABLE] = company
        ctx.call_on_close(partial(_name_again, before))


def _name_again(company: str | None) -> None:
    os.environ.pop(COMPANY_VARIABLE, None)
    if company is not None:
        os.environ[COMPANY_VARIABLE] = company


@company_app.command("list")
def list_companies(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """List the companies: those of the settings, and those of which something is kept."""
    with plain_sentences():
        print_rows(run(_listed(load_installation(config))), as_json=as_json)


@company_app.command("remove")
def remove_company(
    company: Annotated[str, typer.Argument(help="The company's id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before.")] = False,
    config: ConfigOption = None,
) -> None:
    """Delete all that is kept of a company which is in the settings no more, for good.

    No server may be running.
    """
    with plain_sentences():
        settings = load_installation(config)
        if company in [each.account_id for each in settings.every_company]:
            raise CannotStart(
                f"The company {company} is in the settings: take it out of them first, and stop"
                " the server."
            )
        kept = {row["id"]: row for row in run(_listed(settings))}
        if company not in kept:
            raise NothingFound(f"Nothing is kept of a company {company}.")
        row = kept[company]
        say(
            f"Of {company} will be deleted: {row['facts']} facts of its journal with all records,"
            f" {row['customers']} customers, {row['users']} users, their log, and {row['files']}"
            " files. A backup from before still holds them."
        )
        if not yes and typer.prompt("Type the company's id to delete it") != company:
            complain("Nothing was deleted.")
            raise typer.Exit(1)
        run(_remove(settings, AccountId(company)))
        say(f"The company {company} was deleted.")


async def _listed(settings: Settings) -> Sequence[dict[str, Any]]:
    from .store import has_journal, open_reader

    named = {each.account_id: each.access.company for each in settings.every_company}
    folders = (settings.data / COMPANIES).glob("*")
    kept = [AccountId(folder.name) for folder in sorted(folders) if folder.is_dir()]
    journal = await open_reader(settings) if has_journal(settings) else None
    try:
        accounts = [] if journal is None else await journal.accounts()
        rows = []
        for account_id in dict.fromkeys([*named, *accounts, *kept]):
            row: dict[str, Any] = {"id": account_id, "name": named.get(account_id)}
            row["served"] = "yes" if account_id in named else "no"
            row["facts"] = row["customers"] = row["users"] = 0
            if journal is not None:
                row["facts"] = await journal.last_sequence(account_id)
                row["customers"] = len(await journal.customers(account_id))
                row["users"] = len(await journal.people.users(account_id))
            row["files"] = _files(settings, account_id)
            rows.append(row)
        return rows
    finally:
        if journal is not None:
            await journal.close()


def _files(settings: Settings, account_id: AccountId) -> int:
    return sum(1 for _ in files_below(settings.data / COMPANIES / account_id))


async def _remove(settings: Settings, account_id: AccountId) -> None:
    """Delete it from the store, as its only writer, and then its files."""
    from .store import open_store

    async with open_store(settings) as store:
        await store.journal.remove_account(account_id)
        await store.journal.scrub(thorough=True)
        shutil.rmtree(settings.data / COMPANIES / account_id, ignore_errors=True)
