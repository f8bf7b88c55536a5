"""The states of the connection to Asterisk, each with the sentences people read."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Connecting:
    @property
    def sentence(self) -> str:
        return "Connecting to Asterisk."


@dataclass(frozen=True, slots=True)
class Connected:
    @property
    def sentence(self) -> str:
        return "Connected to Asterisk."


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """`code` is stable: refused unknown-host timeout cut silent deaf no-answer not-ari starting
    bad-address http-<status>. `remedy` is what a person can do.
    """

    code: str
    reason: str
    remedy: str
    retry_seconds_max: float

    @property
    def sentence(self) -> str:
        return (
            f"Asterisk cannot be reached: {self.reason} "
            f"{_trying_again(self.retry_seconds_max)} {self.remedy}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongPassword:
    user: str
    url: str
    retry_seconds_max: float

    @property
    def reason(self) -> str:
        return f"Asterisk at {self.url} refuses the ARI user “{self.user}” or its password."

    @property
    def remedy(self) -> str:
        return "Compare asterisk.user and asterisk.password with Asterisk's ari.conf."

    @property
    def sentence(self) -> str:
        return f"{self.reason} {_trying_again(self.retry_seconds_max)} {self.remedy}"


@dataclass(frozen=True, slots=True)
class ApplicationReplaced:
    app: str
    url: str

    @property
    def sentence(self) -> str:
        return (
            f"Another program has taken over the ARI application “{self.app}” of Asterisk at "
            f"{self.url}. This server has stopped acting. Stop one of the two before you start the "
            "other again, or give each an Asterisk of its own."
        )


ConnectionState = Connecting | Connected | Unreachable | WrongPassword | ApplicationReplaced


def _trying_again(seconds_max: float) -> str:
    return f"Trying again within {max(1, math.ceil(seconds_max))} s."
