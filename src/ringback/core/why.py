"""Why a waiting item is not being rung for, asked of the world as dispatch asks it (R46)."""

from collections.abc import Iterator

from .states import Item, Stay
from .world import Place, Queue, World


def ahead_of(world: World, item: Item) -> list[Item]:
    """List what may take this item's agents before it does, the first to be served first.

    That is what stands before it in its queue, and in other queues whose targets share an agent
    with its own: a free agent goes to the oldest item over all queues (R28).
    """
    stay = item.stay
    if stay is None or not world.in_queue(item):
        return []
    queue = world.queues[stay.queue_id]
    places = [
        place
        for other in world.queues.values()
        if other is queue or _share_an_agent(queue, other)
        for place in _places_before(other, stay)
    ]
    found = (world.item(item_id) for _, _, item_id in sorted(places))
    return [each for each in found if each is not None]


def _share_an_agent(queue: Queue, other: Queue) -> bool:
    return any(agent_id in other.group.members for agent_id in queue.group.members)


def _places_before(queue: Queue, stay: Stay) -> Iterator[Place]:
    yield from queue.items.irange(maximum=(*stay.place, ""), inclusive=(True, False))
