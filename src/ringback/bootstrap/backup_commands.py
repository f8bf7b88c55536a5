"""The commands around backups: making one and restoring it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ringback.config.loading import load_installation

from .terminal import ConfigOption, DemoOption, plain_sentences, run, say

NAME_MAX = 100
BackupArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The backup's file.")]


def backup(file: BackupArgument, config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Keep everything in one file, while the server runs or not; it holds secrets and numbers."""
    with plain_sentences():
        from ringback.api.routes.audit_log import NotedAction

        from .backup import make_backup
        from .deeds import note_deed

        settings = load_installation(config, demo=demo)
        run(note_deed(settings, NotedAction.BACKUP, {"file": file.name[:NAME_MAX]}))
        kept = make_backup(settings, file.absolute(), _progress)
        if kept.has_journal:
            facts = ", ".join(f"{last:,}" for last in kept.sequences.values()) or "0"
            say(f"{file} holds the journal up to fact {facts}, and {kept.files:,} files.")
        else:
            say(f"{file} holds {kept.files:,} files, and not the journal: that is in PostgreSQL.")
            say("Back the database up with pg_dump, before this command or at the same time.")


def restore(
    file: BackupArgument,
    replace: Annotated[
        bool, typer.Option("--replace", help="Move aside what is there already.")
    ] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Put a backup in place, all or nothing; no server may be running."""
    with plain_sentences():
        from .restore import restore_backup

        settings = load_installation(config, demo=demo)
        restored = run(restore_backup(settings, file, replace=replace, told=_progress))
        say(f"The backup of {restored.made_at} is in place.")
        if restored.moved_to is not None:
            say(f"What was there before lies in {restored.moved_to}.")
        say("Start the server: callers may call and wait, but nobody is called back before")
        say("you have looked at who was called since, and said `ringback resume`.")


def _progress(doing: str, done: float) -> None:
    """Rewrite one line of a terminal; elsewhere say nothing."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{doing}: {done:4.0%} " + ("\n" if done >= 1 else ""))
        sys.stderr.flush()
