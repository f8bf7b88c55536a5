"""Look over the ways that calls take: the SIP transport, trunks, phones and codecs."""

import ipaddress
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from .check import Finding
from .client import AriError, AriSettings, path
from .probing import NotConnected, Probe, connected
from .provisioning import TRUNK_PREFIX

TRANSPORT: Final = "transport-udp"
CODEC_MODULES: Final = {
    "alaw": ("codec_alaw",),
    "ulaw": ("codec_ulaw",),
    "g722": ("codec_g722",),
    "gsm": ("codec_gsm",),
    "opus": ("codec_opus_open_source", "codec_opus"),
}


@dataclass(frozen=True, slots=True)
class TrunkWanted:
    """A trunk of the settings; one that `is_asked` is asked now and then whether it lives."""

    name: str
    host: str
    codecs: tuple[str, ...]
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What calls are to come and go through; `phones` are the names agents' phones log in with."""

    trunks: tuple[TrunkWanted, ...] = ()
    phones: tuple[str, ...] = ()


async def check_ways(ari: AriSettings, wanted: Wanted) -> list[Finding]:
    """Look the ways over, beside a running Ringback or without one."""
    try:
        async with connected(ari) as probe:
            return [finding for look in _LOOKS for finding in await look(probe, wanted, ari.app)]
    except (NotConnected, AriError) as failed:
        sentence = f"Trunks and phones were not looked at: {failed}"
        return [Finding("error", "ways-not-looked-at", sentence, "Check again.")]


async def _look_at_transport(probe: Probe, wanted: Wanted, _: str) -> list[Finding]:
    bound = await probe.function(f"AST_CONFIG(pjsip.conf,{TRANSPORT},bind)")
    if not bound:
        return [
            Finding(
                "error",
                "transport-missing",
                f"pjsip.conf has no transport “{TRANSPORT}”, or func_config does not run.",
                f"Add a section [{TRANSPORT}] of the type transport to pjsip.conf.",
            )
        ]
    outside = [trunk.name for trunk in wanted.trunks if not _is_loopback(trunk.host)]
    if outside and _is_loopback(bound):
        return [
            Finding(
                "error",
                "transport-on-loopback",
                f"Asterisk takes SIP at {bound}, which the trunk {outside[0]} cannot reach.",
                "Set asterisk.sip_address to an address of this machine, then start Asterisk anew.",
            )
        ]
    return [Finding("ok", "transport", f"Asterisk takes SIP over UDP at {bound}.")]


def _is_loopback(text: str) -> bool:
    host = text.rpartition(":")[0] if text.count(":") == 1 else text
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


async def _look_at_codecs(probe: Probe, wanted: Wanted, _: str) -> list[Finding]:
    answer = await probe.client.request("GET", path("asterisk", "modules"))
    running = {
        module["name"].removesuffix(".so")
        for module in answer.json()
        if module["status"] == "Running"
    }
    asked = sorted({codec for trunk in wanted.trunks for codec in trunk.codecs})
    missing = [codec for codec in asked if not running.intersection(CODEC_MODULES.get(codec, ()))]
    if missing:
        return [
            Finding(
                "error",
                "codecs-missing",
                f"Asterisk cannot play messages in {', '.join(missing)}, which a trunk offers.",
                "Load its codec module, or take it out of the trunk's codecs.",
            )
        ]
    return [Finding("ok", "codecs", "Asterisk has the codecs of all trunks.")]


async def _look_at_endpoints(probe: Probe, wanted: Wanted, app: str) -> list[Finding]:
    served = await probe.client.send("GET", path("applications", app))
    if served.status == 404:
        sentence = "Trunks and phones are made known when Ringback starts."
        return [Finding("ok", "endpoints-later", sentence)]
    answer = await probe.client.request("GET", path("endpoints", "PJSIP"))
    states = {each["resource"]: each.get("state") for each in answer.json()}
    return [*_trunk_findings(wanted.trunks, states), *_phone_findings(wanted.phones, states)]


def _trunk_findings(
    trunks: Sequence[TrunkWanted], states: dict[str, str | None]
) -> Sequence[Finding]:
    if not trunks:
        return [
            Finding(
                "warning",
                "no-trunk",
                "There is no trunk: no call comes in or goes out.",
                "Name your carrier under [[trunks]].",
            )
        ]
    findings = []
    for trunk in trunks:
        endpoint = TRUNK_PREFIX + trunk.name
        if endpoint not in states:
            sentence = f"Asterisk does not know the trunk {trunk.name}."
            remedy = "`ringback serve` says in its log and its health why it was not taken."
            findings.append(Finding("error", "trunk-unknown", sentence, remedy))
        elif trunk.is_asked and states[endpoint] != "online":
            sentence = f"The trunk {trunk.name} does not answer at {trunk.host}."
            remedy = "See that the carrier can be reached: address, port, firewall."
            findings.append(Finding("error", "trunk-away", sentence, remedy))
        else:
            heard = "answers" if trunk.is_asked else "is known; whether it lives is not asked"
            findings.append(Finding("ok", "trunk", f"The trunk {trunk.name} {heard}."))
    return findings


def _phone_findings(phones: Sequence[str], states: dict[str, str | None]) -> Sequence[Finding]:
    unknown = [phone for phone in phones if phone not in states]
    if unknown:
        return [
            Finding(
                "error",
                "phones-unknown",
                f"Asterisk does not know the phones {', '.join(unknown)}.",
                "`ringback serve` says in its log and its health why they were not taken.",
            )
        ]
    there = sum(states[phone] == "online" for phone in phones)
    return [Finding("ok", "phones", f"Of {len(phones)} phones {there} are logged in.")]


_LOOKS: Final[tuple[Callable[[Probe, Wanted, str], Awaitable[list[Finding]]], ...]] = (
    _look_at_transport,
    _look_at_codecs,
    _look_at_endpoints,
)
