"""The commands around records: making them again from the journal."""

import sys

import typer

from ringback.config.loading import load_settings
from ringback.config.settings import Settings

from .terminal import ConfigOption, DemoOption, plain_sentences, run, say

records_app = typer.Typer(no_args_is_help=True, help="Look after the records of calls.")


@records_app.callback()
def look_after_records() -> None:
    """Keep the commands' names although there is only one."""


@records_app.command("rebuild")
def rebuild_records(config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Drop all records and make them again from the journal; no server may be running."""
    with plain_sentences():
        facts = run(_rebuild(load_settings(config, demo=demo)))
        say(f"The records were made again from {facts:,} facts.")


async def _rebuild(settings: Settings) -> int:
    from .kept_records import rebuild
    from .store import open_store, require_journal

    require_journal(settings)
    async with open_store(settings) as store:
        journal = store.journal
        last = await journal.last_sequence(settings.account_id)
        with typer.progressbar(length=last, label="Rebuilding", file=sys.stderr) as bar:
            rebuilt = await rebuild(
                journal,
                journal.records,
                settings.account_id,
                lambda done: bar.update(done - bar.pos),
            )
        return rebuilt.account.world.sequence
