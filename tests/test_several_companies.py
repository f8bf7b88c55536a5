"""Several companies in one installation: their settings, their commands, and one server for all."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from ringback.bootstrap.asterisk_phones import takes_call
from ringback.bootstrap.kept_files import KeptFiles
from ringback.config.loading import SettingsWrong, load_installation, load_settings
from tests.served import ringback, serving

COMPANY = """
[[agents]]
id = "lea"
name = "Léa"
{username}
[[teams]]
id = "sales"
name = "Sales"
members = ["lea"]
[[flows]]
id = "main"
name = "Main"
first = "sales"
[[flows.steps]]
kind = "ring"
id = "sales"
team = "sales"
next = "end"
[[flows.steps]]
kind = "hang-up"
id = "end"
[[lines]]
id = "sales"
number = "{number}"
name = "Sales"
country = "FR"
flow = "main"
"""
NAMED = '[[companies]]\nid = "acme"\nfile = "acme.toml"\n'
OURS, THEIRS = "+33199001000", "+33199002000"


def write(folder: Path, *, number: str = THEIRS, username: str = "", named: str = NAMED) -> Path:
    """Write an installation with two companies, alike but for the number."""
    given = f'username = "{username}"' if username else ""
    (folder / "acme.toml").write_text(COMPANY.format(number=number, username=given))
    file = folder / "ringback.toml"
    named = f'data_directory = "{folder / "data"}"\n{named}'
    file.write_text(named + COMPANY.format(number=OURS, username=""))
    return file


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RINGBACK_COMPANY", raising=False)


def problems(file: Path) -> tuple[str, ...]:
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(file)
    return wrong.value.problems


# ---- settings ----------------------------------------------------------------------------


def test_each_company_has_settings_of_its_own_and_shares_the_rest(tmp_path: Path) -> None:
    """S24: another folder for its files; the store and the phone system are the installation's."""
    ours, theirs = load_installation(write(tmp_path)).every_company

    assert (ours.account_id, theirs.account_id) == ("main", "acme")
    assert theirs.data == ours.data / "companies" / "acme"
    assert theirs.journal_path == ours.journal_path
    assert theirs.access.company == "acme"
    assert [line.number for line in theirs.lines] == [THEIRS]
    assert theirs.every_company == (ours, theirs)


def test_company_is_named_for_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By one variable; whatever is done with all of them takes no name."""
    file = write(tmp_path)
    monkeypatch.setenv("RINGBACK_COMPANY", "acme")

    assert load_settings(file).account_id == "acme"
    with pytest.raises(SettingsWrong, match="whole installation"):
        load_installation(file)
    monkeypatch.setenv("RINGBACK_COMPANY", "nobody")
    assert problems(file) == ("There is no company 'nobody'; there are: main, acme.",)


def test_number_of_two_companies_is_refused(tmp_path: Path) -> None:
    """A called number says whose call it is."""
    assert problems(write(tmp_path, number=OURS)) == (
        f"lines of all companies has '{OURS}' twice.",
    )


def test_phone_of_two_companies_is_refused(tmp_path: Path) -> None:
    """The name with which a phone logs in says whose it is."""
    assert problems(write(tmp_path, username="lea")) == (
        "phones of all companies has 'lea' twice.",
    )


@pytest.mark.parametrize("company_id", ["main", "acme"])
def test_id_of_two_companies_is_refused(tmp_path: Path, company_id: str) -> None:
    """`main` is the installation's own."""
    named = NAMED + NAMED.replace('"acme"', f'"{company_id}"')

    told = problems(write(tmp_path, named=named))

    assert f"companies has '{company_id}' twice." in told


def test_mistake_in_a_companys_file_is_told_with_its_company(tmp_path: Path) -> None:
    """What is the installation's is no setting there."""
    file = write(tmp_path)
    (tmp_path / "acme.toml").write_text('data_directory = "/elsewhere"\n')

    [told] = problems(file)

    assert told.startswith("company acme: data_directory is not a setting; known here are: access,")


