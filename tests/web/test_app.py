"""What the app's own tests say: its store, its words, its difficult parts."""

from tests.web.node import needs_node, run_node


@needs_node
def test_components_and_store_hold() -> None:
    """Vitest's tests, which lie beside what they test."""
    ran = run_node("node_modules/vitest/vitest.mjs", "run", "--reporter=dot")

    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    assert "passed" in ran.stdout
