"""The list in docs/security.md names tests that there are, and the few that stand nowhere else."""

import ast
import re
import stat
from pathlib import Path

import pytest
from tests.api.office import open_office
from tests.api.signed_in import browser
from tests.browser.served import serve_demo

from ringback.telephony.asterisk.configuration import AsteriskSettings, configuration_texts

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
RUNS_A_SHELL = {"system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell"}
PRIVATE = ("secrets/*", "*.db*", "voicemails", "*numbers*", "erased*")
OPEN_AND_GUARDED = ("/", "/favicon.ico", "/api/v1/session", "/api/v1/users", "/v1/calls")


def test_every_test_that_the_list_names_exists() -> None:
    """A row without a test, or with one that is gone, is a promise nobody keeps."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "| how |" not in line]
    gone = [
        f"{path}::{name}"
        for path, name in NAMED.findall(text)
        if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]

    assert gone == []
    assert len(rows) > 20
    assert [row for row in rows if NAMED.search(row) is None] == []


def test_no_program_is_started_through_a_shell() -> None:
    """Arguments are lists: a name with a semicolon is a name."""
    shells = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _is_a_shell(node)
    ]

    assert shells == []


def _is_a_shell(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return name in RUNS_A_SHELL or any(keyword.arg == "shell" for keyword in call.keywords)


def test_nobody_is_served_by_asterisk_without_a_name() -> None:
    """No endpoint takes whoever is not known, and no module finds one for them."""
    settings = AsteriskSettings(
        app="ringback",
        ari_user="ringback",
        ari_password="a-generated-password",
        http_port=8088,
        sip_port=5060,
        rtp_ports=(10_000, 10_100),
        state_directory=Path("/var/lib/ringback/asterisk"),
        music_directory=Path("/var/lib/ringback/music"),
    )

    texts = configuration_texts(Path("/etc/ringback/asterisk"), settings)

    for text in texts.values():
        assert "anonymous" not in text.lower()
        assert "guest" not in text.lower()
    assert "type = endpoint" not in texts["pjsip.conf"]
    assert texts["manager.conf"] == "[general]\nenabled = no\n"


@pytest.mark.parametrize("path", OPEN_AND_GUARDED)
async def test_every_answer_bears_the_headers_that_browsers_obey(path: str, tmp_path: Path) -> None:
    """Also what is refused."""
    async with open_office(tmp_path) as office, browser(office) as http:
        answer = await http.get(path)

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in answer.headers
    if answer.headers["content-type"].startswith("text/html"):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.slow
def test_only_the_owner_reads_what_is_kept(tmp_path: Path) -> None:
    """The journal with numbers and password hashes, and every secret, of a server that ran."""
    with serve_demo(tmp_path):
        kept = [path for pattern in PRIVATE for path in tmp_path.rglob(pattern)]
        open_to_others = [path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077]
        data = next(path.parent for path in kept if path.parent.name == "secrets").parent

    assert {"token"} <= {path.name for path in kept}
    assert any(path.suffix == ".db" for path in kept)
    assert open_to_others == []
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
