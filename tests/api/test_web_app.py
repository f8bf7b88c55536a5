"""The web app as it is served: one page at every screen's address, kept files, nothing foreign."""

import inspect
import json
import re
from pathlib import Path
from types import ModuleType

import httpx
import pytest
from starlette.routing import Route
from tests.api.office import Office

from ringback.api.app import OPEN_ADDRESSES, OPEN_PATHS
from ringback.api.errors import MEANINGS
from ringback.core import flow_check, offering, publishing

FLOW_CODE = re.compile(r'(?:FlowProblem|_out_of)\("([\w-]+)"')
WORDS = Path(__file__).parents[2] / "web" / "src" / "i18n"


@pytest.fixture
def built(office: Office, tmp_path: Path) -> Path:
    """A build of the app, small enough to be read."""
    folder = tmp_path / "webui"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<meta name=nonce content=__NONCE__><title>Ringback</title>")
    (folder / "assets" / "index-1.js").write_text("start()")
    (folder / "assets" / "index-1.js.gz").write_bytes(b"compressed")
    (folder / "secret.txt").write_text("not to be given")
    office.app.state.web_app = folder
    return folder


async def _bare(office: Office, path: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(office.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as http:
        return await http.get(path, headers={"accept-encoding": "identity"} | headers)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("path", ["/", "/workspace", "/numbers/paris/callbacks", "/sign-in"])
async def test_every_screen_is_the_one_page(office: Office, path: str) -> None:
    """It needs no token, for it shows nothing by itself; it is asked for anew each time."""
    answer = await _bare(office, path)

    assert answer.status_code == httpx.codes.OK
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-cache"
    assert "<title>Ringback</title>" in answer.text


@pytest.mark.usefixtures("built")
async def test_page_allows_nothing_from_elsewhere(office: Office) -> None:
    """Styles are let in by a nonce that is another one each time; nothing else inline is."""
    one, other = await _bare(office, "/"), await _bare(office, "/")

    policy = one.headers["content-security-policy"]
    nonce = one.text.partition("content=")[2].partition(">")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert f"'nonce-{nonce}'" in policy
    assert len(nonce) >= 16
    assert nonce not in other.text


@pytest.mark.usefixtures("built")
async def test_files_of_the_build_are_kept_for_ever(office: Office) -> None:
    """Their names change with what they hold; who takes them compressed gets them so."""
    plain = await _bare(office, "/assets/index-1.js")
    transport = httpx.ASGITransport(office.app)
    async with (
        httpx.AsyncClient(transport=transport, base_url="http://ringback") as http,
        http.stream(
            "GET", "/assets/index-1.js", headers={"accept-encoding": "gzip, br"}
        ) as compressed,
    ):
        raw = b"".join([chunk async for chunk in compressed.aiter_raw()])

    assert plain.text == "start()"
    assert "immutable" in plain.headers["cache-control"]
    assert plain.headers["content-type"].startswith("text/javascript")
    assert (raw, compressed.headers["content-encoding"]) == (b"compressed", "gzip")


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    "path", ["/assets/nothing.js", "/assets/..%2Fsecret.txt", "/assets/..%2f..%2fapp.py"]
)
async def test_nothing_but_files_of_the_build_is_given(office: Office, path: str) -> None:
    """No address leads out of the folder of the build."""
    answer = await _bare(office, path)

    assert answer.status_code == httpx.codes.NOT_FOUND or "<title>" in answer.text
    assert "not to be given" not in answer.text


async def test_server_without_the_app_says_how_to_build_it(office: Office, tmp_path: Path) -> None:
    """In both languages, and what does the work meanwhile."""
    office.app.state.web_app = tmp_path / "nowhere"

    answer = await _bare(office, "/workspace")

    assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert "make web" in answer.text
    assert "<code>ringback</code>" in answer.text
    assert 'lang="fr"' in answer.text


async def test_icon_is_there_whether_or_not_the_app_is_built(
    office: Office, tmp_path: Path
) -> None:
    """It holds no data, and runs nothing."""
    office.app.state.web_app = tmp_path / "nowhere"

    answer = await _bare(office, "/favicon.ico")

    assert answer.status_code == httpx.codes.OK
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"] == "default-src 'none'"


async def test_no_guarded_route_lies_where_the_screens_are(office: Office) -> None:
    """Deny by default: what needs the token begins with a word that no screen is called by."""
    exposed = [
        route.path
        for route in office.app.routes
        if isinstance(route, Route)
        and route.path in OPEN_ADDRESSES
        and route.name not in ("get_web_app", "get_web_app_file")
    ]

    assert set(exposed) == {path for path in OPEN_PATHS if path in set(exposed)}
    for path in ("/api/v1/agents", "/metrics", "/v1/calls"):
        assert (await _bare(office, path)).status_code == httpx.codes.UNAUTHORIZED


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_refusal_has_words_of_its_own_in_the_app(language: str) -> None:
    """A code is for programs; people read a sentence in their language."""
    sentences = json.loads((WORDS / language / "errors.json").read_text())

    assert {code.value for code in MEANINGS} - sentences.keys() == set()


def _flow_codes(module: ModuleType) -> set[str]:
    return set(FLOW_CODE.findall(inspect.getsource(module)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_problem_and_warning_of_a_flow_has_words_in_the_app(language: str) -> None:
    """What keeps a flow from being published is told in the reader's language."""
    sentences = json.loads((WORDS / language / "flow.json").read_text())["problem"]
    needed = _flow_codes(flow_check) | _flow_codes(publishing) | _flow_codes(offering)

    assert len(needed) > 20
    assert needed - sentences.keys() == set()
