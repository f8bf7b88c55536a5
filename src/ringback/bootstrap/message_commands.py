"""`ringback message`: the company's own messages, through the running server."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlencode

import typer

from ringback.config.loading import load_settings
from ringback.config.settings import Settings

from .failures import CannotStart
from .running_server import ask_running_server, send_to_running_server, use_words
from .terminal import (
    ConfigOption,
    DemoOption,
    JsonOption,
    plain_sentences,
    print_rows,
    say,
)

NameOption = Annotated[str, typer.Option("--name", help="What to call it.")]
MessageArgument = Annotated[
    str, typer.Argument(metavar="MESSAGE", help="The message's name or reference.")
]

message_app = typer.Typer(no_args_is_help=True, help="Look after messages of your own.")


@message_app.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="WAV, MP3, M4A, AAC, Ogg or WebM.")],
    name: NameOption,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Keep a recording as a message of your own."""
    with plain_sentences():
        try:
            content = file.read_bytes()
        except OSError as failure:
            raise CannotStart(f"{file} cannot be read ({failure.strerror}).") from failure
        address = f"/messages/recordings?{urlencode({'name': name})}"
        kept = send_to_running_server(load_settings(config, demo=demo), address, content)
        _tell(kept)


@message_app.command("say")
def say_text(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is said.")],
    name: NameOption,
    language: Annotated[
        Literal["en", "fr"], typer.Option("--language", help="In which language.")
    ] = "en",
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Have a text spoken and keep it as a message."""
    with plain_sentences():
        wanted = {"name": name, "text": text, "language": language}
        settings = load_settings(config, demo=demo)
        _tell(ask_running_server(settings, "POST", "/messages/texts", wanted))


@message_app.command("list")
def list_messages(
    ready: Annotated[bool, typer.Option("--ready", help="The ready messages as well.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List messages of your own, with what uses each."""
    with plain_sentences():
        found = ask_running_server(load_settings(config, demo=demo), "GET", "/messages")
        rows = [_row(each) for each in found if ready or each["kind"] != "ready"]
        print_rows(rows, as_json=as_json)


@message_app.command()
def rename(
    message: MessageArgument,
    new_name: Annotated[str, typer.Argument(metavar="NAME", help="Its new name.")],
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Give a message another name."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        kept = _find(settings, message)
        renamed = ask_running_server(settings, "PATCH", _address(kept), {"name": new_name})
        _tell(renamed)


@message_app.command()
def remove(
    message: MessageArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Remove a message that nothing uses, with its recording."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        kept = _find(settings, message)
        if not yes and not kept["used_by"]:
            typer.confirm(f"Remove {kept['name']}, {kept['seconds']:g} s long?", abort=True)
        ask_running_server(settings, "DELETE", _address(kept))
        say(f"{kept['name']} is gone.")


def _find(settings: Settings, message: str) -> Mapping[str, Any]:
    for each in ask_running_server(settings, "GET", "/messages"):
        names = (each["prompt"], (each["name"] or "").casefold())
        if each["name"] is not None and (message in names or message.casefold() in names):
            found: Mapping[str, Any] = each
            return found
    raise CannotStart(f"There is no message of your own called {message}.")


def _address(kept: Mapping[str, Any]) -> str:
    return f"/messages/{quote(kept['prompt'])}"


def _row(message: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": message["name"],
        "prompt": message["prompt"],
        "kind": message["kind"],
        "seconds": message["seconds"],
        "offers callbacks": "yes" if message["offers_callbacks"] else None,
        "used by": [use_words(use) for use in message["used_by"]],
        "text": message["text"],
    }


def _tell(kept: Mapping[str, Any]) -> None:
    say(f"{kept['name']} is {kept['prompt']}, {kept['seconds']:g} s long.")
