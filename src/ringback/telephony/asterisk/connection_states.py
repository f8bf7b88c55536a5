"""The states of the connection to Asterisk, each with the sentence people read."""

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


@dataclass(frozen=True, slots=True)
class Unreachable:
    """`code` is stable: refused timeout cut silent not-ari busy bad-address http-<status>."""

    code: str
    reason: str

    @property
    def sentence(self) -> str:
        return f"Asterisk cannot be reached: {self.reason} Trying again."


@dataclass(frozen=True, slots=True)
class WrongPassword:
    user: str

    @property
    def sentence(self) -> str:
        return (
            f"Asterisk refuses the ARI user “{self.user}” or its password. "
            "Compare them with ari.conf. Trying again."
        )


@dataclass(frozen=True, slots=True)
class ApplicationReplaced:
    app: str

    @property
    def sentence(self) -> str:
        return (
            f"Another program has taken the ARI application “{self.app}” over. "
            "This one has stopped acting and will not reconnect by itself."
        )


ConnectionState = Connecting | Connected | Unreachable | WrongPassword | ApplicationReplaced
