"""`ringback flow`: drafts, versions and rolling back, through the running server."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from ringback.config.loading import load_settings

from .failures import CannotStart
from .running_server import ask_running_server, problem_line
from .terminal import (
    ConfigOption,
    DemoOption,
    JsonOption,
    complain,
    plain_sentences,
    print_rows,
    say,
)

Ask = Callable[..., Any]
FlowArgument = Annotated[str, typer.Argument(metavar="FLOW", help="The flow's id.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

flow_app = typer.Typer(no_args_is_help=True, help="Look at flows, edit, publish, roll back.")


@flow_app.command("list")
def list_flows(
    config: ConfigOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """List flows, with their version, draft, and who is on the way through them."""
    with plain_sentences():
        ask = _server(config, demo)
        flows = {flow["id"]: flow for flow in ask("GET", "/flows")}
        drafts = {draft["flow_id"]: draft for draft in ask("GET", "/flow-drafts")}
        rows = [_row(flow_id, flows, drafts) for flow_id in {**flows, **drafts}]
        print_rows(rows, as_json=as_json)


def _row(flow_id: str, flows: dict[str, Any], drafts: dict[str, Any]) -> dict[str, Any]:
    flow, draft = flows.get(flow_id), drafts.get(flow_id)
    shown = flow or draft
    assert shown is not None
    return {
        "id": flow_id,
        "name": shown["settings"]["name"],
        "version": None if flow is None else flow["version"],
        "published": None if flow is None else flow["published_at"],
        "by": None if flow is None else flow["published_by"],
        "draft": None if draft is None else draft["draft"],
        "problems": None if draft is None else len(draft["problems"]),
        "warnings": [warning["code"] for warning in shown["warnings"]],
        "calls": None if flow is None else flow["waiting"]["calls"],
        "callbacks": None if flow is None else flow["waiting"]["callbacks"],
    }


@flow_app.command()
def versions(
    flow: FlowArgument,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the versions of a flow, the newest first, with who waits in each."""
    with plain_sentences():
        found = _server(config, demo)("GET", f"{_address(flow)}/versions")
        rows = [
            {
                "version": each["version"],
                "in force": "yes" if each["in_force"] else None,
                "published": each["published_at"],
                "by": each["published_by"],
                "content of": each["rolled_back_to"],
                "calls": each["waiting"]["calls"],
                "callbacks": each["waiting"]["callbacks"],
            }
            for each in found
        ]
        print_rows(rows, as_json=as_json)


