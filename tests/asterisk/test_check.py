"""What the check says of a good Asterisk, and of one with something amiss."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk

from ringback.telephony.asterisk.check import CheckSettings, Finding, check
from ringback.telephony.asterisk.client import path

from .conftest import SPEECH
from .connections import ConnectedClient
from .fake_ari import FakeAri

GOOD_PROMPT = SPEECH / "prompts" / "en" / "apology_not_stored"


def troubles(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings if finding.level != "ok"]


async def until_nothing_is_left(client: ConnectedClient) -> None:
    for uri in (path("channels"), path("bridges")):
        await client.until_answered(uri, lambda answer: answer.ok and answer.json() == [])


@pytest.mark.phones
async def test_an_asterisk_of_ours_has_nothing_amiss(asterisk: RunningAsterisk) -> None:
    """Every point of the check is good on the configuration which Ringback writes itself."""
    findings = await check(CheckSettings(asterisk.ari_settings, prompts=(GOOD_PROMPT,)))

    assert troubles(findings) == []
    assert {"version", "modules", "dialplan", "music", "provisioning", "prompts"} <= {
        finding.code for finding in findings
    }


@pytest.mark.phones
async def test_the_check_leaves_nothing_behind_and_a_running_ringback_alone(
    asterisk: RunningAsterisk, client: ConnectedClient
) -> None:
    """The check ends its trial call and takes the application from nobody who is connected."""
    await check(CheckSettings(asterisk.ari_settings, prompts=(GOOD_PROMPT,)))

    await until_nothing_is_left(client)
    assert client.events == []
    assert len(client.states) == 2


@pytest.mark.phones
async def test_prompts_asterisk_cannot_read_are_named(asterisk: RunningAsterisk) -> None:
    """A prompt which Asterisk cannot open is reported with its path."""
    missing = Path("/nowhere/confirmation")

    findings = await check(CheckSettings(asterisk.ari_settings, prompts=(missing,)))

    assert troubles(findings) == ["prompts-unreadable"]
    assert str(missing) in findings[-1].sentence


@pytest.mark.phones
async def test_all_prompts_are_tried_and_only_the_bad_one_is_named(
    asterisk: RunningAsterisk, client: ConnectedClient
) -> None:
    """As many as an installation has fit into the time of a check, and leave nothing behind."""
    good = tuple(path.with_suffix("") for path in (SPEECH / "prompts").rglob("*.wav"))
    bad = Path("/nowhere/confirmation")

    findings = await check(CheckSettings(asterisk.ari_settings, prompts=(*good, bad, *good * 3)))

    assert troubles(findings) == ["prompts-unreadable"]
    assert findings[-1].sentence == f"Asterisk cannot play {bad}."
    await until_nothing_is_left(client)


@pytest.mark.phones
async def test_music_class_without_a_recording_is_told(
    asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """A class of that name is not enough: callers would hold in silence."""
    file = asterisk.directory / "etc" / "musiconhold.conf"
    kept = file.read_text()
    file.write_text(re.sub(r"directory = .*", f"directory = {tmp_path}", kept))
    asterisk.stop()
    asterisk.start_again()

    try:
        findings = await check(CheckSettings(asterisk.ari_settings))
    finally:
        file.write_text(kept)
        asterisk.stop()
        asterisk.start_again()

    [silent] = [finding for finding in findings if finding.level != "ok"]
    assert silent.code == "music-silent"
    assert str(tmp_path) in silent.sentence
    assert silent.remedy


@pytest.mark.phones
async def test_a_foreign_configuration_is_told_apart_point_by_point(
    asterisk: RunningAsterisk,
) -> None:
    """Each way in which an Asterisk differs from ours is a finding of its own, with a remedy."""
    etc = asterisk.directory / "etc"
    kept = {name: (etc / name).read_text() for name in FOREIGN}
    for name, text in FOREIGN.items():
        (etc / name).write_text(kept[name] if text is None else text)
    _strip(etc / "http.conf", "sessionlimit")
    _strip(etc / "ari.conf", "websocket_write_timeout", "channelvars")
    _strip(etc / "modules.conf", "format_wav.so")
    asterisk.stop()
    asterisk.start_again()

    try:
        findings = await check(CheckSettings(asterisk.ari_settings))
    finally:
        for name, text in kept.items():
            (etc / name).write_text(text)
        asterisk.stop()
        asterisk.start_again()

    assert troubles(findings) == [
        "modules-missing",
        "sessionlimit-low",
        "write-timeout-short",
        "channelvars-missing",
        "dialplan-missing",
        "phones-can-dial-out",
        "music-missing",
        "provisioning-refused",
    ]
    assert all(finding.remedy for finding in findings if finding.level != "ok")


@pytest.mark.phones
async def test_a_wrong_password_is_the_only_finding(asterisk: RunningAsterisk) -> None:
    """Without a way in, nothing is said about what lies behind the door."""
    findings = await check(CheckSettings(replace(asterisk.ari_settings, password="wrong")))

    assert [finding.code for finding in findings] == ["wrong-password"]


async def test_a_server_that_is_not_asterisk_is_unreachable() -> None:
    """A web server without ARI is not mistaken for an Asterisk in bad order."""
    async with FakeAri() as server:
        server.status = 404

        findings = await check(CheckSettings(server.settings()))

    assert [finding.code for finding in findings] == ["unreachable-not-ari"]
    assert findings[0].remedy


async def test_an_old_version_is_an_error() -> None:
    """A release before 22.10.1, a candidate included, comes first among the troubles."""
    async with FakeAri(answer=_old) as server:
        findings = await check(CheckSettings(server.settings()))

    assert troubles(findings)[0] == "version-too-old"


def _old(request: dict[str, object]) -> dict[str, object]:
    body = {
        "asterisk/info": '{"system":{"version":"22.9.0~rc1"}}',
        "asterisk/modules": "[]",
    }.get(str(request["uri"]), '{"value":""}')
    return {"status_code": 200, "message_body": body}


FOREIGN = {
    "http.conf": None,
    "ari.conf": None,
    "modules.conf": None,
    "extensions.conf": "[default]\nexten => s,1,Hangup()\n"
    "[ringback-phones]\nexten => _X.,1,Dial(PJSIP/${EXTEN}@trunk)\n",
    "musiconhold.conf": "[default]\nmode = files\ndirectory = /nowhere\n",
    "sorcery.conf": "",
}


def _strip(file: Path, *words: str) -> None:
    kept = [row for row in file.read_text().splitlines() if not any(w in row for w in words)]
    file.write_text("\n".join(kept) + "\n")
