"""The users' documents name every setting, command, address and code, and no other."""

import ast
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from fastapi import APIRouter
from pydantic import BaseModel
from typer.testing import CliRunner

from ringback import cli
from ringback.api import live, routes
from ringback.api.errors import MEANINGS, error_answer
from ringback.api.events import NAMES
from ringback.api.live_messages import AskTime, Hello, Here, live_schema
from ringback.api.sockets import CLOSE_CODES
from ringback.bootstrap import terminal
from ringback.config.loading import SettingsWrong, check_settings
from ringback.config.settings import Settings
from ringback.ports import PhoneSystemState
from ringback.telephony.asterisk import check
from ringback.telephony.asterisk.configuration import AsteriskSettings, configuration_texts
from tests.documented_settings import SECTIONS, rows

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
VARIABLE = re.compile(r"\bRINGBACK_[A-Z][A-Z_]*[A-Z]\b")
COMMANDS = (
    "serve",
    "demo",
    "simulate",
    "export",
    "contact",
    "customer export",
    "customer erase",
    "retention",
    "analytics",
    "schema",
    "calls",
    "voicemails",
    "callbacks",
    "cancel-pending",
    "halt",
    "resume",
    "account show",
    "account set",
    "what-if",
    "flow list",
    "flow versions",
    "flow show",
    "flow save",
    "flow publish",
    "flow roll-back",
    "flow discard",
    "flow holidays",
    "backup",
    "restore",
    "records rebuild",
    "migrate",
    "message add",
    "message say",
    "message list",
    "message rename",
    "message remove",
    "tag list",
    "tag set",
    "tag archive",
    "tag unarchive",
    "webhook add",
    "webhook list",
    "webhook log",
    "webhook test",
    "webhook replay",
    "webhook pause",
    "webhook resume",
    "webhook rotate-secret",
    "webhook remove",
    "user add",
    "user list",
    "user reset-password",
    "user deactivate",
    "user activate",
    "api-key add",
    "api-key list",
    "api-key revoke",
    "doctor",
    "company list",
    "company remove",
    "config show",
    "asterisk install",
    "asterisk check",
    "asterisk start",
    "asterisk run",
    "asterisk stop",
)


def document(name: str) -> str:
    return (DOCS / name).read_text()


