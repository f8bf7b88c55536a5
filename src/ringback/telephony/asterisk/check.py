"""Look an Asterisk over and say in plain words what keeps Ringback from working with it."""

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from .client import AriClient, AriError, AriSettings, path
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
from .connection_states import Connected, Connecting, ConnectionState, Unreachable, WrongPassword
from .events import AriEvent, PlaybackFinished
from .private_asterisk import VERSION_MIN, parse_version

CHECK_APP: Final = "ringback-check"
CHECK_SECONDS_MAX: Final = 20.0
PLAYBACK_FAILS_WITHIN_SECONDS: Final = 1.0
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
        async with asyncio.timeout(CHECK_SECONDS_MAX), _connected(settings.ari) as probe:
            findings = [finding for look in _LOOKS for finding in await look(probe, settings)]
    except _NotConnected as failed:
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


class _NotConnected(Exception):
    def __init__(self, state: ConnectionState) -> None:
        super().__init__(state.sentence)
        self.state = state


@dataclass(frozen=True, slots=True)
class _Probe:
    client: AriClient
    playbacks: asyncio.Queue[PlaybackFinished]
    channel_id: str

    async def function(self, text: str) -> str | None:
        """Read a dialplan function on the probe's channel; None where Asterisk gives nothing."""
        uri = path("channels", self.channel_id, "variable")
        answer = await self.client.send("GET", uri, {"variable": text})
        return str(answer.json()["value"]) if answer.ok else None


@asynccontextmanager
async def _connected(settings: AriSettings) -> AsyncIterator[_Probe]:
    states: asyncio.Queue[ConnectionState] = asyncio.Queue()
    playbacks: asyncio.Queue[PlaybackFinished] = asyncio.Queue()

    def on_event(event: AriEvent) -> None:
        if isinstance(event, PlaybackFinished):
            playbacks.put_nowait(event)

    client = AriClient(
        replace(settings, app=CHECK_APP), on_event, states.put_nowait, jitter=random.random
    )
    running = asyncio.create_task(client.run())
    try:
        state = await states.get()
        while isinstance(state, Connecting):
            state = await states.get()
        if not isinstance(state, Connected):
            raise _NotConnected(state)
        channel_id = f"{CHECK_APP}-{secrets.token_hex(8)}"
        await client.request(
            "POST",
            path("channels", "create"),
            {
                "endpoint": f"Local/s@{INBOUND_CONTEXT}",
                "app": CHECK_APP,
                "channelId": channel_id,
            },
        )
        yield _Probe(client, playbacks, channel_id)
        await client.send("DELETE", path("channels", channel_id))
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def _not_connected(state: ConnectionState) -> Finding:
    match state:
        case WrongPassword():
            return Finding("error", "wrong-password", state.reason, state.remedy)
        case Unreachable():
            sentence = f"Asterisk cannot be reached: {state.reason}"
            return Finding("error", f"unreachable-{state.code}", sentence, state.remedy)
        case _:
            return Finding("error", "unreachable", state.sentence, "Check again.")


async def _look_at_version(probe: _Probe, _: CheckSettings) -> list[Finding]:
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


async def _look_at_modules(probe: _Probe, _: CheckSettings) -> list[Finding]:
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


async def _look_at_application(probe: _Probe, settings: CheckSettings) -> list[Finding]:
    app = settings.ari.app
    answer = await probe.client.send("GET", path("applications", app))
    if answer.status == 404:
        sentence = f"No program uses the ARI application “{app}”: Ringback may start."
    else:
        sentence = f"The ARI application “{app}” is in use, by a running Ringback or another."
    return [Finding("ok", "application", sentence)]


async def _look_at_limits(probe: _Probe, _: CheckSettings) -> list[Finding]:
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


async def _look_at_caller_variables(probe: _Probe, _: CheckSettings) -> list[Finding]:
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


async def _look_at_dialplan(probe: _Probe, _: CheckSettings) -> list[Finding]:
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


async def _look_at_music(probe: _Probe, _: CheckSettings) -> list[Finding]:
    if not await probe.function(f"AST_CONFIG(musiconhold.conf,{MUSIC_CLASS},mode)"):
        return [
            Finding(
                "error",
                "music-missing",
                f"Asterisk has no music class “{MUSIC_CLASS}”.",
                f"Add a section [{MUSIC_CLASS}] to musiconhold.conf.",
            )
        ]
    return [Finding("ok", "music", f"Asterisk has the music class “{MUSIC_CLASS}”.")]


async def _look_at_provisioning(probe: _Probe, _: CheckSettings) -> list[Finding]:
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


async def _look_at_prompts(probe: _Probe, settings: CheckSettings) -> list[Finding]:
    if not settings.prompts:
        return []
    # An id of its own: an application gets no events of a bridge that shares a channel's id.
    bridge_id = f"bridge-{probe.channel_id}"
    bridge = path("bridges", bridge_id)
    await probe.client.request("POST", bridge, {"type": "holding"})
    source = {"eventSource": f"bridge:{bridge_id}"}
    await probe.client.request("POST", path("applications", CHECK_APP, "subscription"), source)
    try:
        unreadable = [str(p) for p in settings.prompts if not await _plays(probe, bridge, p)]
    finally:
        await probe.client.send("DELETE", bridge)
    if unreadable:
        return [
            Finding(
                "error",
                "prompts-unreadable",
                f"Asterisk cannot play {', '.join(unreadable)}.",
                "Let the user Asterisk runs as read these files and every directory above them.",
            )
        ]
    return [Finding("ok", "prompts", "Asterisk can play Ringback's prompts.")]


async def _plays(probe: _Probe, bridge: str, prompt: Path) -> bool:
    started = await probe.client.request("POST", f"{bridge}/play", {"media": f"sound:{prompt}"})
    playback_id = str(started.json()["id"])
    try:
        async with asyncio.timeout(PLAYBACK_FAILS_WITHIN_SECONDS):
            while (finished := await probe.playbacks.get()).playback.id != playback_id:
                pass
    except TimeoutError:
        await probe.client.send("DELETE", path("playbacks", playback_id))
        return True
    return finished.playback.state != "failed"


async def _number(probe: _Probe, function: str) -> int | None:
    value = await probe.function(function)
    return int(value) if value is not None and value.isascii() and value.isdigit() else None


_LOOKS: Final[tuple[Callable[[_Probe, CheckSettings], Awaitable[list[Finding]]], ...]] = (
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
