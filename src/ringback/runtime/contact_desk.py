"""Gives customers the names that people know them by."""

from ringback.core.ids import AgentId, CustomerId
from ringback.core.inputs import NameCustomer
from ringback.core.refusals import Refusal
from ringback.ports import Customer

from .customers import CustomerRegister
from .letters import PersonalData
from .loop import Engine, Overloaded


class ContactDesk:
    """The names of one account's customers; they are kept beside the journal, never in it."""

    def __init__(self, engine: Engine, customers: CustomerRegister) -> None:
        self._engine = engine
        self._customers = customers

    def knows(self, customer_id: CustomerId) -> bool:
        """Tell whether there is such a customer, not erased."""
        customer = self._customers.find(customer_id)
        return customer is not None and customer.number is not None

    async def add(self, number: str, name: str | None, actor: str) -> CustomerId:
        """Know a customer by a number in E.164; one who is known already is given the name.

        Raises `Refusal`, and `Overloaded`.
        """
        customer_id, _ = self._customers.welcome(number, None)
        is_new = self._customers.find(customer_id) == Customer(customer_id, number, None)
        try:
            await self.name(customer_id, name, None, actor, is_new=is_new)
        except (Refusal, Overloaded):
            if is_new:
                self._customers.erase(customer_id)
            raise
        return customer_id

    async def name(
        self,
        customer_id: CustomerId,
        name: str | None,
        agent_id: AgentId | None,
        actor: str,
        *,
        is_new: bool = False,
    ) -> None:
        """Name a customer; a name that the network sends later changes nothing.

        Raises `Refusal`.
        """

        def renamed(_: object) -> PersonalData:
            customer = self._customers.rename(customer_id, name)
            return PersonalData(customers=[] if customer is None else [customer])

        await self._engine.request(NameCustomer(customer_id, agent_id, is_new), actor, renamed)
