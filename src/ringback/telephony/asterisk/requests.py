"""The requests of ARI which Ringback makes, each with what its refusal means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ringback.ports import TelephonyReport

from .client import path

DIALLED_VARIABLE: Final = "RINGBACK_DIALLED"
_AUTO_ANSWER: Final = {
    "PJSIP_HEADER(add,Call-Info)": "<sip:ringback>;answer-after=0",
    "PJSIP_HEADER(add,Alert-Info)": "<http://ringback>;info=alert-autoanswer",
}


@dataclass(frozen=True, slots=True)
class AriRequest:
    """One request; `if_gone` and `if_refused` are what there is to report when it fails.

    It is `if_gone` when the channel does not exist, `if_refused` in every other case.
    """

    method: str
    uri: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: object | None = None
    about: tuple[str, ...] = ()
    """The channels, bridges and other things it concerns: what it must not overtake is about one.
    """
    if_gone: TelephonyReport | None = None
    if_refused: TelephonyReport | None = None
    bridge_to_tidy: str | None = None
    """The bridge which a refusal of this request may leave empty."""
    out_of_turn: bool = False
    """Nothing else is ever asked about this channel: it need not wait behind other requests."""


def answer(channel_id: str, *, if_gone: TelephonyReport) -> AriRequest:
    return AriRequest(
        "POST", path("channels", channel_id, "answer"), about=(channel_id,), if_gone=if_gone
    )


def play(
    channel_id: str,
    playback: str,
    media: str,
    *,
    if_gone: TelephonyReport | None,
    if_refused: TelephonyReport | None,
) -> AriRequest:
    """Play a file; Asterisk queues it behind what is playing on the channel."""
    return AriRequest(
        "POST",
        path("channels", channel_id, "play"),
        {"media": f"sound:{media}", "playbackId": playback},
        about=(channel_id, playback),
        if_gone=if_gone,
        if_refused=if_refused,
    )


def ask_about_playback(playback: str) -> AriRequest:
    return AriRequest("GET", path("playbacks", playback))


def stop_playback(playback: str) -> AriRequest:
    return AriRequest("DELETE", path("playbacks", playback), about=(playback,))


def start_music(channel_id: str, music_class: str, *, if_gone: TelephonyReport) -> AriRequest:
    """Play music; it begins once the messages queued before it are over."""
    return AriRequest(
        "POST",
        path("channels", channel_id, "moh"),
        {"mohClass": music_class},
        about=(channel_id,),
        if_gone=if_gone,
    )


def stop_music(channel_id: str) -> AriRequest:
    return AriRequest("DELETE", path("channels", channel_id, "moh"), about=(channel_id,))


def create_channel(
    channel_id: str,
    endpoint: str,
    *,
    app: str,
    variables: Mapping[str, str],
    answers_by_itself: bool = False,
    if_refused: TelephonyReport,
) -> AriRequest:
    """Create a channel which enters our application at once and is dialled from there.

    So it is ours from the beginning: who answers while we are away is held, not hung up on.
    """
    more = _AUTO_ANSWER if answers_by_itself else {}
    return AriRequest(
        "POST",
        path("channels", "create"),
        {"endpoint": endpoint, "app": app, "channelId": channel_id},
        {"variables": {**variables, **more}},
        about=(channel_id, endpoint),
        if_refused=if_refused,
    )


def dial(channel_id: str, *, ring_seconds_max: int, if_refused: TelephonyReport) -> AriRequest:
    """Dial a created channel; it must have entered our application, or Asterisk refuses."""
    return AriRequest(
        "POST",
        path("channels", channel_id, "dial"),
        {"timeout": str(ring_seconds_max)},
        about=(channel_id,),
        if_gone=if_refused,
        if_refused=if_refused,
    )


def mark_dialled(agent_channel_id: str, customer_leg_id: str) -> AriRequest:
    """Write on the agent's channel that a customer is about to be dialled.

    It goes ahead of the dial on the same ordered connection: where the mark is missing, the dial
    has never arrived (R33).
    """
    return AriRequest(
        "POST",
        path("channels", agent_channel_id, "variable"),
        {"variable": DIALLED_VARIABLE, "value": customer_leg_id},
        about=(agent_channel_id,),
    )


def ask_who_was_dialled(agent_channel_id: str) -> AriRequest:
    return AriRequest(
        "GET", path("channels", agent_channel_id, "variable"), {"variable": DIALLED_VARIABLE}
    )


def start_ringing_tone(channel_id: str) -> AriRequest:
    """Let a phone hear ringing; it begins once the messages queued before it are over."""
    return AriRequest("POST", path("channels", channel_id, "ring"), about=(channel_id,))


def stop_ringing_tone(channel_id: str) -> AriRequest:
    return AriRequest("DELETE", path("channels", channel_id, "ring"), about=(channel_id,))


def make_bridge(bridge_id: str) -> AriRequest:
    return AriRequest("POST", path("bridges", bridge_id), {"type": "mixing"}, about=(bridge_id,))


def add_to_bridge(bridge_id: str, channel_id: str, *, if_gone: TelephonyReport) -> AriRequest:
    """Join a channel; nothing may be playing on it, or Asterisk's whole connection waits."""
    return AriRequest(
        "POST",
        path("bridges", bridge_id, "addChannel"),
        {"channel": channel_id},
        about=(bridge_id, channel_id),
        if_gone=if_gone,
        bridge_to_tidy=bridge_id,
    )


