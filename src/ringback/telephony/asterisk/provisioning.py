"""Make trunks and agents' phones known to Asterisk over ARI, without files.

Asterisk keeps these objects in memory and forgets them when it restarts: provision everything
again after each connection. What is already there and unchanged is left alone; what has changed
is removed first, because Asterisk would add new addresses to the old ones.
"""

import asyncio
import hashlib
import ipaddress
import socket
from dataclasses import dataclass, field
from typing import Final

import msgspec

from .client import AriClient, AriError, AriRefused, AriResponse, path
from .configuration import INBOUND_CONTEXT, MUSIC_CLASS, PHONES_CONTEXT
from .patterns import (
    NAME,
    SIP_PASSWORD,
    TRUNK_USERNAME,
    USERNAME,
    UnsafeValue,
    checked,
    checked_codecs,
    checked_host,
    checked_port,
)

TRUNK_PREFIX: Final = "trunk-"
RESOLVE_SECONDS_MAX: Final = 5.0
KINDS: Final = ("registration", "identify", "endpoint", "auth", "aor")
KINDS_THAT_KEEP_A_PHONE_LOGGED_IN: Final = ("endpoint", "auth")
BROWSER_CODECS: Final = ("opus", "alaw", "ulaw")
BROWSER_SILENCE_SECONDS_MAX: Final = 20

Fields = dict[str, str]
Objects = list[tuple[str, str, Fields]]


class HostUnknown(AriError):
    """A trunk's host name cannot be resolved to an address."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """A carrier's SIP trunk, recognised by the addresses it calls from.

    `calls_from` lists these addresses or networks; when empty, they are those of `host`. With a
    username and password we answer its challenges; with `registers` we also log in to it.
    `qualify_seconds` above 0 asks it that often whether it lives: while it does not answer, calls
    through it fail at once.
    """

    name: str
    host: str
    port: int = 5060
    codecs: tuple[str, ...] = ("alaw", "ulaw")
    calls_from: tuple[str, ...] = ()
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    registers: bool = False
    qualify_seconds: int = 0

    @property
    def endpoint(self) -> str:
        return TRUNK_PREFIX + self.name


@dataclass(frozen=True, slots=True)
class DeskPhone:
    """An agent's phone, which logs in with its username.

    `silence_seconds_max` above 0 hangs a call up when no sound packet came for that long.
    """

    agent_id: str
    username: str
    password: str = field(repr=False)
    codecs: tuple[str, ...] = ("g722", "alaw", "ulaw")
    qualify_seconds: int = 5
    silence_seconds_max: int = 0

    @property
    def endpoint(self) -> str:
        return self.username


@dataclass(frozen=True, slots=True)
class BrowserPhone:
    """The telephone in an agent's page (ADR 0029), whose password changes with every login."""

    username: str
    password: str = field(repr=False)


async def provision_trunk(client: AriClient, trunk: Trunk) -> None:
    """Make the trunk known, or bring it up to date.

    Raises `UnsafeValue` or `HostUnknown` before anything is sent; `AriRefused` when Asterisk does
    not accept it.
    """
    checked_host("The trunk's host", trunk.host)
    networks = trunk.calls_from or await _addresses(trunk.host)
    await _provision(client, trunk_objects(trunk, networks), removed_first=KINDS)


async def remove_trunk(client: AriClient, name: str) -> None:
    """Forget the trunk; what is not there is no error."""
    endpoint = TRUNK_PREFIX + checked(NAME, "The trunk's name", name)
    await _delete_all(client, endpoint)


async def provision_desk_phone(client: AriClient, phone: DeskPhone) -> None:
    """Make the phone known, or bring it up to date.

    Raises `UnsafeValue` before anything is sent; `AriRefused` when Asterisk does not accept it.
    """
    await _provision(
        client, desk_phone_objects(phone), removed_first=KINDS_THAT_KEEP_A_PHONE_LOGGED_IN
    )


async def provision_browser_phone(client: AriClient, phone: BrowserPhone) -> None:
    """Make the phone known, or give it its new password; a call that it is in goes on.

    Raises `AriError` when Asterisk does not take it in.
    """
    (kind, username, fields), *objects = browser_phone_objects(phone)
    answer = await client.send("PUT", _uri(kind, username), body={"fields": _tuples(fields)})
    _expect_accepted(answer, kind, username)
    await _provision(client, objects, removed_first=("endpoint",))


