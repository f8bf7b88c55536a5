"""Webhooks lead into no private network, whatever their address says or comes to mean."""

from ipaddress import ip_network

import pytest
from tests.webhooks.receiver import Receiver

from ringback.webhooks.sending import Sender
from ringback.webhooks.signing import secret_of, signature
from ringback.webhooks.targets import TargetRefused, Targets

PRIVATE = (
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://[::1]/x",
    "https://10.1.2.3/x",
    "https://192.168.0.1:8443/x",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/x",
    "https://0.0.0.0/x",
    "https://224.0.0.1/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://[64:ff9b::10.0.0.1]/x",
    "https://[2002:7f00:1::]/x",
    "https://[fd00::1]/x",
    "https://[fe80::1]/x",
)
UNUSABLE = (
    "ftp://example.net/x",
    "https:///x",
    "https://user:password@93.184.216.34/x",
    "https://93.184.216.34/x#part",
    "https://93.184.216.34:99999/",
    "https://93.184.216.34/ with spaces",
    "http://93.184.216.34/x",
    "example.net",
    "https://93.184.216.34/" + "x" * 2_000,
)


async def is_taken(targets: Targets, url: str) -> bool:
    try:
        await targets.judge(url)
    except TargetRefused:
        return False
    return True


@pytest.mark.parametrize("url", PRIVATE)
async def test_private_address_is_refused_when_it_is_set(url: str) -> None:
    """Also where IPv6 hides an older address."""
    with pytest.raises(TargetRefused, match="private network"):
        await Targets().judge(url)


@pytest.mark.parametrize("url", UNUSABLE)
async def test_what_no_webhook_may_have_is_refused(url: str) -> None:
    """Public addresses go by https alone, and hold no password."""
    assert not await is_taken(Targets(), url)


@pytest.mark.parametrize("url", ["https://93.184.216.34/x", "https://[2606:4700::1111]:8443/x"])
async def test_public_address_is_taken(url: str) -> None:
    """Over https, on any port."""
    assert await is_taken(Targets(), url)


async def test_operator_can_allow_a_network() -> None:
    """That one, and there also without encryption."""
    targets = Targets([ip_network("10.0.0.0/8")])

    assert await is_taken(targets, "http://10.1.2.3/x")
    assert not await is_taken(targets, "https://192.168.0.1/x")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "127.1"])
async def test_each_connection_is_judged_anew(host: str, receiver: Receiver) -> None:
    """A name that has come to mean a private address is not followed there."""
    sender = Sender(Targets())

    tried = await sender.send(f"http://{host}:{receiver.port}/hook", {}, b"{}")

    await sender.close()
    assert tried.problem in ("target-refused", "connection-failed")
    assert not tried.arrived
    assert not receiver.taken


async def test_refused_target_is_told_as_such(receiver: Receiver) -> None:
    """Encrypted or not."""
    sender = Sender(Targets())

    plain = await sender.send(receiver.url, {}, b"{}")
    encrypted = await sender.send(receiver.url.replace("http:", "https:"), {}, b"{}")

    await sender.close()
    assert plain.problem == encrypted.problem == "target-refused"


async def test_certificate_must_be_of_the_name(receiver: Receiver) -> None:
    """Who is not whom the address names hears nothing."""
    sender = Sender(Targets([ip_network("127.0.0.0/8")]))

    tried = await sender.send(receiver.url.replace("http:", "https:"), {}, b"{}")

    await sender.close()
    assert tried.problem == "connection-failed"
    assert not receiver.taken


def test_signature_is_that_of_the_standard() -> None:
    """The published example of the Standard Webhooks."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'

    signed = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)

    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_secrets_of_webhooks_and_numbers_differ() -> None:
    """One that leaks tells nothing of the others."""
    made = {secret_of("master", name, number) for name in ("wh1", "wh2") for number in (1, 2)}

    assert len(made) == 4
    assert all(secret.startswith("whsec_") for secret in made)
