"""The text of the configuration files, and the values which may not enter them."""

import configparser
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.telephony.asterisk.configuration import (
    AsteriskSettings,
    configuration_texts,
    write_configuration,
)
from ringback.telephony.asterisk.patterns import UnsafeValue
from ringback.telephony.asterisk.provisioning import (
    DeskPhone,
    Trunk,
    desk_phone_objects,
    trunk_objects,
)

SETTINGS = AsteriskSettings(
    app="ringback",
    ari_user="ringback",
    ari_password="a-generated-password",
    http_port=8088,
    sip_port=5060,
    rtp_ports=(10000, 10100),
    state_directory=Path("/var/lib/ringback/asterisk"),
    music_directory=Path("/srv/ringback/music"),
)
DIRECTORY = Path("/etc/ringback/asterisk")
HOSTILE = [
    "a;b",
    "a\nb",
    "a\r\n[evil]",
    "${SHELL(id)}",
    'a"b',
    "a,b",
    "a=>b",
    "a b",
    "é",
    "",
    "a\x00",
    "x" * 2000,
    "a\n",
]


def section(text: str, name: str) -> dict[str, str]:
    parser = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=True)
    parser.read_string(text.replace("=>", "="))
    return dict(parser[name])


def test_ari_stays_on_loopback_with_its_own_user() -> None:
    """Nobody outside the machine can reach ARI, and a slow reader is not cut off."""
    texts = configuration_texts(DIRECTORY, SETTINGS)

    assert section(texts["http.conf"], "general")["bindaddr"] == "127.0.0.1"
    assert int(section(texts["http.conf"], "general")["sessionlimit"]) > 100
    assert section(texts["ari.conf"], "ringback")["password"] == "a-generated-password"
    assert int(section(texts["ari.conf"], "general")["websocket_write_timeout"]) >= 1000


def test_the_inbound_context_reaches_nothing_but_ringback() -> None:
    """A caller cannot dial out, run a program or have a text of theirs evaluated."""
    text = configuration_texts(DIRECTORY, SETTINGS)["extensions.conf"]

    for forbidden in ("Dial(", "include", "System(", "AGI(", "EVAL", "SHELL", "Goto(", "Local/"):
        assert forbidden not in text
    assert "EXTEN" not in text
    assert "CALLERID" not in text


def test_modules_are_listed_one_by_one() -> None:
    """Asterisk loads what is named and no module that runs programs."""
    text = configuration_texts(DIRECTORY, SETTINGS)["modules.conf"]

    assert "autoload = no" in text
    assert "app_system" not in text
    assert "func_shell" not in text


def test_files_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    """The generated passwords are in files that no other user of the machine can read."""
    write_configuration(tmp_path / "etc", SETTINGS)

    files = list((tmp_path / "etc").iterdir())
    assert {"ari.conf", "pjsip.conf", "sorcery.conf"} <= {file.name for file in files}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_writing_again_replaces_what_was_there(tmp_path: Path) -> None:
    """A changed setting is found in the file after the next start."""
    write_configuration(tmp_path, SETTINGS)

    write_configuration(tmp_path, replace(SETTINGS, http_port=8089))

    assert "bindport = 8089" in (tmp_path / "http.conf").read_text()


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("name", ["app", "ari_user", "ari_password"])
def test_a_hostile_setting_is_refused(name: str, hostile: str) -> None:
    """A name or password that would open a line, comment or expression is not written."""
    settings = replace(SETTINGS, **{name: hostile})  # type: ignore[arg-type]

    with pytest.raises(UnsafeValue):
        configuration_texts(DIRECTORY, settings)


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if text])
@pytest.mark.parametrize("name", ["state_directory", "music_directory"])
def test_a_hostile_directory_is_refused(name: str, hostile: str) -> None:
    """A path is held to the same rule as a name."""
    settings = replace(SETTINGS, **{name: Path("/srv") / hostile})  # type: ignore[arg-type]

    with pytest.raises(UnsafeValue):
        configuration_texts(DIRECTORY, settings)


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1\n", "1.2.3", "", "::1%eth0;x"])
@pytest.mark.parametrize("name", ["http_address", "sip_address"])
def test_what_is_not_an_address_is_refused(name: str, address: str) -> None:
    """To listen somewhere takes a plain IP address."""
    with pytest.raises(UnsafeValue):
        configuration_texts(DIRECTORY, replace(SETTINGS, **{name: address}))  # type: ignore[arg-type]