def test_file_of_a_company_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With the path at which it was looked for."""
    file = write(tmp_path)
    (tmp_path / "acme.toml").unlink()

    assert problems(file) == (
        f"{tmp_path / 'acme.toml'} cannot be read: No such file or directory.",
    )


def test_called_number_says_whose_call_it_is(tmp_path: Path) -> None:
    """However it is written; what is nobody's is the installation's own, who refuses it."""
    ours, theirs = load_installation(write(tmp_path)).every_company

    for dialled, is_theirs in (
        (OURS, False),
        (THEIRS, True),
        ("0199002000", True),
        ("33199002000", True),
        ("0199003000", False),
        ("s", False),
    ):
        assert takes_call(theirs, dialled) is is_theirs, dialled
        assert takes_call(ours, dialled) is not is_theirs, dialled


def test_files_of_a_company_are_looked_through_without_anothers(tmp_path: Path) -> None:
    """S24: who erases a customer is not told that another company knows the number."""
    ours, theirs = load_installation(write(tmp_path)).every_company
    for settings in (ours, theirs):
        (settings.data / "voicemails").mkdir(parents=True)
        (settings.data / "voicemails" / "a.wav").touch()
    ours.journal_path.touch()

    found = [
        [str(path.relative_to(ours.data)) for path in KeptFiles(each).everything()]
        for each in (ours, theirs)
    ]

    assert found == [["voicemails/a.wav"], ["companies/acme/voicemails/a.wav"]]


# ---- one server --------------------------------------------------------------------------


def listed(data: Path) -> dict[str, dict[str, Any]]:
    rows = ringback("company", "list", "--json", data=data)
    assert rows.returncode == 0, rows.stderr
    return {row["id"]: row for row in json.loads(rows.stdout)}


def test_companies_come_back_after_a_crash_and_one_is_removed(tmp_path: Path) -> None:
    """S24, S21: beside each other in one file; what is removed leaves the other as it was."""
    data, port = tmp_path / "data", {"RINGBACK_HTTP__PORT": "0"}
    file = write(tmp_path)
    owner = ("user", "add", "o@acme.example", "--name", "Olga", "--role", "owner")
    with serving(data=data) as server:
        made = ringback("--company", "acme", *owner, data=data, **port)
        beside = ringback("user", "list", data=data, **port)
        server.process.send_signal(signal.SIGKILL)
    with serving(data=data) as server:
        after = ringback("--company", "acme", "user", "list", "--json", data=data, **port)
        agents = server.ask("GET", "/agents")
        _, log = server.end()
    before = listed(data)
    refused = ringback("company", "remove", "acme", "--yes", data=data)
    file.write_text(COMPANY.format(number=OURS, username=""))
    unsure = ringback("company", "remove", "acme", data=data)
    removed = ringback("company", "remove", "acme", "--yes", data=data)
    left = listed(data)

    assert made.returncode == 0, made.stderr
    assert beside.stdout == "There are none.\n"
    assert [user["email"] for user in json.loads(after.stdout)] == ["o@acme.example"]
    assert [agent["id"] for agent in agents] == ["lea"]
    assert "account=acme" in log
    assert before["acme"]["users"] == 1
    assert (refused.returncode, unsure.returncode, removed.returncode) == (4, 1, 0)
    assert not (data / "companies" / "acme").exists()
    assert left == {"main": before["main"]}
    assert b"o@acme.example" not in (data / "ringback.db").read_bytes()


def test_backup_holds_every_company(tmp_path: Path) -> None:
    """What was deleted since comes back, with the files of each; callbacks are halted in each."""
    data = tmp_path / "data"
    write(tmp_path)
    with serving(data=data) as server:
        server.end()
    applied = data / "companies" / "acme" / "company-applied.json"
    kept = applied.read_text()
    made = ringback("backup", "b.zip", data=data)
    applied.unlink()
    restored = ringback("restore", "b.zip", "--replace", data=data)
    with serving(data=data) as server:
        ours = server.ask("GET", "/health")
        named = ringback("--company", "acme", "resume", data=data, RINGBACK_HTTP__PORT="0")
        still = server.ask("GET", "/health")

    assert made.returncode == restored.returncode == named.returncode == 0, restored.stderr
    assert applied.read_text() == kept
    assert ours["callbacks_halted"] is still["callbacks_halted"] is True


def test_doctor_looks_every_company_over(tmp_path: Path) -> None:
    """A line, a message or a halt of any company; each sentence says whose it is."""
    data, port = tmp_path / "data", {"RINGBACK_HTTP__PORT": "0"}
    write(tmp_path)
    (tmp_path / "acme.toml").write_text("")

    with serving(data=data):
        halted = ringback("--company", "acme", "halt", data=data, **port)
        done = ringback("doctor", "--json", data=data, **port)

    assert halted.returncode == 0, halted.stderr
    told = {(one["code"], one["sentence"].partition(":")[0]) for one in json.loads(done.stdout)}
    assert ("no-lines", "Company acme") in told
    assert ("callbacks-halted", "Company acme") in told
    assert ("own-messages", "Company main") in told
    assert ("own-messages", "Company acme") in told
    assert not {("no-lines", "Company main"), ("callbacks-halted", "Company main")} & told
