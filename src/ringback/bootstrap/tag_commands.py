"""`ringback tag`: the company's own tags, through the running server."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote

import typer

from ringback.config.loading import load_settings
from ringback.config.settings import Settings

from .failures import CannotStart
from .running_server import ask_running_server
from .terminal import (
    ConfigOption,
    DemoOption,
    JsonOption,
    plain_sentences,
    print_rows,
    say,
)

DEFAULT_COLOUR = "#7A5AF8"
TagArgument = Annotated[str, typer.Argument(metavar="TAG", help="The tag's id.")]

tag_app = typer.Typer(no_args_is_help=True, help="Look after tags of your own.")


@tag_app.command("list")
def list_tags(
    archived: Annotated[bool, typer.Option("--archived", help="Archived ones as well.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List tags of your own."""
    with plain_sentences():
        found = _tags(load_settings(config, demo=demo))
        rows = [tag for tag in found.values() if archived or not tag["archived"]]
        print_rows(rows, as_json=as_json)


@tag_app.command("set")
def set_tag(
    tag: TagArgument,
    name: Annotated[str | None, typer.Option("--name", help="What to call it.")] = None,
    colour: Annotated[
        str | None, typer.Option("--colour", help="As #rrggbb; violet for a new one.")
    ] = None,
    description: Annotated[
        str | None, typer.Option("--description", help="When to put it on a call.")
    ] = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Make a tag of your own, or change what is named of one there is."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        before = _tags(settings).get(tag, {"name": tag, "colour": DEFAULT_COLOUR})
        named = {"name": name, "colour": colour, "description": description}
        wanted = before | {key: value for key, value in named.items() if value is not None}
        _set(settings, tag, wanted)


@tag_app.command()
def archive(tag: TagArgument, config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Have a tag put on no further call; those that bear it keep it."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        _set(settings, tag, _find(settings, tag) | {"archived": True})


@tag_app.command()
def unarchive(tag: TagArgument, config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Have an archived tag put on calls again."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        _set(settings, tag, _find(settings, tag) | {"archived": False})


def _tags(settings: Settings) -> dict[str, dict[str, Any]]:
    return {tag["id"]: tag for tag in ask_running_server(settings, "GET", "/tags")["own"]}


def _find(settings: Settings, tag: str) -> dict[str, Any]:
    found = _tags(settings).get(tag)
    if found is None:
        raise CannotStart(f"There is no tag of your own with the id {tag}.")
    return found


def _set(settings: Settings, tag: str, wanted: Mapping[str, Any]) -> None:
    now = ask_running_server(settings, "PUT", f"/tags/{quote(tag, safe='')}", wanted)
    archived = ", archived" if now["archived"] else ""
    say(f"{now['id']} is {now['name']}, {now['colour']}{archived}.")