def test_ports_out_of_range_are_refused() -> None:
    """A port lies between 1 and 65535, and a range of ports is not turned around."""
    for changed in (
        replace(SETTINGS, http_port=0),
        replace(SETTINGS, sip_port=65536),
        replace(SETTINGS, rtp_ports=(10010, 10000)),
    ):
        with pytest.raises(UnsafeValue):
            configuration_texts(DIRECTORY, changed)


def test_nothing_is_written_when_a_setting_is_refused(tmp_path: Path) -> None:
    """One bad value leaves no half of a configuration behind."""
    with pytest.raises(UnsafeValue):
        write_configuration(tmp_path / "etc", replace(SETTINGS, app="a;b"))

    assert not (tmp_path / "etc").exists()


@pytest.mark.parametrize("hostile", [*HOSTILE, "Main", "trunk_main"])
def test_a_hostile_trunk_name_is_refused(hostile: str) -> None:
    """A trunk's name is lower-case letters, digits and dashes."""
    with pytest.raises(UnsafeValue):
        trunk_objects(Trunk(hostile, "192.0.2.1"), ("192.0.2.1",))


@pytest.mark.parametrize("hostile", [*HOSTILE, "a@b", "a:5060", "-;transport=tcp", "..", "::1%x;y"])
def test_a_hostile_trunk_host_is_refused(hostile: str) -> None:
    """A trunk's host brings no port, parameter or second address with it."""
    with pytest.raises(UnsafeValue):
        trunk_objects(Trunk("main", hostile), ("192.0.2.1",))


@pytest.mark.parametrize("hostile", [*HOSTILE, "0.0.0.0/33", "192.0.2.1/24", "host.example"])
def test_what_is_not_a_network_is_refused(hostile: str) -> None:
    """Where calls may come from is an address or a network, written in full."""
    with pytest.raises(UnsafeValue):
        trunk_objects(Trunk("main", "192.0.2.1"), (hostile,))


@pytest.mark.parametrize("hostile", [*HOSTILE, "0612345678", "+33612345678", "trunk-main", "-a"])
def test_a_phone_username_that_could_be_a_caller_or_trunk_is_refused(hostile: str) -> None:
    """No phone can be named so that a caller's number or the carrier would pass for it."""
    with pytest.raises(UnsafeValue):
        desk_phone_objects(DeskPhone("lea", hostile, "secret"))


@pytest.mark.parametrize("hostile", ["", "a b", "a\nb", "é", "x" * 200])
def test_a_hostile_phone_password_is_refused(hostile: str) -> None:
    """A password is 1 to 128 visible ASCII characters."""
    with pytest.raises(UnsafeValue):
        desk_phone_objects(DeskPhone("lea", "lea-phone", hostile))


@pytest.mark.parametrize("codecs", [(), ("alaw", "all"), ("alaw,ulaw",), ("!all",)])
def test_codecs_outside_the_list_are_refused(codecs: tuple[str, ...]) -> None:
    """A phone has at least one codec, each of them known and none of them 'all'."""
    with pytest.raises(UnsafeValue):
        desk_phone_objects(DeskPhone("lea", "lea-phone", "secret", codecs=codecs))


@given(st.text())
def test_whatever_passes_as_a_name_stands_alone_on_its_line(name: str) -> None:
    """Property: an accepted value never opens a line, a section, a comment or an expression."""
    try:
        text = configuration_texts(DIRECTORY, replace(SETTINGS, app=name))["extensions.conf"]
    except UnsafeValue:
        return
    usual = configuration_texts(DIRECTORY, SETTINGS)["extensions.conf"]
    assert text == usual.replace("Stasis(ringback,", f"Stasis({name},")


def test_an_ipv6_host_stands_in_brackets() -> None:
    """Its colons are not taken for a port, and its network stays as it was written."""
    objects = trunk_objects(Trunk("main", "2001:db8::1"), ("2001:db8::/32",))

    fields = {kind: fields for kind, _, fields in objects}
    assert fields["aor"]["contact"] == "sip:[2001:db8::1]:5060"
    assert fields["identify"]["match"] == "2001:db8::/32"


def test_secrets_stay_out_of_texts_about_settings() -> None:
    """Trunks, phones and settings may be logged without giving passwords away."""
    phone = DeskPhone("lea", "lea-phone", "secret-of-lea")
    trunk = Trunk("main", "192.0.2.1", username="u", password="secret-of-trunk")

    shown = f"{SETTINGS} {phone} {trunk}"

    assert "secret-of" not in shown
    assert "a-generated-password" not in shown
