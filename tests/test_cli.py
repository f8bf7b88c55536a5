"""The command line, run as people run it: what it prints, and how it ends."""

import json
import re
import resource
from pathlib import Path

import pytest

from tests.served import ringback, serving

SETTINGS_WRONG, JOURNAL_FAILED, CANNOT_START, NOT_COMPLETED = 2, 3, 4, 5
CALLER = "%2B442079460555"
PORT = "RINGBACK_HTTP__PORT"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_demo_tells_a_journey_that_ends_completed(data: Path) -> None:
    """Everything told comes from the facts of that run."""
    ran = ringback("demo", data=data)

    assert ran.returncode == 0, ran.stderr
    assert "presses *" in ran.stdout
    assert ran.stdout.strip().endswith("The callback ended: completed.")


def test_demo_fails_when_the_callback_is_not_completed(data: Path) -> None:
    """R32: a busy customer is not reached, and the exit code says so."""
    ran = ringback("demo", "--customer", "is-busy", data=data)

    assert ran.returncode == NOT_COMPLETED
    assert "The callback ended: not_reached: customer_busy." in ran.stdout


def test_wrong_setting_is_one_sentence_and_an_exit_code(data: Path) -> None:
    """No stack trace for what an operator can put right."""
    ran = ringback("serve", data=data, RINGBACK_PHONES="asterix")

    assert ran.returncode == SETTINGS_WRONG
    expected = "phones is 'asterix': it should be 'simulated' or 'asterisk'.\n"
    assert ran.stderr == expected


@pytest.mark.parametrize("command", ["serve", "asterisk start", "asterisk check"])
def test_data_directory_that_cannot_be_made_is_one_sentence(data: Path, command: str) -> None:
    """No stack trace for what an operator can put right; the sentence names the setting."""
    data.touch()
    settings = {"RINGBACK_DATA_DIRECTORY": f"{data}/below", "RINGBACK_HTTP__PORT": "0"}

    ran = ringback(*command.split(), data=data, **settings)

    assert ran.returncode == CANNOT_START
    assert ran.stderr == (
        f"The data directory {data}/below cannot be made (Not a directory). "
        "Set data_directory to a place where the user who runs Ringback may make one.\n"
    )


def test_home_of_nobody_is_a_wrong_setting(data: Path) -> None:
    """A user's name that is not known is told like any other mistake."""
    ran = ringback("serve", data=data, RINGBACK_DATA_DIRECTORY="~nobody-of-that-name/data")

    assert ran.returncode == SETTINGS_WRONG
    assert ran.stderr == (
        "data_directory is '~nobody-of-that-name/data': it names the home of a user who is not "
        "known.\n"
    )


def test_config_show_prints_what_is_in_force(data: Path) -> None:
    """Environment included, secrets masked."""
    ran = ringback("config", "show", data=data, RINGBACK_HTTP__TOKEN="very-secret")

    told = json.loads(ran.stdout)
    assert told["http"]["token"] == "********"
    assert told["data_directory"] == str(data)


def test_lists_say_when_there_is_no_journal_yet(data: Path) -> None:
    """Reading makes no file."""
    ran = ringback("callbacks", data=data)

    assert ran.returncode == CANNOT_START
    assert "There is no journal" in ran.stderr
    assert not data.exists()


def test_help_names_every_command(data: Path) -> None:
    """A newcomer finds the way without a manual."""
    ran = ringback("--help", data=data)

    assert ran.returncode == 0
    for command in ("serve", "demo", "calls", "callbacks", "config", "asterisk"):
        assert re.search(rf"^\W*{command}\b", ran.stdout, re.MULTILINE), command


def test_asterisk_stop_without_one_says_so(data: Path) -> None:
    """Only an Asterisk of ours is ever stopped."""
    ran = ringback("asterisk", "stop", data=data)

    assert ran.returncode == 0
    assert ran.stdout == "No Asterisk of ours is running.\n"


