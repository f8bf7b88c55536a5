"""What this product does not have at all: refused as a feature that is switched off."""

from fastapi import APIRouter, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import disabled
from ringback.api.permitting import needs

router = APIRouter()


@router.post("/messages/send/whatsapp/native", name="compatible_send_native_whatsapp")
@router.post("/messages/whatsapp/send", name="compatible_send_whatsapp")
@router.get("/sms/templates", name="compatible_list_sms_templates")
@needs(Permission.BOARD_SEE)
async def messages() -> Response:
    raise disabled("Messaging")


@router.get("/integrations/me", name="compatible_get_integration")
@router.post("/integrations/enable", name="compatible_enable_integration")
@router.post("/integrations/disable", name="compatible_disable_integration")
@router.post("/oauth/token", name="compatible_exchange_code")
@needs(Permission.BOARD_SEE)
async def integrations() -> Response:
    raise disabled("OAuth")


@router.post("/outbound-calls/agents/{entry}", name="compatible_call_by_voice_agent")
@needs(Permission.BOARD_SEE)
async def voice_agents(entry: str) -> Response:
    raise disabled("The voice agent")


@router.post("/analytics/report/export", name="compatible_export_report")
@router.get("/analytics/report/export/{entry}", name="compatible_get_report")
@needs(Permission.BOARD_SEE)
async def reports(entry: str = "") -> Response:
    raise disabled("Exporting reports; /api/v1/exports does that here; it")