def change_password(client: AriClient, phone: BrowserPhone) -> asyncio.Future[AriResponse]:
    """Send a phone's new password ahead; the old one is worth nothing any more."""
    (kind, username, fields), *_ = browser_phone_objects(phone)
    return client.send("PUT", _uri(kind, username), body={"fields": _tuples(fields)})


async def remove_desk_phone(client: AriClient, username: str) -> None:
    """Forget the phone; what is not there is no error."""
    endpoint = checked(USERNAME, "The phone's username", username)
    await _delete_all(client, endpoint)


def trunk_objects(trunk: Trunk, networks: tuple[str, ...]) -> Objects:
    """Give the objects a trunk is made of as (type, id, fields), its endpoint last."""
    endpoint = TRUNK_PREFIX + checked(NAME, "The trunk's name", trunk.name)
    host = checked_host("The trunk's host", trunk.host)
    uri = f"sip:{host}:{checked_port('The port of the trunk', trunk.port)}"
    aor = {"contact": uri, "qualify_frequency": _seconds(trunk.qualify_seconds)}
    settings = {
        "aors": endpoint,
        "context": INBOUND_CONTEXT,
        "allow": checked_codecs("The trunk's codecs", trunk.codecs),
        "identify_by": "ip",
        "trust_id_inbound": "yes",
        "trust_id_outbound": "yes",
        "send_pai": "yes",
        "rtp_symmetric": "yes",
    }
    objects = [("aor", endpoint, aor)]
    if trunk.username is not None:
        objects.append(("auth", endpoint, _trunk_auth(trunk)))
        settings["outbound_auth"] = endpoint
        settings["from_domain"] = host
    match = ",".join(_network(network) for network in networks)
    objects.append(
        ("identify", endpoint, {"endpoint": endpoint, "match": match, "srv_lookups": "no"})
    )
    if trunk.registers:
        objects.append(("registration", endpoint, _registration(trunk, endpoint, uri, host)))
    return [*objects, ("endpoint", endpoint, _ENDPOINT | settings)]


def desk_phone_objects(phone: DeskPhone) -> Objects:
    """Give the objects a phone is made of as (type, id, fields), its endpoint last.

    A username begins with a letter: one of digits could be a caller's number, and that caller
    would be taken for the phone.
    """
    username = checked(USERNAME, "The phone's username", phone.username)
    if username.startswith(TRUNK_PREFIX):
        raise UnsafeValue("The phone's username", username)
    password = checked(SIP_PASSWORD, "The phone's password", phone.password)
    settings = {
        "allow": checked_codecs("The phone's codecs", phone.codecs),
        "rtp_timeout": _seconds(phone.silence_seconds_max),
    }
    qualified = {
        "qualify_frequency": _seconds(phone.qualify_seconds),
        "qualify_timeout": "2.0",
    }
    return _phone_objects(username, password, settings, qualified)


def browser_phone_objects(phone: BrowserPhone) -> Objects:
    """Give the objects a phone in a page is made of, its password first, its endpoint last.

    A page that crashed sends no more sound, and its call ends. Nobody asks whether the phone
    lives: its wire says so.
    """
    username = checked(USERNAME, "The phone's username", phone.username)
    password = checked(SIP_PASSWORD, "The phone's password", phone.password)
    settings = {
        "allow": checked_codecs("The phone's codecs", BROWSER_CODECS),
        "rtp_timeout": _seconds(BROWSER_SILENCE_SECONDS_MAX),
        "webrtc": "yes",
        "dtls_auto_generate_cert": "yes",
    }
    return _phone_objects(username, password, settings, {})


def _phone_objects(username: str, password: str, settings: Fields, aor: Fields) -> Objects:
    ours = {
        "aors": username,
        "auth": username,
        "context": PHONES_CONTEXT,
        "identify_by": "username",
        "rtp_symmetric": "yes",
        "force_rport": "yes",
        "rewrite_contact": "yes",
    }
    return [
        ("auth", username, {"auth_type": "digest", "username": username, "password": password}),
        ("aor", username, {"max_contacts": "1", "remove_existing": "yes"} | aor),
        ("endpoint", username, _ENDPOINT | ours | settings),
    ]


