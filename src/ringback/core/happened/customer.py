"""What became true of customers."""

from enum import StrEnum

from ringback.core.ids import CallbackId, CustomerId
from ringback.core.plain_data import plain_data


class ErasureCause(StrEnum):
    """Why a customer's number and name are gone."""

    ASKED = "asked"
    KEPT_LONG_ENOUGH = "kept-long-enough"


@plain_data
class CustomerErased:
    """Nobody can tell any more who the customer was; the reference says nothing of them."""

    customer_id: CustomerId
    cause: ErasureCause


@plain_data
class FollowUpErased:
    """A listed callback was taken off the list, since its customer is erased (R39, R49)."""

    callback_id: CallbackId
