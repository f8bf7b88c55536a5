"""Write the configuration files of an Asterisk that serves Ringback and nothing else."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .patterns import (
    NAME,
    SECRET,
    UnsafeValue,
    checked,
    checked_address,
    checked_directory,
    checked_host,
    checked_port,
)

INBOUND_CONTEXT: Final = "ringback-inbound"
PHONES_CONTEXT: Final = "ringback-phones"
MUSIC_CLASS: Final = "ringback"
PRESENTATION_VARIABLE: Final = "CALLERID(num-pres)"
PRIVACY_VARIABLE: Final = "RINGBACK_PRIVACY"
SESSION_LIMIT: Final = 1000
WEBSOCKET_WRITE_MILLISECONDS: Final = 10_000

FILES_LEFT_EMPTY: Final = (
    "acl.conf",
    "ccss.conf",
    "cel.conf",
    "features.conf",
    "pjproject.conf",
    "stasis.conf",
    "udptl.conf",
    "websocket_client.conf",
)

MODULES: Final = (
    "app_stasis",
    "bridge_holding",
    "bridge_native_rtp",
    "bridge_simple",
    "bridge_softmix",
    "chan_bridge_media",
    "chan_pjsip",
    "codec_a_mu",
    "codec_alaw",
    "codec_g722",
    "codec_gsm",
    "codec_opus_open_source",
    "codec_resample",
    "codec_ulaw",
    "format_gsm",
    "format_pcm",
    "format_sln",
    "format_wav",
    "func_callerid",
    "func_channel",
    "func_config",
    "func_dialplan",
    "pbx_config",
    "res_ari",
    "res_ari_applications",
    "res_ari_asterisk",
    "res_ari_bridges",
    "res_ari_channels",
    "res_ari_device_states",
    "res_ari_endpoints",
    "res_ari_events",
    "res_ari_model",
    "res_ari_playbacks",
    "res_ari_recordings",
    "res_ari_sounds",
    "res_format_attr_opus",
    "res_http_websocket",
    "res_musiconhold",
    "res_pjproject",
    "res_pjsip",
    "res_pjsip_acl",
    "res_pjsip_authenticator_digest",
    "res_pjsip_caller_id",
    "res_pjsip_diversion",
    "res_pjsip_dlg_options",
    "res_pjsip_dtmf_info",
    "res_pjsip_endpoint_identifier_ip",
    "res_pjsip_endpoint_identifier_user",
    "res_pjsip_header_funcs",
    "res_pjsip_logger",
    "res_pjsip_nat",
    "res_pjsip_outbound_authenticator_digest",
    "res_pjsip_outbound_registration",
    "res_pjsip_path",
    "res_pjsip_pubsub",
    "res_pjsip_registrar",
    "res_pjsip_rfc3326",
    "res_pjsip_sdp_rtp",
    "res_pjsip_session",
    "res_pjsip_transport_websocket",
    "res_rtp_asterisk",
    "res_sorcery_astdb",
    "res_sorcery_config",
    "res_sorcery_memory",
    "res_srtp",
    "res_stasis",
    "res_stasis_answer",
    "res_stasis_device_state",
    "res_stasis_playback",
    "res_stasis_recording",
    "res_stasis_snoop",
    "res_timing_timerfd",
    "res_websocket_client",
)


@dataclass(frozen=True, slots=True)
class AsteriskSettings:
    """What an Asterisk of ours listens on and where it keeps its things.

    ARI and the browsers' SIP share the web server at `http_address`, which stays on loopback.
    """

    app: str
    ari_user: str
    ari_password: str = field(repr=False)
    http_port: int
    sip_port: int
    rtp_ports: tuple[int, int]
    state_directory: Path
    music_directory: Path
    http_address: str = "127.0.0.1"
    sip_address: str = "127.0.0.1"
    stun_server: str | None = None
    """With its port; tells Asterisk the outer address of its sound, for phones in pages."""


def write_configuration(directory: Path, settings: AsteriskSettings) -> None:
    """Write every file Asterisk reads into `directory`, readable by its owner only.

    Raises `UnsafeValue` before anything is written when a setting could change the meaning of a
    file.
    """
    texts = configuration_texts(directory, settings)
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        _write_private(directory / name, text)


def configuration_texts(directory: Path, settings: AsteriskSettings) -> dict[str, str]:
    """Give the text of each configuration file by its name."""
    return {
        "asterisk.conf": _asterisk_conf(directory, settings.state_directory),
        "modules.conf": _modules_conf(),
        "logger.conf": _logger_conf(),
        "http.conf": _http_conf(settings),
        "ari.conf": _ari_conf(settings),
        "pjsip.conf": _pjsip_conf(settings),
        "sorcery.conf": _sorcery_conf(),
        "rtp.conf": _rtp_conf(settings.rtp_ports, settings.stun_server),
        "extensions.conf": _extensions_conf(settings.app),
        "musiconhold.conf": _musiconhold_conf(settings.music_directory),
        "manager.conf": "[general]\nenabled = no\n",
        "cdr.conf": "[general]\nenable = no\n",
        "indications.conf": _indications_conf(),
        **dict.fromkeys(FILES_LEFT_EMPTY, ""),
    }


def _asterisk_conf(directory: Path, state_directory: Path) -> str:
    configuration = checked_directory("The configuration directory", directory)
    state = checked_directory("The state directory", state_directory)
    return (
        "[directories]\n"
        f"astetcdir => {configuration}\n"
        f"astvarlibdir => {state}/lib\n"
        f"astdbdir => {state}/lib\n"
        f"astkeydir => {state}/lib\n"
        f"astcachedir => {state}/cache\n"
        f"astspooldir => {state}/spool\n"
        f"astrundir => {state}/run\n"
        f"astlogdir => {state}/log\n"
        "[options]\n"
        "live_dangerously = no\n"
        "maxfiles = 65536\n"
        "timestamp = yes\n"
    )


def _modules_conf() -> str:
    loads = "".join(f"load = {name}.so\n" for name in MODULES)
    return f"[modules]\nautoload = no\n{loads}"


def _logger_conf() -> str:
    return "[general]\ndateformat = %F %T.%3q\n[logfiles]\nmessages.log => notice,warning,error\n"


def _http_conf(settings: AsteriskSettings) -> str:
    return (
        "[general]\n"
        "enabled = yes\n"
        f"bindaddr = {checked_address('The web address', settings.http_address)}\n"
        f"bindport = {checked_port('The web port', settings.http_port)}\n"
        f"sessionlimit = {SESSION_LIMIT}\n"
        "enable_static = no\n"
        "enable_status = no\n"
    )


def _ari_conf(settings: AsteriskSettings) -> str:
    user = checked(NAME, "The ARI user", settings.ari_user)
    password = checked(SECRET, "The ARI password", settings.ari_password)
    return (
        "[general]\n"
        "enabled = yes\n"
        "pretty = no\n"
        f"websocket_write_timeout = {WEBSOCKET_WRITE_MILLISECONDS}\n"
        f"channelvars = {PRESENTATION_VARIABLE},{PRIVACY_VARIABLE}\n"
        f"[{user}]\n"
        "type = user\n"
        "read_only = no\n"
        "password_format = plain\n"
        f"password = {password}\n"
    )


def _pjsip_conf(settings: AsteriskSettings) -> str:
    checked_address("The SIP address", settings.sip_address)
    address = checked_host("The SIP address", settings.sip_address)
    port = checked_port("The SIP port", settings.sip_port)
    return (
        "[global]\n"
        "type = global\n"
        "user_agent = Ringback\n"
        "endpoint_identifier_order = username,ip\n"
        "[transport-udp]\n"
        "type = transport\n"
        "protocol = udp\n"
        f"bind = {address}:{port}\n"
        "[transport-ws]\n"
        "type = transport\n"
        "protocol = ws\n"
        f"bind = {address}\n"
    )


def _sorcery_conf() -> str:
    return (
        "[res_pjsip]\n"
        "endpoint = memory\n"
        "auth = memory\n"
        "aor = memory\n"
        "[res_pjsip_endpoint_identifier_ip]\n"
        "identify = memory\n"
        "[res_pjsip_outbound_registration]\n"
        "registration = memory\n"
    )


def _rtp_conf(ports: tuple[int, int], stun_server: str | None) -> str:
    first, last = (checked_port("An RTP port", port) for port in ports)
    if last - first < 3:
        raise UnsafeValue("The range of RTP ports", ports)
    stun = "" if stun_server is None else f"stunaddr = {_host_and_port(stun_server)}\n"
    return (
        f"[general]\nrtpstart = {first}\nrtpend = {last}\nstrictrtp = yes\nicesupport = yes\n{stun}"
    )


def _host_and_port(server: str) -> str:
    host, _, port = server.rpartition(":")
    if not port.isdecimal():
        raise UnsafeValue("The STUN server", server)
    name = checked_host("The STUN server", host.strip("[]"))
    return f"{name}:{checked_port('The port of the STUN server', int(port))}"


def _extensions_conf(app: str) -> str:
    name = checked(NAME, "The ARI application", app)
    return (
        "[general]\n"
        "static = yes\n"
        "writeprotect = yes\n"
        f"[{INBOUND_CONTEXT}]\n"
        f"{_inbound_extension('_[+0-9]!', name)}"
        f"{_inbound_extension('s', name)}"
        f"[{PHONES_CONTEXT}]\n"
        "exten => nowhere,1,Hangup(1)\n"
    )


def _inbound_extension(extension: str, app: str) -> str:
    """Hand the call to Ringback; while Ringback is away, hold it with music and try again.

    The pattern matches no letter, so that Asterisk's own `h` extension stays out of it. Privacy is
    only assigned, never evaluated: its text comes from the network.
    """
    return (
        f"exten => {extension},1,Set({PRIVACY_VARIABLE}=${{PJSIP_HEADER(read,Privacy)}})\n"
        f" same => n,Stasis({app},inbound)\n"
        " same => n(hold),Answer()\n"
        f" same => n,StartMusicOnHold({MUSIC_CLASS})\n"
        " same => n(again),Wait(0.5)\n"
        f" same => n,Stasis({app},inbound,held)\n"
        ' same => n,GotoIf($["${STASISSTATUS}" = "FAILED"]?again:hold)\n'
    )


def _musiconhold_conf(directory: Path) -> str:
    return (
        f"[{MUSIC_CLASS}]\n"
        "mode = files\n"
        f"directory = {checked_directory('The music directory', directory)}\n"
        "sort = alpha\n"
    )


def _indications_conf() -> str:
    return (
        "[general]\n"
        "country = fr\n"
        "[fr]\n"
        "description = France\n"
        "ringcadence = 1500,3500\n"
        "dial = 440\n"
        "busy = 440/500,0/500\n"
        "ring = 440/1500,0/3500\n"
        "congestion = 440/250,0/250\n"
    )


def _write_private(file: Path, text: str) -> None:
    fresh = file.with_name(f".{file.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
    fresh.replace(file)
