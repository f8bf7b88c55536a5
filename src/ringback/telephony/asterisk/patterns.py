"""What an outside value must look like before it may stand in Asterisk's configuration."""

import ipaddress
import re
from pathlib import Path
from typing import Final

NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
USERNAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
SECRET: Final = re.compile(r"[A-Za-z0-9_.~+=-]{8,128}")
SIP_PASSWORD: Final = re.compile(r"[!-~]{1,128}")
TRUNK_USERNAME: Final = re.compile(r"[A-Za-z0-9_.+-]{1,64}")
HOST_NAME: Final = re.compile(r"(?=.{1,253}\Z)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*")
PATH: Final = re.compile(r"/[A-Za-z0-9_.+@~/-]{0,1000}")
CODECS: Final = ("opus", "g722", "alaw", "ulaw", "gsm")


class UnsafeValue(ValueError):
    """A value may not stand in Asterisk's configuration."""

    def __init__(self, what: str, value: object) -> None:
        super().__init__(f"{what} may not be {str(value)[:80]!r}.")
        self.what = what


def checked(pattern: re.Pattern[str], what: str, value: str) -> str:
    """Give the value back if the whole of it fits the pattern; raise `UnsafeValue` if not."""
    if pattern.fullmatch(value) is None:
        raise UnsafeValue(what, value)
    return value


def checked_port(what: str, value: int) -> int:
    if not 1 <= value <= 65535:
        raise UnsafeValue(what, value)
    return value


def checked_directory(what: str, value: Path) -> str:
    return checked(PATH, what, str(value))


def checked_address(what: str, value: str) -> str:
    """Give an IP address back; one with an IPv6 zone is refused, a zone may hold any text."""
    try:
        address = ipaddress.ip_address(value)
    except ValueError as refused:
        raise UnsafeValue(what, value) from refused
    if "%" in value:
        raise UnsafeValue(what, value)
    return str(address)


def checked_host(what: str, value: str) -> str:
    """Give an address or a host name back as it stands in a SIP URI, IPv6 in brackets."""
    if ":" in value:
        return f"[{checked_address(what, value)}]"
    return checked(HOST_NAME, what, value)


def checked_codecs(what: str, values: tuple[str, ...]) -> str:
    if not values or not set(values) <= set(CODECS):
        raise UnsafeValue(what, values)
    return ",".join(values)