def test_asterisk_start_without_a_root_says_what_to_do(data: Path) -> None:
    """The sentence names the command that installs it."""
    settings = {"RINGBACK_ASTERISK__ROOT": str(data / "none"), "PATH": ""}

    ran = ringback("asterisk", "start", data=data, **settings)

    assert ran.returncode == CANNOT_START
    assert "ringback asterisk install" in ran.stderr


@pytest.mark.slow
def test_server_killed_comes_back_with_all_it_knew(data: Path) -> None:
    """Start, call, kill -9, start again, end politely; lists can be read all the while."""
    with serving("--demo", data=data) as first:
        first.ask("POST", f"/booth/phones/{CALLER}/dial", {"line_id": "london"})
        _until_listed(data)
        first.kill()

    with serving("--demo", data=data) as second:
        agents = second.ask("GET", "/agents")
        code, errors = second.end()

    [call] = json.loads(ringback("calls", "--demo", "--json", data=data).stdout)
    assert first.token == second.token
    online = {agent["id"] for agent in agents if agent["status"] == "online"}
    assert online == {"lea", "tom", "ines"}
    assert code == 0, errors
    assert call["customer"] == "+442079460555"
    assert call["line"] == "London"
    assert call["ending"] == "system_fault"


@pytest.mark.slow
def test_account_settings_are_changed_in_the_running_server(data: Path) -> None:
    """Each change leaves the others as they are, and the journal has it afterwards."""
    with serving("--demo", data=data) as server:
        port = {PORT: server.address.rpartition(":")[2]}
        option = ("--ring-outs-in-row-max", "5")
        ran = ringback("account", "set", *option, "--demo", "--json", data=data, **port)
        in_force = server.ask("GET", "/account/settings")

    shown = ringback("account", "show", "--demo", "--json", data=data)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == in_force
    assert in_force["ring_outs_in_row_max"] == 5
    assert json.loads(shown.stdout)["ring_outs_in_row_max"] == 5


def test_account_settings_need_a_running_server(data: Path) -> None:
    """The sentence says what to do."""
    ran = ringback("account", "set", "--ring-outs-in-row-max", "5", data=data, **{PORT: "9"})

    assert ran.returncode == CANNOT_START
    assert "start it with `ringback serve`" in ran.stderr


@pytest.mark.slow
def test_second_server_on_the_same_data_is_refused(data: Path) -> None:
    """S22: one writer; the sentence says what to do."""
    with serving(data=data):
        ran = ringback("serve", data=data, RINGBACK_HTTP__PORT="0")

    assert ran.returncode == JOURNAL_FAILED
    assert len(ran.stderr.strip().splitlines()) == 1


@pytest.mark.slow
def test_address_in_use_is_refused_before_anything_is_begun(data: Path, tmp_path: Path) -> None:
    """The sentence names the settings to change."""
    other = tmp_path / "other"
    with serving(data=data) as server:
        port = server.address.rpartition(":")[2]
        ran = ringback("serve", data=other, RINGBACK_HTTP__PORT=port)

    assert ran.returncode == CANNOT_START
    assert "Set http.host and http.port" in ran.stderr
    assert not (other / "ringback.db").exists()


@pytest.mark.slow
def test_full_disk_ends_the_server_with_a_sentence(data: Path) -> None:
    """Any I/O error on the journal ends the process: wrong is worse than down."""
    with serving("--demo", data=data) as server:
        size = (data / "demo" / "ringback.db-wal").stat().st_size
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, size))
        answer = server.ask("PUT", "/agents/tom/status", {"status": "do-not-disturb"})
        code, errors = server.wait()

    assert code == JOURNAL_FAILED, errors
    assert "error" in answer
    assert "Traceback" not in errors


def _until_listed(data: Path) -> None:
    for _ in range(20):
        if json.loads(ringback("calls", "--demo", "--json", data=data).stdout):
            return
    raise AssertionError("the call did not reach the journal in time")
