"""Logs desk phones in at Asterisk from the port on which SIPp will answer for them."""

import hashlib
import re
import socket
from collections.abc import Mapping

ANSWER_SECONDS_MAX = 2.0
EXPIRES = 3600


class NotRegistered(Exception):
    """Asterisk did not accept a phone."""


def register(port: int, server: int, passwords: Mapping[str, str]) -> None:
    """Register every phone named; the port is free again afterwards."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        wire.bind(("127.0.0.1", port))
        wire.settimeout(ANSWER_SECONDS_MAX)
        for user, password in passwords.items():
            _register(wire, port, server, user, password)


def _register(wire: socket.socket, port: int, server: int, user: str, password: str) -> None:
    challenge = _ask(wire, port, server, user, 1, "")
    realm, nonce = (_parameter(challenge, name) for name in ("realm", "nonce"))
    uri = f"sip:127.0.0.1:{server}"
    secret = _md5(f"{user}:{realm}:{password}")
    proof = _md5(f"{secret}:{nonce}:00000001:c:auth:{_md5(f'REGISTER:{uri}')}")
    authorization = (
        f'Authorization: Digest username="{user}", realm="{realm}", nonce="{nonce}", uri="{uri}",'
        f' response="{proof}", algorithm=MD5, cnonce="c", qop=auth, nc=00000001\r\n'
    )
    answer = _ask(wire, port, server, user, 2, authorization)
    if " 200 " not in answer.partition("\r\n")[0]:
        raise NotRegistered(f"{user}: {answer.partition(chr(13))[0]}")


def _ask(
    wire: socket.socket, port: int, server: int, user: str, number: int, authorization: str
) -> str:
    """Send one REGISTER and give its final answer, passing over whatever else arrives."""
    request = (
        f"REGISTER sip:127.0.0.1:{server} SIP/2.0\r\n"
        f"Via: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bK{user}{number}\r\n"
        f"From: <sip:{user}@127.0.0.1>;tag={user}\r\n"
        f"To: <sip:{user}@127.0.0.1>\r\n"
        f"Call-ID: register-{user}-{port}\r\n"
        f"CSeq: {number} REGISTER\r\n"
        f"Contact: <sip:{user}@127.0.0.1:{port}>\r\n"
        f"Max-Forwards: 70\r\nExpires: {EXPIRES}\r\n{authorization}Content-Length: 0\r\n\r\n"
    )
    wire.sendto(request.encode(), ("127.0.0.1", server))
    while True:
        try:
            answer = wire.recv(65_535).decode("utf-8", "replace")
        except TimeoutError as silence:
            raise NotRegistered(f"{user}: no answer") from silence
        if f"CSeq: {number} REGISTER" in answer and f"register-{user}-" in answer:
            return answer


def _parameter(challenge: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', challenge)
    return found[1] if found else ""


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
