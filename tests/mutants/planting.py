"""Plants a mutant: one module is loaded from a changed text, and no file is touched."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType


@dataclass(frozen=True)
class ChangedModule:
    """A module, its file, and what is to be loaded instead of the file's text."""

    name: str
    path: Path
    source: str


def plant(changed: ChangedModule) -> None:
    """Have this process load the changed module; nothing of the program may be loaded yet."""
    assert not any(name.split(".")[0] == "ringback" for name in sys.modules), "loaded too early"
    sys.meta_path.insert(0, _Finder(changed))


class _Finder(MetaPathFinder):
    """Finds the one changed module where the others are found."""

    def __init__(self, changed: ChangedModule) -> None:
        self.changed = changed

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.changed.name:
            return None
        spec = PathFinder.find_spec(fullname, path)
        assert spec is not None
        assert spec.origin is not None
        assert Path(spec.origin).samefile(self.changed.path), "another copy is being tested"
        spec.loader = _Loader(fullname, spec.origin, self.changed.source)
        return spec


class _Loader(SourceFileLoader):
    """Loads a text in place of its file, and leaves the compiled file alone."""

    def __init__(self, fullname: str, path: str, source: str) -> None:
        super().__init__(fullname, path)
        self.source = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec", dont_inherit=True)
