"""The web app: what its build has left in `webui/`, or one page that says how to build it."""

import secrets
from collections.abc import Collection, Mapping
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.responses import Response

from ringback.access.permissions import Permission
from ringback.api.errors import EdgeCode, EdgeRefused
from ringback.api.permitting import needs

FOLDER = Path(__file__).parents[2] / "webui"
FRONT = Path(__file__).parents[1] / "front"
ASSETS = "assets"
GUARDED_PLACES = frozenset({"api", "v1", "v2", "health", "ready", "metrics"})
"""What no screen of the app is called."""
MEDIA_TYPES: Mapping[str, str] = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
}
NONCE = "__NONCE__"
FOR_EVER = "public, max-age=31536000, immutable"
COMPRESSED = ".gz"

router = APIRouter(include_in_schema=False)


class Addresses:
    """The addresses that need no token: those named, and every screen of the app.

    A screen is the same empty page at every address; what it shows, it asks of the API.
    """

    def __init__(self, named: Collection[str]) -> None:
        self._named = named

    def __contains__(self, path: object) -> bool:
        return path in self._named or (
            isinstance(path, str) and path.lstrip("/").partition("/")[0] not in GUARDED_PLACES
        )


@router.get(f"/{ASSETS}/{{name}}", name="get_web_app_file")
@needs(Permission.OPEN)
async def get_web_app_file(name: str, request: Request) -> Response:
    """Give a file of the build; its name changes with what it holds, so it is kept for ever."""
    assets = _folder(request) / ASSETS
    path = assets / name
    media_type = MEDIA_TYPES.get(path.suffix)
    if media_type is None or path.parent != assets or not path.is_file():
        raise EdgeRefused(EdgeCode.NOT_FOUND)
    headers = {"cache-control": FOR_EVER, "vary": "accept-encoding"}
    compressed = path.with_name(name + COMPRESSED)
    if "gzip" in request.headers.get("accept-encoding", "") and compressed.is_file():
        return FileResponse(
            compressed, media_type=media_type, headers=headers | {"content-encoding": "gzip"}
        )
    return FileResponse(path, media_type=media_type, headers=headers)


@router.get("/favicon.ico", name="get_icon")
@needs(Permission.OPEN)
async def get_icon() -> Response:
    headers = {"cache-control": "no-cache", "content-security-policy": "default-src 'none'"}
    return FileResponse(FRONT / "icon.svg", media_type=MEDIA_TYPES[".svg"], headers=headers)


@router.get("/{screen:path}", name="get_web_app")
@needs(Permission.OPEN)
async def get_web_app(screen: str, request: Request) -> Response:
    """Give the app's one page at the address of every screen."""
    if screen.partition("/")[0] in GUARDED_PLACES:
        known = request.app.state.methods.known_at(request.url.path)
        raise EdgeRefused(EdgeCode.METHOD_NOT_ALLOWED if known else EdgeCode.NOT_FOUND)
    nonce = secrets.token_urlsafe(16)
    index = _folder(request) / "index.html"
    built = index.is_file()
    text = (index if built else FRONT / "not_built.html").read_text(encoding="utf-8")
    return HTMLResponse(
        text.replace(NONCE, nonce),
        status_code=200 if built else 503,
        headers={"cache-control": "no-cache", "content-security-policy": _policy(nonce)},
    )


def _folder(request: Request) -> Path:
    folder: Path = request.app.state.web_app
    return folder


def _policy(nonce: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' 'nonce-{nonce}'",
            "font-src 'self'",
            "img-src 'self' data:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
