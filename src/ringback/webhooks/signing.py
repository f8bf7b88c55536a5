"""How a delivery is signed, as in the Standard Webhooks: HMAC-SHA256 over id.timestamp.body."""

import base64
import hmac
from collections.abc import Mapping, Sequence

PREFIX = "whsec_"
"""What a secret begins with; its key follows in base64."""
VERSION = "v1"
TOKEN_LENGTH = 32


def secret_of(master: str, webhook_id: str, number: int) -> str:
    """Make a webhook's secret of that number; only the installation's master secret is kept."""
    key = hmac.digest(master.encode(), f"{webhook_id}.{number}".encode(), "sha256")
    return PREFIX + base64.b64encode(key).decode()


def token_of(master: str, webhook_id: str, number: int) -> str:
    """Make the token that stands in each message of a compatible webhook."""
    named = f"{webhook_id}.{number}.token".encode()
    return hmac.digest(master.encode(), named, "sha256").hex()[:TOKEN_LENGTH]


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{timestamp}.".encode() + body
    return f"{VERSION},{base64.b64encode(hmac.digest(key, signed, 'sha256')).decode()}"


def signed_headers(
    secrets: Sequence[str], message_id: str, timestamp: int, body: bytes
) -> Mapping[str, str]:
    """Give the headers of a delivery, with one signature for each secret in force."""
    signatures = [signature(secret, message_id, timestamp, body) for secret in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }
