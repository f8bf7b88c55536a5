"""Gives customers the names that people know them by."""

from ringback.core.ids import AgentId, CustomerId
from ringback.core.inputs import NameCustomer

from .customers import CustomerRegister
from .letters import PersonalData
from .loop import Engine


class ContactDesk:
    """The names of one account's customers; they are kept beside the journal, never in it."""

    def __init__(self, engine: Engine, customers: CustomerRegister) -> None:
        self._engine = engine
        self._customers = customers

    def knows(self, customer_id: CustomerId) -> bool:
        """Tell whether there is such a customer, not erased."""
        customer = self._customers.find(customer_id)
        return customer is not None and customer.number is not None

    async def name(
        self, customer_id: CustomerId, name: str | None, agent_id: AgentId | None, actor: str
    ) -> None:
        """Name a customer; a name that the network sends later changes nothing.

        Raises `Refusal`.
        """

        def renamed(_: object) -> PersonalData:
            customer = self._customers.rename(customer_id, name)
            return PersonalData(customers=[] if customer is None else [customer])

        await self._engine.request(NameCustomer(customer_id, agent_id), actor, renamed)
