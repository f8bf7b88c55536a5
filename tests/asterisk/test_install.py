"""Installing a private root, with a stand-in for mmdebstrap."""

import os
from pathlib import Path

import pytest

from ringback.telephony.asterisk.install import InstallRefused, default_root, install
from ringback.telephony.asterisk.private_asterisk import (
    AsteriskUnavailable,
    find_program,
    parse_version,
    version_in,
)

GOOD = "22.10.1+dfsg+~cs6.17.60671434-1"
PREPARE = 'for last; do :; done; mkdir -p "$last/var/lib/dpkg"; '


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of programs that comes first on the PATH."""
    directory = tmp_path / "tools"
    directory.mkdir()
    monkeypatch.setenv("PATH", f"{directory}:/usr/bin:/bin")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return directory


def mmdebstrap(tools: Path, *, version: str = GOOD, then: str = "") -> None:
    status = f"Package: asterisk\\nStatus: install ok installed\\nVersion: 1:{version}\\n"
    _script(
        tools / "mmdebstrap", f"{PREPARE}printf '{status}' > \"$last/var/lib/dpkg/status\"; {then}"
    )


def test_a_root_is_built_beside_its_place_and_put_there(tools: Path, tmp_path: Path) -> None:
    """Nothing half-built is ever found under the final name."""
    mmdebstrap(tools)
    said: list[str] = []

    install(tmp_path / "cache" / "root", said.append)

    assert version_in(tmp_path / "cache" / "root") == (22, 10, 1)
    assert sorted(file.name for file in (tmp_path / "cache").iterdir()) == ["root", "root.lock"]
    assert "22.10.1 is installed" in said[-1]


def test_a_good_root_is_left_alone(tools: Path, tmp_path: Path) -> None:
    """Installing twice downloads once."""
    mmdebstrap(tools)
    install(tmp_path / "root", lambda _: None)
    _script(tools / "mmdebstrap", "exit 1")
    said: list[str] = []

    install(tmp_path / "root", said.append)

    assert len(said) == 1


def test_an_interrupted_installation_is_begun_anew(tools: Path, tmp_path: Path) -> None:
    """A failed download tells the last words of the tool and does not hinder the next try."""
    _script(tools / "mmdebstrap", f"{PREPARE}echo broken pipe >&2; exit 1")
    with pytest.raises(InstallRefused, match="broken pipe") as caught:
        install(tmp_path / "root", lambda _: None)
    mmdebstrap(tools)

    install(tmp_path / "root", lambda _: None)

    assert caught.value.code == "download-failed"
    assert version_in(tmp_path / "root") == (22, 10, 1)
    assert not (tmp_path / "root.building").exists()


def test_an_old_root_is_replaced(tools: Path, tmp_path: Path) -> None:
    """A release before 22.10.1 is refused, and what lay there gives way to a good one."""
    mmdebstrap(tools, version="22.9.0-1")
    with pytest.raises(InstallRefused) as caught:
        install(tmp_path / "root", lambda _: None)
    (tmp_path / "root").mkdir()
    mmdebstrap(tools)

    install(tmp_path / "root", lambda _: None)

    assert caught.value.code == "version-too-old"
    assert version_in(tmp_path / "root") == (22, 10, 1)


def test_without_mmdebstrap_the_message_says_how_to_get_it(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message holds the command that helps."""
    monkeypatch.setenv("PATH", str(tools))

    with pytest.raises(InstallRefused, match="apt install mmdebstrap") as caught:
        install(tmp_path / "root", lambda _: None)

    assert caught.value.code == "mmdebstrap-missing"


def test_who_is_not_root_is_refused(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without root's rights the installation ends with a code of its own."""
    mmdebstrap(tools)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(InstallRefused) as caught:
        install(tmp_path / "root", lambda _: None)

    assert caught.value.code == "not-root"


def test_two_installations_at_once_are_refused(tools: Path, tmp_path: Path) -> None:
    """The second one is told that another is under way."""
    mmdebstrap(tools)
    caught: list[InstallRefused] = []

    def interfere(_: str) -> None:
        with pytest.raises(InstallRefused) as refused:
            install(tmp_path / "root", lambda _: None)
        caught.append(refused.value)
        raise ExitedEarly

    (tmp_path / "root.building").mkdir()
    with pytest.raises(ExitedEarly):
        install(tmp_path / "root", interfere)

    assert [refusal.code for refusal in caught] == ["in-progress"]


def test_the_machines_own_asterisk_is_preferred_when_recent(tools: Path, tmp_path: Path) -> None:
    """A recent Asterisk of the machine needs no private root."""
    _script(tools / "asterisk", "echo 'Asterisk 22.11.0'")

    program = find_program(tmp_path / "root")

    assert (program.version, program.root) == ((22, 11, 0), None)


@pytest.mark.parametrize("own", ["echo 'Asterisk 20.6.0'", "exit 1"])
def test_an_own_asterisk_too_old_and_no_root_says_what_to_do(
    tools: Path, tmp_path: Path, own: str
) -> None:
    """The message names the command that installs a good one."""
    _script(tools / "asterisk", own)

    with pytest.raises(AsteriskUnavailable, match="ringback asterisk install"):
        find_program(tmp_path / "root")


def test_versions_are_compared_as_numbers() -> None:
    """22.10 comes after 22.9, whatever a distribution adds, and no version is a version too few."""
    assert parse_version("Asterisk 22.10.1+dfsg") == (22, 10, 1)
    assert parse_version("22.9.0~rc1") == (22, 9, 0)
    assert parse_version("SVN-trunk") is None


def test_the_root_is_named_by_the_environment() -> None:
    """Without a wish of the user's, the root lies in the cache."""
    assert default_root({"RINGBACK_ASTERISK_ROOT": "/srv/root"}) == Path("/srv/root")
    assert default_root({}).parts[-3:] == (".cache", "ringback", "asterisk-root")


class ExitedEarly(Exception):
    """The installation was interrupted by the test."""


def _script(file: Path, text: str) -> None:
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
