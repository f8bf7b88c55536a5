"""Puts the webhooks of an account together: journal, messages, signatures and addresses."""

from datetime import timedelta
from functools import partial
from ipaddress import ip_network

from ringback.api.presenter import Presenter
from ringback.api.webhook_messages import WebhookWriter
from ringback.config.settings import Settings
from ringback.ports import Journal
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.webhooks.compatible_events import is_told_compatibly
from ringback.webhooks.courier import Patience
from ringback.webhooks.desk import WebhookDesk
from ringback.webhooks.event_types import is_told
from ringback.webhooks.sending import Sender
from ringback.webhooks.standing import Means
from ringback.webhooks.tail import Tail
from ringback.webhooks.targets import Targets

from .account import Account
from .kept_secrets import kept_secret

MASTER_SECRET = "webhooks"  # noqa: S105 - the name under which it is kept


async def webhook_desk(
    settings: Settings, account: Account, journal: Journal, voicemails: VoicemailKeeper
) -> WebhookDesk:
    """Make the desk, which follows the engine; nothing is told before it runs."""
    section = settings.webhooks
    engine = account.engine
    targets = Targets([ip_network(network) for network in section.allowed_networks])
    tail = Tail(
        partial(journal.read, engine.account_id),
        lambda fact: is_told(fact) or is_told_compatibly(fact),
        committed=engine.committed_sequence,
    )
    engine.subscribe(tail.follow)
    show = Presenter(engine.world, account.number_book, account.records)
    writer = WebhookWriter(engine, account.archive, show, voicemails)
    desk = WebhookDesk(
        Means(
            account_id=engine.account_id,
            store=journal.webhooks,
            sender=Sender(targets),
            master_secret=kept_secret(settings.data, MASTER_SECRET),
            now=account.clock.now,
            patience=Patience(disabled_after=timedelta(hours=section.disabled_after_hours)),
            ended_after=timedelta(seconds=section.ended_after_seconds),
            root=settings.http.public_address
            or f"http://{settings.http.host}:{settings.http.port}",
        ),
        targets=targets,
        tail=tail,
        pack=writer.pack,
        pack_test=writer.pack_test,
        log_kept_for=timedelta(days=section.log_kept_days),
    )
    await desk.load()
    return desk
