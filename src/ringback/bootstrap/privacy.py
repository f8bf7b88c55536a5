"""Puts together who erases customers, and who removes what was kept for long enough."""

from datetime import timedelta

from ringback.api.services import Privacy
from ringback.config.settings import Settings
from ringback.core.ids import CallId, CustomerId
from ringback.ports import Journal
from ringback.runtime.erasure import Eraser
from ringback.runtime.retention import DataKind, Retention
from ringback.runtime.voicemails import VoicemailKeeper

from .account import Account
from .kept_erasures import ErasedFile
from .kept_files import KeptFiles
from .line_voice import LineVoice
from .old_files import AgedFiles
from .prompts import PromptFinder


def privacy_of(
    settings: Settings,
    account: Account,
    journal: Journal,
    voicemails: VoicemailKeeper,
    line_voice: LineVoice,
    prompts: PromptFinder,
) -> Privacy:
    """Make both; nothing runs yet. Raises `CannotStart`."""
    references = ErasedFile(settings)
    account.customers.pass_over(references.erased)
    kept = KeptFiles(settings)

    async def recorded_calls(customer_id: CustomerId) -> list[CallId]:
        return [call.id for call in await account.archive.calls_of(customer_id)]

    eraser = Eraser(
        engine=account.engine,
        customers=account.customers,
        journal=journal,
        voicemails=voicemails,
        recorded_calls=recorded_calls,
        references=references,
        files=kept,
    )
    retention = Retention(
        engine=account.engine,
        journal=journal,
        eraser=eraser,
        references=references,
        voicemails=voicemails,
        files=AgedFiles(kept, prompts, account.engine.world, line_voice.in_use),
        kept_for=_kept_for(settings),
        now=account.clock.now,
    )
    return Privacy(eraser, retention)


def _kept_for(settings: Settings) -> dict[DataKind, timedelta | None]:
    days = {
        DataKind.CUSTOMERS: settings.customers_kept_days,
        DataKind.NOTES: settings.notes_kept_days,
        DataKind.VOICEMAILS: settings.voicemails_kept_days,
        DataKind.SPOKEN: settings.spoken_kept_days,
        DataKind.REPLACED: settings.replaced_kept_days,
        DataKind.LOGS: settings.logs_kept_days,
    }
    return {kind: timedelta(days=count) if count else None for kind, count in days.items()}
