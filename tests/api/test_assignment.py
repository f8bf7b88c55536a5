"""What an agent's page is told live of the requests of lines (R36)."""

import json
from dataclasses import replace
from functools import partial
from typing import Any

from tests.api.office import Office
from tests.api.test_by_hand import by_hand, manual_request

from ringback.access.principal import operator
from ringback.api.live_feed import Listener
from ringback.api.sight import Sight, sight_of
from ringback.core.ids import AgentId
from ringback.people import Rights, Role


def _look(office: Office, agent_id: str) -> Sight:
    rights = Rights(role=Role.AGENT, agent_id=AgentId(agent_id))
    return sight_of(replace(operator(""), rights=rights), office.account.engine.world)


async def told(office: Office, listener: Listener, kind: str) -> Any:
    """Give the next message of a kind to a page, all that was gathered being let out."""
    await office.settle()
    office.feed.flush()
    while (message := json.loads(await listener.next_message()))["type"] != kind:
        pass
    return message


async def test_page_is_told_of_its_agents_lines_and_anew_when_they_change(office: Office) -> None:
    """R36: changes are left out as in the list; a new assignment brings a whole snapshot."""
    callback_id = await manual_request(office)
    settings = await office.get("/lines/paris/settings")
    await office.put("/lines/paris/settings", settings | {"assigned_agents": ["tom"]})
    feed = office.feed
    tom, lea = (feed.join(partial(_look, office, agent)) for agent in ("tom", "lea"))

    first = await told(office, lea, "snapshot")
    await by_hand(office, callback_id, "claim", "tom")
    seen = await told(office, tom, "changes")
    unseen = await told(office, lea, "changes")
    await office.put("/lines/paris/settings", settings)
    opened = await told(office, lea, "snapshot")

    assert [one["id"] for one in seen["callbacks"]] == [callback_id]
    assert unseen["callbacks"] == first["to_call"] == []
    assert [one["id"] for one in opened["to_call"]] == [callback_id]
    feed.leave(tom)
    feed.leave(lea)
