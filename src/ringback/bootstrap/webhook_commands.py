"""`ringback webhook`: who is told what happens, through the running server."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote, urlencode

import typer

from ringback.config.loading import load_settings
from ringback.config.settings import Settings

from .failures import CannotStart
from .running_server import ask_running_server
from .terminal import (
    NOT_COMPLETED,
    ConfigOption,
    DemoOption,
    JsonOption,
    complain,
    plain_sentences,
    print_rows,
    say,
)

WebhookArgument = Annotated[str, typer.Argument(metavar="WEBHOOK", help="Its id or its name.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

webhook_app = typer.Typer(no_args_is_help=True, help="Tell other programs what happens.")


@webhook_app.command()
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where events are sent to.")],
    name: Annotated[str, typer.Option("--name", help="What to call it.")] = "Webhook",
    event: Annotated[
        list[str] | None,
        typer.Option("--event", help="A type of event it is told of; all, unless given."),
    ] = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Set a webhook up and print its secret, this once."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        wanted = {"name": name, "url": url, "events": event or []}
        _tell_secret(ask_running_server(settings, "POST", "/webhooks", wanted))


@webhook_app.command("list")
def list_webhooks(
    config: ConfigOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """List the webhooks and how each does."""
    with plain_sentences():
        found = ask_running_server(load_settings(config, demo=demo), "GET", "/webhooks")
        print_rows([_row(webhook) for webhook in found], as_json=as_json)


@webhook_app.command()
def log(
    webhook: WebhookArgument,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="How many at most.")] = 50,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List what became of deliveries, the newest event first."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        path = f"{_address(_find(settings, webhook))}/deliveries?{urlencode({'limit': limit})}"
        page = ask_running_server(settings, "GET", path)
        print_rows(page["deliveries"], as_json=as_json)


@webhook_app.command("test")
def send_test(
    webhook: WebhookArgument, config: ConfigOption = None, demo: DemoOption = False
) -> None:
    """Send one test event at once, and tell what became of it."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        path = f"{_address(_find(settings, webhook))}/test"
        tried = ask_running_server(settings, "POST", path)
        if not tried["arrived"]:
            answered = "" if tried["status"] is None else f", status {tried['status']}"
            complain(f"It did not arrive: {tried['problem']}{answered}.")
            raise typer.Exit(NOT_COMPLETED)
        say(f"It arrived in {tried['took_seconds']:.1f} s, status {tried['status']}.")


@webhook_app.command()
def replay(
    webhook: WebhookArgument,
    delivery: Annotated[
        str | None, typer.Option("--delivery", help="The id of one delivery, from the log.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help="From this instant on: 2026-03-02T09:00:00Z.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", help="Before this instant.")] = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Tell one event once more, or all of a period."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        place = _address(_find(settings, webhook))
        if delivery is not None and since is None and until is None:
            path = f"{place}/deliveries/{quote(delivery, safe='')}/replay"
            begun = ask_running_server(settings, "POST", path)
        elif delivery is None and since is not None and until is not None:
            period = {"since": since, "until": until}
            begun = ask_running_server(settings, "POST", f"{place}/replay", period)
        else:
            raise CannotStart("Name either --delivery, or both --since and --until.")
        say(f"{begun['id']} has begun; `ringback webhook log` tells what becomes of it.")


@webhook_app.command()
def pause(webhook: WebhookArgument, config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Tell a webhook nothing for a while; it hears of everything later."""
    with plain_sentences():
        _set_active(load_settings(config, demo=demo), webhook, active=False)


@webhook_app.command()
def resume(webhook: WebhookArgument, config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Let a webhook go on where it was, paused or disabled."""
    with plain_sentences():
        _set_active(load_settings(config, demo=demo), webhook, active=True)


@webhook_app.command("rotate-secret")
def rotate_secret(
    webhook: WebhookArgument, config: ConfigOption = None, demo: DemoOption = False
) -> None:
    """Give a webhook a new secret and print it, this once."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        path = f"{_address(_find(settings, webhook))}/rotate-secret"
        _tell_secret(ask_running_server(settings, "POST", path))


@webhook_app.command()
def remove(
    webhook: WebhookArgument,
    yes: Sure = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Remove a webhook with its log."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        found = _find(settings, webhook)
        if not yes:
            typer.confirm(f"Remove {found['name']} ({found['url']})?", abort=True)
        ask_running_server(settings, "DELETE", _address(found))
        say(f"{found['name']} is gone.")


def _find(settings: Settings, wanted: str) -> Mapping[str, Any]:
    every = ask_running_server(settings, "GET", "/webhooks")
    found = [each for each in every if wanted in (each["id"], each["name"])]
    if len(found) != 1:
        count = "several webhooks are" if found else "no webhook is"
        raise CannotStart(f"Name it by its id: {count} called {wanted}.")
    webhook: Mapping[str, Any] = found[0]
    return webhook


def _address(webhook: Mapping[str, Any]) -> str:
    return f"/webhooks/{webhook['id']}"


def _set_active(settings: Settings, wanted: str, *, active: bool) -> None:
    found = _find(settings, wanted)
    kept = {name: found[name] for name in ("name", "url", "events")}
    changed = ask_running_server(settings, "PUT", _address(found), kept | {"active": active})
    say(f"{changed['name']} is {changed['state']}.")


def _tell_secret(made: Mapping[str, Any]) -> None:
    say(f"{made['webhook']['name']} is {made['webhook']['id']}.")
    say(f"Its secret is {made['secret']}, which is told this once.")


def _row(webhook: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": webhook["id"],
        "name": webhook["name"],
        "state": webhook["state"],
        "url": webhook["url"],
        "events": webhook["events"] or "all",
        "failures": webhook["failures"],
        "lag": webhook["lag"],
    }
