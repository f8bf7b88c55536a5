"""Finding a callback by its id, or refusing with what is known of it."""

from .ids import CallbackId
from .refusals import Refusal, RefusalCode
from .states import Callback
from .world import World


def open_callback(world: World, callback_id: CallbackId) -> Callback:
    """Find a callback that is open; one that has ended is remembered for a while."""
    callback = world.callbacks.get(callback_id)
    if callback is not None:
        return callback
    ended = callback_id in world.follow_ups or callback_id in world.past_callbacks
    code = RefusalCode.CALLBACK_ALREADY_CLOSED if ended else RefusalCode.UNKNOWN_CALLBACK
    raise Refusal(code, callback_id=callback_id)