def section(text: str, heading: str) -> str:
    """Give what stands under a heading, up to the next one of its level or above."""
    level = heading.split(" ")[0]
    found = re.search(
        rf"^{re.escape(heading)}\n(.*?)(?=^#{{2,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found is not None, f"the document has no heading {heading!r}"
    return found[1]


def first_cells(text: str) -> list[str]:
    """Give what stands in backticks at the beginning of each row of a table."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


# ---- settings ----------------------------------------------------------------------------


@pytest.mark.parametrize("heading", SECTIONS)
def test_each_setting_stands_in_the_document_as_it_is(heading: str) -> None:
    """Name, values and default are those of the model; the meaning is not empty."""
    under_it = re.search(
        rf"^###? {re.escape(heading)}\n(.*?)(?=^##|\Z)",
        document("configuration.md"),
        re.MULTILINE | re.DOTALL,
    )
    assert under_it is not None
    told = [line for line in under_it[1].splitlines() if line.startswith("| `")]
    expected = list(rows(SECTIONS[heading]))

    assert [line[: len(row)] for line, row in zip(told, expected, strict=True)] == expected
    assert all(len(line) > len(row) + 2 for line, row in zip(told, expected, strict=True))


def test_every_model_of_the_settings_has_its_section() -> None:
    """A section that is added to the settings cannot be forgotten in the document."""
    known = {model.__name__ for model in SECTIONS.values()}

    assert {name for name in _models_in(Settings) if not name[0].islower()} == known


def _models_in(model: type[BaseModel]) -> set[str]:
    definitions = model.model_json_schema()["$defs"]
    return {model.__name__} | {
        name for name, schema in definitions.items() if schema["type"] == "object"
    }


@pytest.mark.parametrize("name", ["getting-started.md", "asterisk.md"])
def test_each_example_of_a_settings_file_is_understood(name: str) -> None:
    """Who copies an example gets no complaint."""
    examples = re.findall(r"```toml\n(.*?)```", document(name), re.DOTALL)

    assert examples
    for example in examples:
        try:
            check_settings(tomllib.loads(example))
        except SettingsWrong as wrong:
            pytest.fail(f"{wrong}\n{example}")


def test_variables_in_documents_are_read_by_somebody() -> None:
    """No document names a variable that is neither a setting nor read anywhere."""
    settings = {f"RINGBACK_{name.upper()}" for name in Settings.model_fields}
    sources = [
        path.read_text()
        for folder in ("src", "tests", "bench")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__)
    ]
    named = {
        variable
        for path in [*ROOT.glob("*.md"), *DOCS.glob("*.md")]
        for variable in VARIABLE.findall(path.read_text())
    }

    unread = {
        variable
        for variable in named
        if variable.split("__")[0] not in settings
        and not any(f'"{variable}"' in source for source in sources)
    }
    assert not unread


def test_variables_of_the_tests_may_be_set_when_ringback_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each is read by a test, and none is taken for a setting that does not exist."""
    sources = [path.read_text() for path in (ROOT / "tests").rglob("*.py")]
    documented = first_cells(section(document("testing.md"), "## Environment variables"))
    for_tests = [name for name in documented if name.startswith("TEST_")]

    assert documented == ["CI", "RINGBACK_ASTERISK_ROOT", *for_tests]
    for name in documented:
        monkeypatch.setenv(name, "1")
    check_settings({})
    unread = [name for name in for_tests if not any(f'"{name}"' in text for text in sources)]
    assert not unread


# ---- the command line --------------------------------------------------------------------


def test_each_command_has_its_heading() -> None:
    """The document has the commands of the program, and no other."""
    headings = re.findall(r"^## `ringback ([^`]+)`$", document("command-line.md"), re.MULTILINE)

    assert headings == list(COMMANDS)
    assert set(COMMANDS) == set(_commands(typer.main.get_command(cli.app), ()))


def _commands(command: object, path: tuple[str, ...]) -> Iterator[str]:
    inner: Mapping[str, object] | None = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(path)
        return
    for name, each in inner.items():
        yield from _commands(each, (*path, name))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_documented_as_its_help_says(command: str) -> None:
    """The sentence of `--help` opens the section; the options are all there, and no other."""
    shown = CliRunner().invoke(cli.app, [*command.split(), "--help"], env={"COLUMNS": "200"})
    text = section(document("command-line.md"), f"## `ringback {command}`")

    options = set(re.findall(r"^\W*(--[a-z-]+)", shown.output, re.MULTILINE)) - {"--help"}
    sentence = shown.output.split("Usage:")[1].splitlines()[2].strip(" .")
    assert text.strip().startswith(sentence)
    assert set(first_cells(text)) == options


@pytest.mark.parametrize("command", ["", *_commands(typer.main.get_command(cli.app), ())])
def test_help_shows_every_word_that_was_written_for_it(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in a text is taken for markup and vanishes, in the tables of Rich or without."""
    monkeypatch.setenv("COLUMNS", "400")
    found: Any = typer.main.get_command(cli.app)
    for name in command.split():
        found = found.commands[name]

    shown = " ".join(CliRunner().invoke(cli.app, [*command.split(), "--help"]).output.split())

    written = [found.help, *(getattr(each, "help", None) for each in found.params)]
    written += [each.help for each in getattr(found, "commands", {}).values()]
    lost = [text for text in written if text and " ".join(text.split()) not in shown]
    assert not lost


def test_each_exit_code_of_a_command_is_explained() -> None:
    """Beside success and the ordinary failure there are those which the program names."""
    told = re.findall(r"^\| (\d+) \|", document("command-line.md"), re.MULTILINE)
    named = [
        value
        for name, value in vars(terminal).items()
        if name.isupper() and isinstance(value, int) and value
    ]

    assert list(map(int, told)) == [0, 1, *sorted(named)]


# ---- the API -----------------------------------------------------------------------------


def test_each_operation_of_the_api_is_listed() -> None:
    """Method and address of every route, and of nothing else."""
    told = re.findall(
        r"^\| ([A-Z]+) \| `([^`]+)` \|",
        section(document("api.md"), "## Operations"),
        re.MULTILINE,
    )
    beside_the_routes = {("GET", "/api/v1/live/schema"), ("GET", "/api/v1/openapi.json")}

    assert len(told) == len(set(told))
    assert set(told) == set(_operations()) | beside_the_routes


def _operations() -> Iterator[tuple[str, str]]:
    for found in pkgutil.iter_modules(routes.__path__):
        module = importlib.import_module(f"{routes.__name__}.{found.name}")
        for name, prefix in (("router", "/api/v1"), ("open_router", "")):
            router = getattr(module, name, None)
            if isinstance(router, APIRouter) and router.include_in_schema:
                for route in router.routes:
                    path = str(getattr(route, "path", "")).replace(":path", "")
                    for method in getattr(route, "methods", ()):
                        yield method, prefix + path


def test_each_code_has_a_heading_with_its_status_and_sentence() -> None:
    """What an error's `docs` says is found in the document under the same name."""
    told = re.findall(
        r"^### `([^`]+)`\n\n(\d+)\. (.*)$", section(document("api.md"), "## Codes"), re.MULTILINE
    )

    assert told == [
        (code.value, str(meaning.status), meaning.sentence) for code, meaning in MEANINGS.items()
    ]


def test_docs_of_each_error_lead_to_its_code() -> None:
    """The address in an answer ends with the code that heads its explanation."""
    headings = re.findall(r"^### `([^`]+)`$", document("api.md"), re.MULTILINE)

    led_to = [error_answer(code).error.docs.rpartition("/")[2] for code in MEANINGS]

    assert led_to == headings


def test_each_live_message_and_event_is_named() -> None:
    """Messages in both directions, the numbers of closing, the names of events."""
    text = section(document("api.md"), "## Live messages")
    names = [
        name for name, place in re.findall(r"^\| `([^`]+)` \| (the \w+) \|", text, re.MULTILINE)
    ]
    schema = live_schema()
    sent = [
        schema["$defs"][each["$ref"].rpartition("/")[2]]["properties"]["type"]["const"]
        for each in schema["oneOf"]
    ]
    received = [
        model.model_json_schema()["properties"]["type"]["const"] for model in (Hello, Here, AskTime)
    ]
    numbers = {int(number) for number in re.findall(r"^\| (\d{4}) \|", text, re.MULTILINE)}

    assert sorted(names) == sorted(sent + received)
    assert numbers == {*CLOSE_CODES.values(), live.TOO_SLOW, live.SILENT}
    assert set(NAMES.values()) <= set(re.findall(r"`([^`]+)`", text))


# ---- Asterisk ----------------------------------------------------------------------------


def test_each_state_of_the_phone_system_is_explained() -> None:
    """The health never shows a word that cannot be looked up."""
    told = first_cells(section(document("asterisk.md"), "## What the health says"))

    assert told == [state.value for state in PhoneSystemState]


def test_each_finding_of_the_check_is_explained() -> None:
    """Codes of the check and of the document are the same."""
    told = set(first_cells(section(document("asterisk.md"), "## What the check finds")))
    calls = (
        node
        for node in ast.walk(ast.parse(Path(check.__file__).read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding"
    )
    given = {_code(call.args[1]) for call in calls}

    assert told == given


def _code(argument: ast.expr) -> str:
    """Write what varies in a code as an ellipsis."""
    if isinstance(argument, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "…" for part in argument.values)
        return "".join(map(str, parts))
    return str(ast.literal_eval(argument))


def test_the_pieces_for_an_own_asterisk_are_those_we_write() -> None:
    """What an own Asterisk needs stands line by line in the files of the private one."""
    written = configuration_texts(
        Path("/etc/ringback"),
        AsteriskSettings(
            app="ringback",
            ari_user="ringback",
            ari_password="the-password-of-ari.conf",
            http_port=8088,
            sip_port=5060,
            rtp_ports=(10_000, 19_999),
            state_directory=Path("/var/lib/ringback"),
            music_directory=Path("/srv/music"),
        ),
    )
    pieces = re.findall(
        r"^`([a-z]+\.conf)`[^\n]*\n\n```ini\n(.*?)```",
        document("asterisk.md"),
        re.MULTILINE | re.DOTALL,
    )

    assert len(pieces) == 6
    for name, piece in pieces:
        assert set(piece.splitlines()) <= set(written[name].splitlines()), name
