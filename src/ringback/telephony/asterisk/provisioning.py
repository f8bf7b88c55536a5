"""Make trunks and agents' phones known to Asterisk over ARI, without files.

Asterisk keeps these objects in memory and forgets them when it restarts: provision everything
again after each connection. Repeating is harmless.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Final

from .client import AriClient, AriRefused, AriResponse, path
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

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Trunk:
    """A carrier's SIP trunk, recognised by the address it calls from.

    With a username and password we answer its challenges; with `registers` we also log in to it.
    `qualify_seconds` above 0 asks it that often whether it lives: while it does not answer, calls
    through it fail at once.
    """

    name: str
    host: str
    port: int = 5060
    codecs: tuple[str, ...] = ("alaw", "ulaw")
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    registers: bool = False
    qualify_seconds: int = 0

    @property
    def endpoint(self) -> str:
        return TRUNK_PREFIX + self.name


@dataclass(frozen=True, slots=True)
class DeskPhone:
    """An agent's phone, which logs in with its username; a browser's when `webrtc` is set.

    `silence_seconds_max` above 0 hangs a call up when no sound packet came for that long.
    """

    agent_id: str
    username: str
    password: str = field(repr=False)
    webrtc: bool = False
    codecs: tuple[str, ...] = ("g722", "alaw", "ulaw")
    qualify_seconds: int = 5
    silence_seconds_max: int = 0

    @property
    def endpoint(self) -> str:
        return self.username


async def provision_trunk(client: AriClient, trunk: Trunk) -> None:
    """Make the trunk known, or bring it up to date.

    Raises `UnsafeValue` before anything is sent; `AriRefused` when Asterisk does not accept it.
    """
    await _put_all(client, trunk_objects(trunk))


async def remove_trunk(client: AriClient, name: str) -> None:
    """Forget the trunk; what is not there is no error."""
    endpoint = TRUNK_PREFIX + checked(NAME, "The trunk's name", name)
    await _delete_all(client, endpoint, ("registration", "identify", "endpoint", "aor", "auth"))


async def provision_desk_phone(client: AriClient, phone: DeskPhone) -> None:
    """Make the phone known, or bring it up to date.

    Raises `UnsafeValue` before anything is sent; `AriRefused` when Asterisk does not accept it.
    """
    await _put_all(client, desk_phone_objects(phone))


async def remove_desk_phone(client: AriClient, username: str) -> None:
    """Forget the phone; what is not there is no error."""
    endpoint = checked(USERNAME, "The phone's username", username)
    await _delete_all(client, endpoint, ("endpoint", "aor", "auth"))


def trunk_objects(trunk: Trunk) -> list[tuple[str, str, Fields]]:
    """Give the objects a trunk is made of as (type, id, fields), in the order to make them."""
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
    objects.append(("endpoint", endpoint, _ENDPOINT | settings))
    match = host.strip("[]")
    objects.append(("identify", endpoint, {"endpoint": endpoint, "match": match}))
    if trunk.registers:
        objects.append(("registration", endpoint, _registration(trunk, endpoint, uri, host)))
    return objects


def desk_phone_objects(phone: DeskPhone) -> list[tuple[str, str, Fields]]:
    """Give the objects a phone is made of as (type, id, fields), in the order to make them.

    A username begins with a letter: one of digits could be a caller's number, and that caller
    would be taken for the phone.
    """
    username = checked(USERNAME, "The phone's username", phone.username)
    if username.startswith(TRUNK_PREFIX):
        raise UnsafeValue("The phone's username", username)
    password = checked(SIP_PASSWORD, "The phone's password", phone.password)
    settings = {
        "aors": username,
        "auth": username,
        "context": PHONES_CONTEXT,
        "allow": checked_codecs("The phone's codecs", phone.codecs),
        "identify_by": "username",
        "rtp_symmetric": "yes",
        "force_rport": "yes",
        "rewrite_contact": "yes",
        "rtp_timeout": _seconds(phone.silence_seconds_max),
    }
    if phone.webrtc:
        settings |= {"webrtc": "yes", "dtls_auto_generate_cert": "yes"}
    return [
        ("auth", username, {"auth_type": "digest", "username": username, "password": password}),
        (
            "aor",
            username,
            {
                "max_contacts": "1",
                "remove_existing": "yes",
                "qualify_frequency": _seconds(phone.qualify_seconds),
                "qualify_timeout": "2.0",
            },
        ),
        ("endpoint", username, _ENDPOINT | settings),
    ]


_ENDPOINT: Final[Fields] = {
    "disallow": "all",
    "direct_media": "no",
    "dtmf_mode": "rfc4733",
    "moh_suggest": MUSIC_CLASS,
    "allow_subscribe": "no",
    "allow_transfer": "no",
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


async def _put_all(client: AriClient, objects: list[tuple[str, str, Fields]]) -> None:
    answers = [
        client.send("PUT", _uri(kind, object_id), body={"fields": _tuples(fields)})
        for kind, object_id, fields in objects
    ]
    for (kind, object_id, _), answer in zip(objects, await asyncio.gather(*answers), strict=True):
        _expect_accepted(answer, kind, object_id)


async def _delete_all(client: AriClient, object_id: str, kinds: tuple[str, ...]) -> None:
    answers = [client.send("DELETE", _uri(kind, object_id)) for kind in kinds]
    for kind, answer in zip(kinds, await asyncio.gather(*answers), strict=True):
        if answer.status != 404:
            _expect_accepted(answer, kind, object_id)


def _expect_accepted(answer: AriResponse, kind: str, object_id: str) -> None:
    if not answer.ok:
        raise AriRefused(answer.status, f"{kind} {object_id}: {answer.body or 'no reason given'}")


def _uri(kind: str, object_id: str) -> str:
    return path("asterisk", "config", "dynamic", "res_pjsip", kind, object_id)


def _tuples(fields: Fields) -> list[Fields]:
    return [{"attribute": name, "value": value} for name, value in fields.items()]
