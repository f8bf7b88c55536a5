"""The companies of one server, strictly apart: who asks is shown theirs, and no other (S24)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from ringback.access.entrance import Entrance
from ringback.access.principal import Principal
from ringback.core.ids import AccountId

from .booth import Booth
from .figures_kept import FiguresKept
from .figures_of_all import FiguresOfAll
from .figures_of_process import FiguresOfProcess
from .gate import WHO, Gate
from .live_feed import LiveFeed
from .presenter import Presenter
from .services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """One account, and all that shows it."""

    services: Services
    presenter: Presenter
    live_feed: LiveFeed
    figures: FiguresKept
    booth: Booth | None
    """The customers' phones of the simulated network; None when real phones are used."""


class Companies:
    """Every company of the installation; the first is its own, which it always has."""

    def __init__(
        self, companies: Mapping[AccountId, Company], process: FiguresOfProcess | None = None
    ) -> None:
        self._companies = dict(companies)
        accesses = {each: company.services.access for each, company in companies.items()}
        self.entrance = Entrance(accesses)
        self.figures_of_all: FiguresOfAll | None = None
        """For the operator, where there are several."""
        if process is not None and len(companies) > 1:
            registries = {each: company.figures.registry for each, company in companies.items()}
            self.figures_of_all = FiguresOfAll(registries, process)
        self.gate = Gate(accesses, self.first.services.token)

    def __iter__(self) -> Iterator[Company]:
        return iter(self._companies.values())

    @property
    def first(self) -> Company:
        return next(iter(self._companies.values()))

    def of(self, who: Principal | None) -> Company:
        """Give the company of who asks; who is not known yet has the installation's own."""
        return self.first if who is None else self._companies[who.account_id]


def companies_of(connection: HTTPConnection) -> Companies:
    """Give all companies, for what is told of the installation as a whole."""
    companies: Companies = connection.app.state.companies
    return companies


def company_of(connection: HTTPConnection) -> Company:
    """Give the company of who asks; the guard has found out who that is."""
    return companies_of(connection).of(connection.scope.get(WHO))
