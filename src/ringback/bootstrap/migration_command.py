"""The command that moves an installation from its file into a database."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ringback.config.loading import load_installation
from ringback.config.settings import Settings

from .terminal import ConfigOption, plain_sentences, run, say

FromOption = Annotated[
    Path | None,
    typer.Option("--from", help="The journal's file (default: ringback.db among the data)."),
]


def migrate(source: FromOption = None, config: ConfigOption = None) -> None:
    """Move the journal from its file into the database in the settings; no server may run."""
    with plain_sentences():
        settings = load_installation(config)
        run(_migrate(settings, source))


async def _migrate(settings: Settings, source: Path | None) -> None:
    from .migration import PASSES, count_facts, find_source
    from .migration import migrate as migrate_journal

    path = find_source(settings, source)
    length = PASSES * await count_facts(path)
    with typer.progressbar(length=length, label="Migrating", file=sys.stderr) as bar:
        migrated = await migrate_journal(settings, path, bar.update)
    say(
        f"{migrated.facts:,} facts, {migrated.customers:,} customers and {migrated.notes:,} notes"
        " were copied, read back and replayed: the same company comes of both. Start Ringback; it"
        " uses the database."
    )
    say(f"{path} was left as it is. Keep it as a backup, out of the way.")
