"""Receives an uploaded file onto the disk, out of a form or as the bare body of a request."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, BinaryIO, NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request

from .errors import EdgeCode, EdgeRefused

FORM = "multipart/form-data"
FIELDS_MAX = 4
NAME_LENGTH_MAX = 100


class Received(NamedTuple):
    """A file of the system, whole and flushed, with what it was declared and called to be."""

    file: BinaryIO
    declared: str | None
    name: str


def file_in_body(bare: str) -> dict[str, Any]:
    """Describe the body of a request for `received`; `bare` is the media type outside a form."""
    file = {"type": "string", "format": "binary"}
    form = {
        "type": "object",
        "properties": {"file": file, "name": {"type": "string"}},
        "required": ["file"],
    }
    content = {FORM: {"schema": form}, bare: {"schema": file}}
    return {"requestBody": {"required": True, "content": content}}


@asynccontextmanager
async def received(request: Request, name: str | None) -> AsyncIterator[Received]:
    """Give the file that a request holds; it is gone afterwards. The guard bounds its size.

    A form names it in its field `name`, a bare body in the address. Raises `EdgeRefused`.
    """
    declared = request.headers.get("content-type")
    try:
        if (declared or "").partition(";")[0].strip().lower() == FORM:
            async with request.form(max_files=1, max_fields=FIELDS_MAX) as form:
                file, given = form.get("file"), form.get("name", name)
                if not isinstance(file, UploadFile):
                    raise _missing("file", "send the file in this field of the form")
                file.file.fileno()
                file.file.flush()
                yield Received(file.file, file.content_type, _usable(given))
        else:
            usable = _usable(name)
            with tempfile.TemporaryFile() as on_disk:
                async for chunk in request.stream():
                    on_disk.write(chunk)
                on_disk.flush()
                yield Received(on_disk, declared, usable)
    except ClientDisconnect as gone:
        raise _missing("file", "the connection broke before all of it had arrived") from gone


def _usable(name: object) -> str:
    if not isinstance(name, str) or not name.strip():
        raise _missing("name", "say what to call it")
    if len(name.strip()) > NAME_LENGTH_MAX:
        raise _missing("name", f"at most {NAME_LENGTH_MAX} characters")
    return name.strip()


def _missing(field: str, problem: str) -> EdgeRefused:
    fields = [{"field": field, "problem": problem}]
    return EdgeRefused(EdgeCode.VALIDATION_FAILED, fields=fields)