_ENDPOINT: Final[Fields] = {
    "disallow": "all",
    "direct_media": "no",
    "dtmf_mode": "rfc4733",
    "moh_suggest": MUSIC_CLASS,
    "allow_subscribe": "no",
    "allow_transfer": "no",
    "allow_overlap": "no",
}


def _trunk_auth(trunk: Trunk) -> Fields:
    return {
        "auth_type": "digest",
        "username": checked(TRUNK_USERNAME, "The trunk's username", trunk.username or ""),
        "password": checked(SIP_PASSWORD, "The trunk's password", trunk.password or ""),
    }


def _registration(trunk: Trunk, endpoint: str, uri: str, host: str) -> Fields:
    username = checked(TRUNK_USERNAME, "The trunk's username", trunk.username or "")
    return {
        "transport": "transport-udp",
        "server_uri": uri,
        "client_uri": f"sip:{username}@{host}",
        "contact_user": "s",
        "outbound_auth": endpoint,
        "retry_interval": "10",
        "forbidden_retry_interval": "60",
        "max_retries": "1000000",
    }


def _seconds(value: int) -> str:
    if not 0 <= value <= 3600:
        raise UnsafeValue("A number of seconds", value)
    return str(value)


def _network(value: str) -> str:
    try:
        return str(ipaddress.ip_network(value))
    except ValueError as refused:
        raise UnsafeValue("An address the trunk calls from", value) from refused


async def _addresses(host: str) -> tuple[str, ...]:
    """Resolve the host here: Asterisk would block the whole ARI socket on a slow name server."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(RESOLVE_SECONDS_MAX):
            found = await loop.getaddrinfo(host, None, type=socket.SOCK_DGRAM)
    except (OSError, TimeoutError) as failure:
        raise HostUnknown(f"The trunk's host {host} cannot be resolved.") from failure
    return tuple(sorted({str(address[4][0]) for address in found}))


async def _provision(
    client: AriClient, objects: Objects, *, removed_first: tuple[str, ...]
) -> None:
    """Make the objects unless they are there unchanged, which the tag of their endpoint tells."""
    kind, endpoint, fields = objects[-1]
    tag = _tag(objects)
    if await _tag_of(client, endpoint) == tag:
        return
    deletions = _send_deletions(client, endpoint, removed_first)
    tagged = [*objects[:-1], (kind, endpoint, fields | {"callerid_tag": tag})]
    puts = [
        client.send("PUT", _uri(kind, object_id), body={"fields": _tuples(fields)})
        for kind, object_id, fields in tagged
    ]
    _expect_deleted(endpoint, removed_first, await asyncio.gather(*deletions))
    for (kind, object_id, _), answer in zip(tagged, await asyncio.gather(*puts), strict=True):
        _expect_accepted(answer, kind, object_id)


def _tag(objects: Objects) -> str:
    return hashlib.sha256(msgspec.json.encode(objects)).hexdigest()[:32]


async def _tag_of(client: AriClient, endpoint: str) -> str | None:
    answer = await client.send("GET", _uri("endpoint", endpoint))
    if answer.status == 404:
        return None
    _expect_accepted(answer, "endpoint", endpoint)
    fields = {field["attribute"]: field["value"] for field in answer.json()}
    return fields.get("callerid_tag")


async def _delete_all(client: AriClient, endpoint: str) -> None:
    deletions = _send_deletions(client, endpoint, KINDS)
    _expect_deleted(endpoint, KINDS, await asyncio.gather(*deletions))


def _send_deletions(
    client: AriClient, endpoint: str, kinds: tuple[str, ...]
) -> list[asyncio.Future[AriResponse]]:
    return [client.send("DELETE", _uri(kind, endpoint)) for kind in kinds]


def _expect_deleted(endpoint: str, kinds: tuple[str, ...], answers: list[AriResponse]) -> None:
    for kind, answer in zip(kinds, answers, strict=True):
        if answer.status != 404:
            _expect_accepted(answer, kind, endpoint)


def _expect_accepted(answer: AriResponse, kind: str, object_id: str) -> None:
    if not answer.ok:
        raise AriRefused(answer.status, f"{kind} {object_id}: {answer.body or 'no reason given'}")


def _uri(kind: str, object_id: str) -> str:
    return path("asterisk", "config", "dynamic", "res_pjsip", kind, object_id)


def _tuples(fields: Fields) -> list[Fields]:
    return [{"attribute": name, "value": value} for name, value in fields.items()]
