"""The plain page: static files without a build step, and without anything from elsewhere."""

from collections.abc import Mapping
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.responses import Response

from ringback.access.permissions import Permission
from ringback.api.errors import EdgeCode, EdgeRefused
from ringback.api.permitting import needs

FOLDER = Path(__file__).parent.parent / "page"
MEDIA_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
FILES: Mapping[str, Path] = {
    f"/page/{path.name}": path for path in sorted(FOLDER.iterdir()) if path.suffix in MEDIA_TYPES
}
OPEN_PATHS = frozenset({"/plain", "/favicon.ico", *FILES})

router = APIRouter(include_in_schema=False)


@router.get("/plain", name="get_page")
@needs(Permission.OPEN)
async def get_page() -> Response:
    return _file(FOLDER / "index.html")


@router.get("/favicon.ico", name="get_icon")
@needs(Permission.OPEN)
async def get_icon() -> Response:
    return _file(FOLDER / "icon.svg")


@router.get("/page/{name}", name="get_page_file")
@needs(Permission.OPEN)
async def get_page_file(name: str) -> Response:
    path = FILES.get(f"/page/{name}")
    if path is None:
        raise EdgeRefused(EdgeCode.NOT_FOUND)
    return _file(path)


def _file(path: Path) -> Response:
    headers = {
        "content-security-policy": CONTENT_SECURITY_POLICY,
        "cache-control": "no-cache",
    }
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers=headers)
