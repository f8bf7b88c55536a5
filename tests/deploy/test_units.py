"""The systemd units: they start commands there are, with settings there are, and hold together."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ringback import cli
from ringback.bootstrap import terminal
from ringback.config.settings import Settings

SYSTEMD = Path(__file__).parents[2] / "deploy" / "systemd"
UNITS = sorted(SYSTEMD.glob("*.service"))
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here"
)


def sections(file: Path) -> dict[str, list[tuple[str, str]]]:
    """Read a unit, in which a name may stand more than once."""
    found: dict[str, list[tuple[str, str]]] = {}
    name = ""
    for line in file.read_text().splitlines():
        if header := re.fullmatch(r"\[(\w+)\]", line):
            name = header[1]
        elif line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(name, []).append((key, value))
    return found


def values(file: Path, name: str) -> list[str]:
    return [value for key, value in sections(file)["Service"] if key == name]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_starts_a_command_with_settings_there_are(unit: Path) -> None:
    """A renamed command or setting would be noticed at the first start only."""
    [start] = values(unit, "ExecStart")
    program, *command = start.split()
    variables = [value.partition("=")[0] for value in values(unit, "Environment")]

    assert program == "/opt/ringback/bin/ringback"
    assert CliRunner().invoke(cli.app, [*command, "--help"]).exit_code == 0
    known = {"RINGBACK_CONFIG", *(f"RINGBACK_{name.upper()}" for name in Settings.model_fields)}
    assert {name.split("__")[0] for name in variables} <= known
    assert values(unit, "StateDirectory") == ["ringback"]
    assert "RINGBACK_DATA_DIRECTORY=/var/lib/ringback" in values(unit, "Environment")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_is_not_started_anew_on_what_needs_a_person(unit: Path) -> None:
    """Wrong settings and phones taken over by another server are no reason to try again."""
    [prevented] = values(unit, "RestartPreventExitStatus")

    assert [int(code) for code in prevented.split()] == [
        terminal.SETTINGS_WRONG,
        terminal.CANNOT_START,
    ]
    assert values(unit, "Restart") == ["on-failure"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_gives_no_rights_away(unit: Path) -> None:
    """No capability, no new privileges, nothing to write but the data."""
    assert values(unit, "CapabilityBoundingSet") == [""]
    assert values(unit, "NoNewPrivileges") == ["yes"]
    assert values(unit, "ProtectSystem") == ["strict"]
    assert values(unit, "User") == ["ringback"]
    assert values(unit, "UMask") == ["0077"]
    assert values(unit, "ConfigurationDirectoryMode") == ["0750"]


@needs_systemd
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    """Every name and value; the program is put where the units look for it, for the moment."""
    program = shutil.which("true")
    for unit in UNITS:
        text = unit.read_text().replace("/opt/ringback/bin/ringback", str(program))
        (tmp_path / unit.name).write_text(text)

    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    ours = [line for line in told.stderr.splitlines() if "ringback" in line]
    assert [line for line in ours if "Unknown" in line or "Failed to parse" in line] == []
    assert told.returncode == 0, told.stderr


def test_rights_for_a_private_root_stand_in_a_file_of_their_own() -> None:
    """Whoever does not need them does not have them."""
    parser = configparser.ConfigParser(strict=False)
    parser.read(SYSTEMD / "ringback-asterisk-root.conf")

    assert parser["Service"]["User"] == "root"
    assert parser["Service"]["StateDirectory"] == ""
