"""Looks at the phone system: the check of Asterisk, then trunks, phones, transport and codecs."""

from collections.abc import Sequence
from typing import Final

from ringback.bootstrap.asterisk_check import check_asterisk
from ringback.bootstrap.asterisk_phones import ari_settings
from ringback.bootstrap.failures import CannotStart
from ringback.config.company import AgentEntry
from ringback.config.references import phone_names
from ringback.config.settings import PhoneWorld, Settings
from ringback.core.settings import PhoneKind
from ringback.telephony.asterisk import check
from ringback.telephony.asterisk.browser_phones import takes_browser_phones
from ringback.telephony.asterisk.check_ways import TrunkWanted, Wanted, check_ways

from .findings import Area, Finding, Level, failure, ok, warning

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
        works = not any(one.level == "error" for one in found)
        if works:
            found += await check_ways(ari_settings(settings), _wanted(settings))
    except CannotStart as cannot:
        return [failure(HERE, "not-looked-at", str(cannot), "Run the doctor again after that.")]
    return [*map(_told, found), *(await look_at_browser_phones(settings) if works else ())]


async def look_at_browser_phones(settings: Settings) -> Sequence[Finding]:
    """Look whether agents can speak through their pages, as those do who have no other phone."""
    companies = settings.every_company
    agents = [agent.name for each in companies for agent in each.agents if _speaks_in_page(agent)]
    if not agents:
        return [ok(HERE, "no-browser-phones", "No agent of the settings speaks through the page.")]
    if not await takes_browser_phones(settings.asterisk.url):
        return [
            failure(
                HERE,
                "no-phone-socket",
                f"Asterisk takes no SIP over WebSockets, so {agents[0]} has no phone in the page.",
                "Load res_http_websocket and res_pjsip_transport_websocket, and give pjsip.conf a"
                " transport with protocol = ws.",
            )
        ]
    address = settings.http.public_address
    if address is None or not address.startswith("https://"):
        return [
            warning(
                HERE,
                "phones-without-https",
                "Browsers give a microphone only to pages with https, or on this machine; the"
                f" settings name no such address, and {agents[0]} speaks through the page.",
                "Put a web server with TLS before Ringback and name it in http.public_address, or"
                " give agents desk phones.",
            )
        ]
    return [ok(HERE, "browser-phones", f"Agents can speak through their pages at {address}.")]


def _speaks_in_page(agent: AgentEntry) -> bool:
    return agent.phone is PhoneKind.BROWSER


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
