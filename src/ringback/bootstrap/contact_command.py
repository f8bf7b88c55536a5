"""`ringback contact`: a customer, found by number or name, and all that went on with them."""

from typing import Annotated

import typer

from ringback.config.loading import load_settings

from .failures import NothingFound
from .running_server import ask_running_server
from .terminal import ConfigOption, DemoOption, JsonOption, plain_sentences, print_rows, run, say

LimitOption = Annotated[int, typer.Option("--limit", min=1, max=100, help="How many at most.")]


def contact(
    who: Annotated[
        str,
        typer.Argument(metavar="NUMBER", help="The number, or a part of it or of the name."),
    ],
    name: Annotated[
        str | None,
        typer.Option("--name", help="Give the contact this name, in the running server."),
    ] = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
    limit: LimitOption = 30,
) -> None:
    """Tell all that went on with a customer, the newest first."""
    with plain_sentences():
        from .reading import find_contacts, read_conversation

        settings = load_settings(config, demo=demo)
        found = run(find_contacts(settings, who, limit))
        if not found:
            raise NothingFound(f"There is no contact with {who}.")
        if len(found) > 1:
            print_rows(found, as_json=as_json)
        elif name is None:
            print_rows(run(read_conversation(settings, found[0]["id"], limit)), as_json=as_json)
        else:
            address = f"/contacts/{found[0]['id']}"
            named = ask_running_server(settings, "PUT", address, {"name": name})
            say(f"{named['number']} is {named['name'] or 'without a name'}.")
