"""The STUN and TURN servers which help the sound of a phone in a page through routers."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ringback.core.ids import AgentId

from .views import View

GOOD_FOR = timedelta(hours=12)


class IceServerView(View):
    """One server, as browsers want it named."""

    urls: str
    username: str | None = None
    credential: str | None = None


@dataclass(frozen=True, slots=True)
class IceServers:
    """Both are optional, each with its port.

    A TURN server shares a secret with us and takes passwords made of it, each good for a while, as
    coturn's `use-auth-secret` does: the secret itself is told to no page.
    """

    stun: str | None = None
    turn: str | None = None
    turn_secret: str = field(default="", repr=False)

    def views(self, agent_id: AgentId, now: datetime) -> list[IceServerView]:
        servers = []
        if self.stun is not None:
            servers.append(IceServerView(urls=f"stun:{self.stun}"))
        if self.turn is not None:
            username = f"{int((now + GOOD_FOR).timestamp())}:{agent_id}"
            digest = hmac.digest(self.turn_secret.encode(), username.encode(), hashlib.sha1)
            credential = base64.b64encode(digest).decode()
            servers.append(
                IceServerView(urls=f"turn:{self.turn}", username=username, credential=credential)
            )
        return servers
