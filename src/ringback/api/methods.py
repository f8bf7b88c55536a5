"""Which methods an address knows, over all routes: what a refused one is told to use."""

from collections.abc import Iterable

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import compile_path


class Methods:
    """Knows the methods of every address that is no screen of the web app."""

    def __init__(self, routers: Iterable[tuple[str, APIRouter]]) -> None:
        self._known = [
            (compile_path(prefix + route.path)[0], frozenset(route.methods or ()))
            for prefix, router in routers
            for route in router.routes
            if isinstance(route, APIRoute)
        ]

    def known_at(self, path: str) -> str:
        """Give them as the header `Allow` names them; nothing where there is only the web app."""
        found = (methods for address, methods in self._known if address.match(path))
        return ", ".join(sorted(frozenset().union(*found)))