def remove_from_bridge(bridge_id: str, channel_id: str) -> AriRequest:
    """Take a channel out of a bridge, where it is in it; who is left stays there."""
    return AriRequest(
        "POST",
        path("bridges", bridge_id, "removeChannel"),
        {"channel": channel_id},
        about=(bridge_id, channel_id),
    )


def mute(channel_id: str, *, is_muted: bool, if_gone: TelephonyReport) -> AriRequest:
    """Let nobody hear what comes from a phone, or let it be heard again."""
    method = "POST" if is_muted else "DELETE"
    uri = path("channels", channel_id, "mute")
    return AriRequest(method, uri, {"direction": "in"}, about=(channel_id,), if_gone=if_gone)


def ask_about_bridge(bridge_id: str) -> AriRequest:
    return AriRequest("GET", path("bridges", bridge_id), about=(bridge_id,))


def destroy_bridge(bridge_id: str) -> AriRequest:
    return AriRequest("DELETE", path("bridges", bridge_id), about=(bridge_id,))


def ask_about_channel(channel_id: str, *, if_gone: TelephonyReport) -> AriRequest:
    return AriRequest("GET", path("channels", channel_id), about=(channel_id,), if_gone=if_gone)


def hang_up(channel_id: str, endpoint: str | None = None) -> AriRequest:
    """Hang up; a phone whose endpoint is given is not called anew before that."""
    about = (channel_id,) if endpoint is None else (channel_id, endpoint)
    return AriRequest("DELETE", path("channels", channel_id), {"reason": "normal"}, about=about)


def reject(channel_id: str) -> AriRequest:
    """Give a caller whom nothing was done for a busy tone."""
    return AriRequest("DELETE", path("channels", channel_id), {"reason": "busy"}, out_of_turn=True)


def record(
    channel_id: str,
    name: str,
    *,
    seconds_max: int,
    silence_seconds_max: int,
    if_gone: TelephonyReport,
    if_refused: TelephonyReport,
) -> AriRequest:
    return AriRequest(
        "POST",
        path("channels", channel_id, "record"),
        {
            "name": name,
            "format": "wav",
            "maxDurationSeconds": str(seconds_max),
            "maxSilenceSeconds": str(silence_seconds_max),
            "ifExists": "overwrite",
            "beep": "true",
            "terminateOn": "#",
        },
        about=(channel_id, name),
        if_gone=if_gone,
        if_refused=if_refused,
    )


def stop_recording(name: str) -> AriRequest:
    return AriRequest("POST", path("recordings", "live", name, "stop"), about=(name,))
