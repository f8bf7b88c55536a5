"""The commands around keys of programs: making, listing and revoking them."""

from typing import Annotated

import typer

from ringback.config.loading import load_settings
from ringback.people import Role

from .terminal import ConfigOption, DemoOption, JsonOption, plain_sentences, print_rows, run, say

api_key_app = typer.Typer(no_args_is_help=True, help="Look after which programs may come in.")


@api_key_app.command("add")
def api_key_add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    role: Annotated[Role, typer.Option("--role", help="What it may do.")],
    agent: Annotated[
        str | None, typer.Option("--agent", help="The id of the agent who it is on the phone.")
    ] = None,
    line: Annotated[
        list[str] | None, typer.Option("--line", help="A line it supervises; repeatable.")
    ] = None,
    team: Annotated[
        list[str] | None, typer.Option("--team", help="A team it supervises; repeatable.")
    ] = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Make a key, and print what a program sends, this once."""
    with plain_sentences():
        from . import api_keys

        wanted = {
            "name": name,
            "role": role.value,
            "agent_id": agent,
            "supervises": {"lines": line or [], "teams": team or []} if line or team else None,
        }
        made = run(api_keys.make(load_settings(config, demo=demo), wanted))
        key = made["api_key"]
        say(f"The key {key['name']} ({key['id']}) is in force. The program sends, as a header:")
        say(f"Authorization: Bearer {made['token']}")


@api_key_app.command("list")
def api_key_list(
    config: ConfigOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """List all keys, also those that were revoked, the newest first."""
    with plain_sentences():
        from . import api_keys

        rows = run(api_keys.listed(load_settings(config, demo=demo)))
        columns = ("id", "name", "role", "made_by", "made_at", "used_at", "revoked_at")
        print_rows(
            rows if as_json else [{name: row[name] for name in columns} for row in rows],
            as_json=as_json,
        )


@api_key_app.command("revoke")
def api_key_revoke(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key's id, or its name.")],
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Shut a program out, at once and for good."""
    with plain_sentences():
        from . import api_keys

        revoked = run(api_keys.revoke(load_settings(config, demo=demo), key))
        say(f"The key {revoked['name']} ({revoked['id']}) is revoked.")
