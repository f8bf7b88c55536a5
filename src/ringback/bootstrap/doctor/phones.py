"""Looks at the phone system: the check of Asterisk, then trunks, phones, transport and codecs."""

from collections.abc import Sequence
from typing import Final

from ringback.bootstrap.asterisk_check import check_asterisk
from ringback.bootstrap.asterisk_phones import ari_settings
from ringback.bootstrap.failures import CannotStart
from ringback.config.references import phone_names
from ringback.config.settings import PhoneWorld, Settings
from ringback.core.settings import PhoneKind
from ringback.telephony.asterisk import check
from ringback.telephony.asterisk.check_ways import TrunkWanted, Wanted, check_ways

from .findings import Area, Finding, Level, failure, ok

HERE: Final = Area.PHONES
LEVELS: Final = {"ok": Level.OK, "warning": Level.WARNING, "error": Level.FAILURE}


async def look_at_phones(settings: Settings) -> Sequence[Finding]:
    """Look at what calls come through; a running Ringback does not notice."""
    if settings.phones is PhoneWorld.SIMULATED:
        return [
            ok(HERE, "simulated", "The phones are simulated: no real call comes in or goes out.")
        ]
    if settings.asterisk.password is None and not _has_kept_password(settings):
        return [
            failure(
                HERE,
                "no-password",
                "Neither the settings nor the data directory hold a password for Asterisk.",
                "Set asterisk.password, or say `ringback asterisk start` for an Asterisk of ours.",
            )
        ]
    try:
        found = await check_asterisk(settings, with_trial=False)
        if not any(one.level == "error" for one in found):
            found += await check_ways(ari_settings(settings), _wanted(settings))
    except CannotStart as cannot:
        return [failure(HERE, "not-looked-at", str(cannot), "Run the doctor again after that.")]
    return list(map(_told, found))


def _has_kept_password(settings: Settings) -> bool:
    return (settings.data / "secrets" / "asterisk").is_file()


def _wanted(settings: Settings) -> Wanted:
    return Wanted(
        trunks=tuple(
            TrunkWanted(each.name, each.host, each.codecs, each.qualify_seconds > 0)
            for each in settings.trunks
        ),
        phones=tuple(
            name
            for company in settings.every_company
            for name, agent in zip(phone_names(company).values(), company.agents, strict=True)
            if agent.phone is PhoneKind.DESK
        ),
    )


def _told(one: check.Finding) -> Finding:
    return Finding(HERE, LEVELS[one.level], one.code, one.sentence, one.remedy)
