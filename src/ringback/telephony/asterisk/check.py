"""Look an Asterisk over and say in plain words what keeps Ringback from working with it."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from .client import AriError, AriSettings, path
from .configuration import (
    INBOUND_CONTEXT,
    MODULES,
    MUSIC_CLASS,
    PHONES_CONTEXT,
    PRESENTATION_VARIABLE,
    PRIVACY_VARIABLE,
    SESSION_LIMIT,
    WEBSOCKET_WRITE_MILLISECONDS,
)
from .connection_states import ConnectionState, Unreachable, WrongPassword
from .private_asterisk import VERSION_MIN, parse_version
from .probing import CHECK_APP, PLAYED_AT_ONCE, NotConnected, Probe, connected, unplayable

CHECK_SECONDS_MAX: Final = 20.0
ASTERISK_DATA: Final = Path("/var/lib/asterisk")
"""Where Asterisk looks for a directory that is not given from the root on."""
SESSION_LIMIT_MIN: Final = 200
WRITE_MILLISECONDS_MIN: Final = 1000

MODULES_NEEDED: Final = frozenset(MODULES) - {
    "codec_gsm",
    "codec_opus_open_source",
    "format_gsm",
    "func_config",
    "func_dialplan",
    "res_pjsip_logger",
    "res_stasis_snoop",
    "res_timing_timerfd",
    "res_websocket_client",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `code` is stable, `remedy` is empty when nothing is to be done."""

    level: Literal["ok", "warning", "error"]
    code: str
    sentence: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The connection to look over, and prompts (without extension) Asterisk must play."""

    ari: AriSettings
    prompts: tuple[Path, ...] = ()


async def check(settings: CheckSettings) -> list[Finding]:
    """Look everything over, through an application of its own beside a running Ringback."""
    try:
        async with asyncio.timeout(CHECK_SECONDS_MAX), connected(settings.ari) as probe:
            findings = [finding for look in _LOOKS for finding in await look(probe, settings)]
    except NotConnected as failed:
        return [_not_connected(failed.state)]
    except (AriError, TimeoutError) as failure:
        return [
            Finding(
                "error",
                "check-interrupted",
                f"The check was interrupted: {failure or 'Asterisk took too long to answer'}.",
                "See whether Asterisk is overloaded or restarting, then check again.",
            )
        ]
    return [Finding("ok", "reachable", f"Asterisk answers at {settings.ari.url}."), *findings]


def _not_connected(state: ConnectionState) -> Finding:
    match state:
        case WrongPassword():
            return Finding("error", "wrong-password", state.reason, state.remedy)
        case Unreachable():
            sentence = f"Asterisk cannot be reached: {state.reason}"
            return Finding("error", f"unreachable-{state.code}", sentence, state.remedy)
        case _:
            return Finding("error", "unreachable", state.sentence, "Check again.")


async def _look_at_version(probe: Probe, _: CheckSettings) -> list[Finding]:
    answer = await probe.client.request("GET", path("asterisk", "info"))
    text = str(answer.json()["system"]["version"])
    version = parse_version(text)
    needed = ".".join(map(str, VERSION_MIN))
    if version is None or version < VERSION_MIN:
        return [
            Finding(
                "error",
                "version-too-old",
                f"Asterisk is {text}; earlier versions than {needed} have holes in ARI.",
                f"Upgrade Asterisk to {needed} or later.",
            )
        ]
    return [Finding("ok", "version", f"Asterisk is {text}.")]


async def _look_at_modules(probe: Probe, _: CheckSettings) -> list[Finding]:
    answer = await probe.client.request("GET", path("asterisk", "modules"))
    running = {
        module["name"].removesuffix(".so")
        for module in answer.json()
        if module["status"] == "Running"
    }
    missing = sorted(MODULES_NEEDED - running)
    if missing:
        return [
            Finding(
                "error",
                "modules-missing",
                f"Asterisk does not run the modules {', '.join(missing)}.",
                "Load them in modules.conf and restart Asterisk.",
            )
        ]
    return [Finding("ok", "modules", "Asterisk runs every module Ringback needs.")]


async def _look_at_application(probe: Probe, settings: CheckSettings) -> list[Finding]:
    app = settings.ari.app
    answer = await probe.client.send("GET", path("applications", app))
    if answer.status == 404:
        sentence = f"No program uses the ARI application “{app}”: Ringback may start."
    else:
        sentence = f"The ARI application “{app}” is in use, by a running Ringback or another."
    return [Finding("ok", "application", sentence)]


async def _look_at_limits(probe: Probe, _: CheckSettings) -> list[Finding]:
    sessions = await _number(probe, "AST_CONFIG(http.conf,general,sessionlimit)")
    writing = await _number(probe, "AST_CONFIG(ari.conf,general,websocket_write_timeout)")
    findings = []
    if sessions is None or sessions < SESSION_LIMIT_MIN:
        findings.append(
            Finding(
                "warning",
                "sessionlimit-low",
                f"Asterisk's web server serves {sessions or 100} sessions at most.",
                f"Set “sessionlimit = {SESSION_LIMIT}” in http.conf.",
            )
        )
    if writing is None or writing < WRITE_MILLISECONDS_MIN:
        findings.append(
            Finding(
                "warning",
                "write-timeout-short",
                f"Asterisk cuts Ringback off when it reads slowly for {writing or 100} ms.",
                f"Set “websocket_write_timeout = {WEBSOCKET_WRITE_MILLISECONDS}” in ari.conf.",
            )
        )
    return findings or [Finding("ok", "limits", "The limits of Asterisk's web server are high.")]


async def _look_at_caller_variables(probe: Probe, _: CheckSettings) -> list[Finding]:
    listed = await probe.function("AST_CONFIG(ari.conf,general,channelvars)") or ""
    missing = [name for name in (PRESENTATION_VARIABLE, PRIVACY_VARIABLE) if name not in listed]
    if missing:
        return [
            Finding(
                "error",
                "channelvars-missing",
                "Asterisk does not tell Ringback whether a caller withholds the number.",
                f"Set “channelvars = {PRESENTATION_VARIABLE},{PRIVACY_VARIABLE}” in ari.conf.",
            )
        ]
    return [Finding("ok", "channelvars", "Asterisk tells when a caller withholds the number.")]


async def _look_at_dialplan(probe: Probe, _: CheckSettings) -> list[Finding]:
    findings = []
    if await probe.function(f"DIALPLAN_EXISTS({INBOUND_CONTEXT},s,1)") != "1":
        findings.append(
            Finding(
                "error",
                "dialplan-missing",
                f"Asterisk's dialplan has no context “{INBOUND_CONTEXT}” with an extension “s”, or"
                " does not run the module func_dialplan.",
                "Take the context over from the extensions.conf that Ringback writes.",
            )
        )
    if await probe.function(f"DIALPLAN_EXISTS({PHONES_CONTEXT},0612345678,1)") == "1":
        findings.append(
            Finding(
                "error",
                "phones-can-dial-out",
                f"The dialplan lets phones dial numbers, by a pattern in “{PHONES_CONTEXT}”.",
                f"Remove every pattern of numbers from the context “{PHONES_CONTEXT}”.",
            )
        )
    return findings or [Finding("ok", "dialplan", "The dialplan hands calls to Ringback.")]


async def _look_at_music(probe: Probe, _: CheckSettings) -> list[Finding]:
    section = f"AST_CONFIG(musiconhold.conf,{MUSIC_CLASS}"
    mode = await probe.function(f"{section},mode)")
    if not mode:
        return [
            Finding(
                "error",
                "music-missing",
                f"Asterisk has no music class “{MUSIC_CLASS}”.",
                f"Add a section [{MUSIC_CLASS}] to musiconhold.conf.",
            )
        ]
    if mode == "files":
        directory = Path(ASTERISK_DATA, await probe.function(f"{section},directory)") or "")
        recordings = await asyncio.to_thread(_recordings, directory)
        if len(await unplayable(probe, recordings)) == len(recordings):
            return [
                Finding(
                    "error",
                    "music-silent",
                    f"Asterisk can play no recording in {directory}: who waits hears nothing.",
                    "Put one there that the user Asterisk runs as can read, or name another "
                    f"directory in the section [{MUSIC_CLASS}] of musiconhold.conf.",
                )
            ]
    return [Finding("ok", "music", f"Asterisk has the music class “{MUSIC_CLASS}”.")]


def _recordings(directory: Path) -> Sequence[Path]:
    """Name what lies in a directory, as Asterisk names it: without the endings."""
    try:
        found = {file.with_suffix("") for file in directory.iterdir() if file.suffix}
    except OSError:
        return ()
    return sorted(found)[:PLAYED_AT_ONCE]


async def _look_at_provisioning(probe: Probe, _: CheckSettings) -> list[Finding]:
    for kind in ("aor", "auth", "endpoint", "identify", "registration"):
        uri = path("asterisk", "config", "dynamic", "res_pjsip", kind, CHECK_APP)
        created = await probe.client.send("PUT", uri, body={"fields": _PROBE_FIELDS[kind]})
        if not created.ok:
            return [
                Finding(
                    "error",
                    "provisioning-refused",
                    f"Asterisk does not let Ringback make PJSIP objects of the type “{kind}”.",
                    "Map that type to “memory” in sorcery.conf and restart Asterisk.",
                )
            ]
        await probe.client.send("DELETE", uri)
    return [Finding("ok", "provisioning", "Ringback can make trunks and phones known.")]


_PROBE_FIELDS: Final[dict[str, list[dict[str, str]]]] = {
    "aor": [],
    "auth": [
        {"attribute": "auth_type", "value": "digest"},
        {"attribute": "username", "value": CHECK_APP},
        {"attribute": "password", "value": secrets.token_hex(16)},
    ],
    "endpoint": [{"attribute": "identify_by", "value": "ip"}],
    "identify": [
        {"attribute": "endpoint", "value": CHECK_APP},
        {"attribute": "match", "value": "192.0.2.1"},
    ],
    "registration": [
        {"attribute": "server_uri", "value": "sip:127.0.0.1:9"},
        {"attribute": "client_uri", "value": "sip:nobody@127.0.0.1"},
    ],
}


async def _look_at_prompts(probe: Probe, settings: CheckSettings) -> list[Finding]:
    if not settings.prompts:
        return []
    tried = tuple(dict.fromkeys(settings.prompts))
    unreadable = await unplayable(probe, tried)
    if unreadable:
        return [
            Finding(
                "error",
                "prompts-unreadable",
                f"Asterisk cannot play {', '.join(map(str, unreadable))}.",
                "Let the user Asterisk runs as read these files and every directory above them.",
            )
        ]
    sentence = f"Asterisk can play the {len(tried)} messages that were tried."
    return [Finding("ok", "prompts", sentence)]


async def _number(probe: Probe, function: str) -> int | None:
    value = await probe.function(function)
    return int(value) if value is not None and value.isascii() and value.isdigit() else None


_LOOKS: Final[tuple[Callable[[Probe, CheckSettings], Awaitable[list[Finding]]], ...]] = (
    _look_at_version,
    _look_at_modules,
    _look_at_application,
    _look_at_limits,
    _look_at_caller_variables,
    _look_at_dialplan,
    _look_at_music,
    _look_at_provisioning,
    _look_at_prompts,
)
