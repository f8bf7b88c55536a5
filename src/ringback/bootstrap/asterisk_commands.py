"""The commands around the Asterisk of real calls: install, check, start, run and stop it."""

import typer

from ringback.config.loading import load_installation

from .terminal import (
    CANNOT_START,
    ConfigOption,
    JsonOption,
    complain,
    plain_sentences,
    print_rows,
    run,
    say,
)

asterisk_app = typer.Typer(no_args_is_help=True, help="Look after the Asterisk of real calls.")


@asterisk_app.command("install")
def asterisk_install(config: ConfigOption = None) -> None:
    """Install a recent Asterisk into a private root."""
    with plain_sentences():
        from ringback.telephony.asterisk.install import InstallRefused, install

        from .private_asterisk import AsteriskKeeper

        try:
            install(AsteriskKeeper(load_installation(config)).root, say)
        except InstallRefused as refused:
            complain(str(refused))
            raise typer.Exit(CANNOT_START) from refused


@asterisk_app.command("check")
def asterisk_check(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Look over the Asterisk in the settings, and say what is to be done."""
    with plain_sentences():
        from .asterisk_check import check_asterisk

        findings = run(check_asterisk(load_installation(config)))
        rows = [
            {"level": one.level, "code": one.code, "sentence": one.sentence, "remedy": one.remedy}
            for one in findings
        ]
        print_rows(rows, as_json=as_json)
        if any(one.level == "error" for one in findings):
            raise typer.Exit(CANNOT_START)


@asterisk_app.command("start")
def asterisk_start(config: ConfigOption = None) -> None:
    """Start the private Asterisk; it goes on when Ringback ends."""
    with plain_sentences():
        from .private_asterisk import AsteriskKeeper

        pid, fresh = AsteriskKeeper(load_installation(config)).start()
        say(f"Asterisk {'was started' if fresh else 'is running already'} (process {pid}).")


@asterisk_app.command("run")
def asterisk_run(config: ConfigOption = None) -> None:
    """Write its configuration and become Asterisk: for systemd and containers."""
    with plain_sentences():
        from .private_asterisk import AsteriskKeeper

        AsteriskKeeper(load_installation(config)).become()


@asterisk_app.command("stop")
def asterisk_stop(config: ConfigOption = None) -> None:
    """Stop the private Asterisk; calls that are up end."""
    with plain_sentences():
        from .private_asterisk import AsteriskKeeper

        stopped = AsteriskKeeper(load_installation(config)).stop()
        say("Asterisk was stopped." if stopped else "No Asterisk of ours is running.")
