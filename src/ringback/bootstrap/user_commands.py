"""The commands around users: adding, listing, shutting out, and resetting what they forgot."""

from typing import Annotated, Any

import typer

from ringback.config.loading import load_settings
from ringback.people import Role

from .terminal import ConfigOption, DemoOption, JsonOption, plain_sentences, print_rows, run, say

user_app = typer.Typer(no_args_is_help=True, help="Look after who may sign in.")

EmailArgument = Annotated[str, typer.Argument(metavar="EMAIL", help="The user's e-mail address.")]


@user_app.command("add")
def user_add(
    email: EmailArgument,
    name: Annotated[str, typer.Option("--name", help="As others see it.")],
    role: Annotated[Role, typer.Option("--role", help="What they are.")] = Role.AGENT,
    agent: Annotated[
        str | None, typer.Option("--agent", help="The id of the agent who they are on the phone.")
    ] = None,
    language: Annotated[str, typer.Option("--language", help="en or fr.")] = "en",
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Add a user, and print the one-time password to sign in with first."""
    with plain_sentences():
        from . import users

        settings = load_settings(config, demo=demo)
        wanted = {
            "email": email,
            "name": name,
            "role": role.value,
            "agent_id": agent,
            "language": language,
        }
        _tell_password(run(users.add(settings, wanted)))


@user_app.command("list")
def user_list(
    config: ConfigOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """List all users, also those who are shut out."""
    with plain_sentences():
        from . import users

        rows = run(users.listed(load_settings(config, demo=demo)))
        columns = ("email", "name", "role", "agent_id", "active", "second_factor", "sessions")
        print_rows(
            rows if as_json else [{name: row[name] for name in columns} for row in rows],
            as_json=as_json,
        )


@user_app.command("reset-password")
def user_reset_password(
    email: EmailArgument,
    second_factor: Annotated[
        bool, typer.Option("--second-factor", help="Forget the authenticator app as well.")
    ] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Print a one-time password in the place of a forgotten one; every session of theirs ends."""
    with plain_sentences():
        from . import users

        settings = load_settings(config, demo=demo)
        _tell_password(run(users.reset_password(settings, email, second_factor=second_factor)))


@user_app.command("deactivate")
def user_deactivate(
    email: EmailArgument, config: ConfigOption = None, demo: DemoOption = False
) -> None:
    """Shut a user out, at once in every browser."""
    with plain_sentences():
        from . import users

        run(users.set_active(load_settings(config, demo=demo), email, active=False))
        say(f"{email} is shut out.")


@user_app.command("activate")
def user_activate(
    email: EmailArgument, config: ConfigOption = None, demo: DemoOption = False
) -> None:
    """Let a user in again."""
    with plain_sentences():
        from . import users

        run(users.set_active(load_settings(config, demo=demo), email, active=True))
        say(f"{email} may sign in again.")


def _tell_password(made: Any) -> None:
    say(f"{made['user']['email']} signs in with this password, once and within three days:")
    say(made["password"])
