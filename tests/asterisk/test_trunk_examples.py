"""The trunks of the document: what is shown is what Asterisk is told, and a real one takes it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.bootstrap.asterisk_phones import telephony_settings
from ringback.config.loading import check_settings
from ringback.telephony.asterisk.client import path
from ringback.telephony.asterisk.provisioning import Trunk, provision_trunk, trunk_objects

from .connections import ConnectedClient

TEXT = (Path(__file__).parents[2] / "docs" / "sip-trunks.md").read_text()
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
SHOWN = {"carrier", "provider"}


def trunk_of(example: str, data: Path) -> Trunk:
    """Read an example as settings are read; the password keeps one from being made."""
    given = {"data_directory": data, "asterisk": {"password": "of-no-account"}}
    [route] = telephony_settings(check_settings(given | tomllib.loads(example))).routes
    return route.trunk


def shown(endpoint: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Read the objects of a trunk as the document shows them."""
    for block in re.findall(rf"\[{endpoint}\]\n(.*?)(?=\n\n|```)", TEXT, re.DOTALL):
        fields = dict(line.split(" = ", 1) for line in block.strip().splitlines())
        yield fields.pop("type"), fields


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_objects_of_a_trunk_are_those_of_the_document(example: str, tmp_path: Path) -> None:
    """Two are shown whole, and all are understood."""
    trunk = trunk_of(example, tmp_path)
    objects = trunk_objects(trunk, trunk.calls_from or (trunk.host,))

    told = dict(shown(trunk.endpoint))
    assert {kind for kind, _, _ in objects} >= {"aor", "identify", "endpoint"}
    assert bool(told) == (trunk.name in SHOWN)
    assert not told or told == {kind: fields for kind, _, fields in objects}


@pytest.mark.phones
@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
async def test_real_asterisk_takes_the_trunk(
    client: ConnectedClient, example: str, tmp_path: Path
) -> None:
    """Each object is there afterwards, and the trunk is an endpoint that can be called."""
    trunk = trunk_of(example, tmp_path)

    await provision_trunk(client.ari, trunk)

    for kind, name, _ in trunk_objects(trunk, trunk.calls_from or (trunk.host,)):
        uri = path("asterisk", "config", "dynamic", "res_pjsip", kind, name)
        assert (await client.ari.send("GET", uri)).ok, kind
    endpoint = await client.ari.request("GET", path("endpoints", "PJSIP", trunk.endpoint))
    assert endpoint.json()["resource"] == trunk.endpoint
