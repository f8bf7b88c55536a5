"""The web app's own tools, run by the Node that is here."""

import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web"
SECONDS_MAX = 240

needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (WEB / "node_modules" / ".package-lock.json").is_file(),
    reason="the web app's tools are not here: `make .make/node` brings them",
)


def run_node(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of `web/` to its end."""
    return subprocess.run(
        ["node", *arguments],
        cwd=WEB,
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
        check=False,
    )