@flow_app.command()
def show(
    flow: FlowArgument,
    version: Annotated[
        int | None, typer.Option("--version", min=1, help="This version, not the one in force.")
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="The draft.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Print a flow as JSON, in the form that save takes."""
    with plain_sentences():
        ask = _server(config, demo)
        seen = _seen(ask, flow)
        if draft:
            shown = ask("GET", f"{_address(flow)}/draft")
        elif version is not None:
            shown = ask("GET", f"{_address(flow)}/versions/{version}")
        else:
            shown = ask("GET", f"{_address(flow)}")
        say(_written({"seen": seen, "settings": shown["settings"]}))


@flow_app.command()
def save(
    flow: FlowArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What show printed, edited.")],
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Save a draft from a file, valid or not, and list its problems."""
    with plain_sentences():
        wanted = _read(file)
        saved = _server(config, demo)("PUT", f"{_address(flow)}/draft", wanted)
        wanted["seen"] = {"draft": saved["draft"], "version": saved["version"]}
        file.write_text(_written(wanted) + "\n")
        say(f"Saved as draft {saved['draft']}; {file} says that you have seen it.")
        _tell_what_is_wrong(saved)


@flow_app.command()
def publish(
    flow: FlowArgument,
    yes: YesOption = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Publish the draft of a flow: calls that arrive from then on go through it."""
    with plain_sentences():
        ask = _server(config, demo)
        draft = ask("GET", f"{_address(flow)}/draft")
        _tell_what_is_wrong(draft)
        _tell_who_waits(ask, flow, draft["version"])
        question = f"Publish draft {draft['draft']}, saved by {draft['saved_by']}?"
        if not yes:
            typer.confirm(question, abort=True)
        seen = {"draft": draft["draft"], "version": draft["version"]}
        published = ask("POST", f"{_address(flow)}/publish", seen)
        if published["version"] == draft["version"]:
            say(f"The draft held nothing new: version {draft['version']} of {flow} stays in force.")
        else:
            say(f"Version {published['version']} of {flow} is in force.")


@flow_app.command("roll-back")
def roll_back(
    flow: FlowArgument,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="The version to go back to.")],
    yes: YesOption = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Publish what an earlier version held, as a new version."""
    with plain_sentences():
        ask = _server(config, demo)
        in_force = ask("GET", f"{_address(flow)}")["version"]
        earlier = ask("GET", f"{_address(flow)}/versions/{version}")
        _tell_who_waits(ask, flow, in_force)
        if not yes:
            typer.confirm(f"Go back to version {version} of {earlier['published_at']}?", abort=True)
        body = {"version": version, "seen_version": in_force}
        published = ask("POST", f"{_address(flow)}/roll-back", body)
        say(f"Version {published['version']} of {flow} is in force, with the content of {version}.")
        _tell_what_is_wrong(published)


@flow_app.command()
def discard(
    flow: FlowArgument,
    yes: YesOption = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Throw the draft of a flow away; what is in force stays."""
    with plain_sentences():
        ask = _server(config, demo)
        draft = ask("GET", f"{_address(flow)}/draft")
        if not yes:
            question = f"Throw draft {draft['draft']} away, saved by {draft['saved_by']}?"
            typer.confirm(question, abort=True)
        ask("DELETE", f"{_address(flow)}/draft?seen_draft={draft['draft']}")
        say(f"Draft {draft['draft']} of {flow} is gone.")


@flow_app.command()
def holidays(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Two letters, such as FR.")],
    year: Annotated[int, typer.Argument(metavar="YEAR", min=2000, max=2100)],
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Propose the national holidays of a country and year, for special dates."""
    with plain_sentences():
        address = f"/holidays/{quote(country, safe='')}/{year}"
        print_rows(_server(config, demo)("GET", address), as_json=as_json)


def _server(config: Path | None, demo: bool) -> Ask:
    """Give what asks the running server: method, path, and a body where there is one."""
    return partial(ask_running_server, load_settings(config, demo=demo))


def _address(flow: str) -> str:
    return f"/flows/{quote(flow, safe='')}"


def _seen(ask: Ask, flow: str) -> dict[str, int]:
    drafts = {each["flow_id"]: each for each in ask("GET", "/flow-drafts")}
    if flow in drafts:
        return {"draft": drafts[flow]["draft"], "version": drafts[flow]["version"]}
    return {"draft": 0, "version": ask("GET", f"{_address(flow)}")["version"]}


def _tell_who_waits(ask: Ask, flow: str, version: int) -> None:
    """Say what happens to those waiting (R4)."""
    if not version:
        return
    waiting = ask("GET", f"{_address(flow)}")["waiting"]
    say(
        f"{waiting['calls']} callers and {waiting['callbacks']} callbacks are on their way through "
        f"{flow}: they stay in the version that took them in. Calls from now on take the new one."
    )


def _tell_what_is_wrong(shown: dict[str, Any]) -> None:
    for kind in ("problems", "warnings"):
        found = shown.get(kind, ())
        if found:
            complain(f"{len(found)} {kind}:")
        for problem in found:
            complain(problem_line(problem))


def _read(file: Path) -> dict[str, Any]:
    try:
        wanted = json.loads(file.read_text())
    except OSError as failure:
        raise CannotStart(f"{file} cannot be read ({failure.strerror}).") from failure
    except ValueError as wrong:
        raise CannotStart(f"{file} is not JSON ({wrong}).") from wrong
    if not isinstance(wanted, dict):
        raise CannotStart(f"{file} is not what `ringback flow show` prints.")
    return wanted


def _written(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
