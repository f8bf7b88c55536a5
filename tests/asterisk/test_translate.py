"""ARI events become reports: every decodable one without harm, the telling ones to the letter."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.ids import AgentId, CallId, LegId, LineId, PlaybackId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    DigitPressed,
    FailureCause,
    LegEnded,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.ports import IncomingCall, Presentation, TelephonyReport
from ringback.telephony.asterisk.client import AriSettings
from ringback.telephony.asterisk.events import (
    EVENT_TYPES,
    AriEvent,
    ChannelUserevent,
    Malformed,
    ReplacedNotice,
    RestResponse,
    Unknown,
    decode,
)
from ringback.telephony.asterisk.identities import Identities
from ringback.telephony.asterisk.patterns import UnsafeValue
from ringback.telephony.asterisk.provisioning import Trunk
from ringback.telephony.asterisk.routing import (
    NumberFormat,
    TelephonySettings,
    TrunkRoute,
    dialled_number,
    display_variables,
    endpoint_of,
    shown_to_agent,
)
from ringback.telephony.asterisk.translate import report_of

NAMES = Identities("ringback-")
AGENTS = {"desk-1": AgentId("agent-1")}
CALLER = "1795352116.0"
AGENT_LEG = LegId("agent-offer-1")
CUSTOMER_LEG = LegId("customer-call-1")
OF_THE_CONNECTION = (Unknown, Malformed, ReplacedNotice, ChannelUserevent, RestResponse)


def report(kind: str, **fields: Any) -> TelephonyReport | None:
    event = decode(msgspec.json.encode({"type": kind, **fields}))
    assert not isinstance(event, OF_THE_CONNECTION), event
    return report_of(event, NAMES, AGENTS)


def channel(channel_id: str, state: str = "Up", **more: Any) -> dict[str, Any]:
    return {"id": channel_id, "name": "PJSIP/x-1", "state": state, **more}


def ended(leg_id: LegId, state: str, *, cause: int, status: int | None) -> TelephonyReport | None:
    more = {} if status is None else {"tech_cause": status}
    ending = channel(NAMES.channel(leg_id), state)
    return report("ChannelDestroyed", channel=ending, cause=cause, **more)


def test_call_reaching_the_inbound_context_is_reported_with_its_texts_as_data() -> None:
    """A name that looks like code arrives as it is, as text."""
    name = 'Jean "${SHELL(id)}"; --'
    arriving = channel(
        CALLER,
        "Ring",
        caller={"name": name, "number": "0612345678"},
        dialplan={"context": "ringback-inbound", "exten": "+33140000000"},
    )

    arrived = report("StasisStart", channel=arriving, args=["inbound"])

    assert arrived == IncomingCall(CallId(CALLER), "+33140000000", "0612345678", name)


def test_channel_of_ours_that_enters_the_application_is_no_call() -> None:
    """Only a channel that Asterisk named is a call from outside."""
    ours = channel(NAMES.channel(AGENT_LEG), "Down")

    assert report("StasisStart", channel=ours, args=[]) is None
    assert report("StasisStart", channel=ours, args=["inbound"]) is None


def test_keys_count_when_a_caller_or_an_agent_presses_them() -> None:
    """R5: a key that a customer presses whom we dialled is nothing to us."""
    assert report("ChannelDtmfReceived", channel=channel(CALLER), digit="*") == DigitPressed(
        LegId(CALLER), "*"
    )
    agents = channel(NAMES.channel(AGENT_LEG))
    assert report("ChannelDtmfReceived", channel=agents, digit="1") == DigitPressed(AGENT_LEG, "1")
    dialled = channel(NAMES.channel(CUSTOMER_LEG))
    assert report("ChannelDtmfReceived", channel=dialled, digit="1") is None


@pytest.mark.parametrize(
    ("leg_id", "status", "expected"),
    [
        (CUSTOMER_LEG, "", None),
        (CUSTOMER_LEG, "RINGING", CustomerRinging(CUSTOMER_LEG)),
        (CUSTOMER_LEG, "PROGRESS", CustomerRinging(CUSTOMER_LEG)),
        (CUSTOMER_LEG, "ANSWER", CustomerAnswered(CUSTOMER_LEG)),
        (AGENT_LEG, "RINGING", None),
        (AGENT_LEG, "ANSWER", AgentPhoneAnswered(AGENT_LEG)),
        (AGENT_LEG, "NONSENSE", None),
    ],
)
def test_dialling_is_reported_as_it_goes_on(
    leg_id: LegId, status: str, expected: TelephonyReport | None
) -> None:
    """Ringing and answer are reported, of agents the answer only."""
    assert report("Dial", peer=channel(NAMES.channel(leg_id)), dialstatus=status) == expected


@pytest.mark.parametrize(
    ("state", "hangup", "status", "expected"),
    [
        ("Down", 17, 486, FailureCause.BUSY),
        ("Ringing", 17, 600, FailureCause.BUSY),
        ("Ringing", 21, 603, FailureCause.REJECTED),
        ("Down", 19, 480, FailureCause.REJECTED),
        ("Ringing", 19, 480, FailureCause.NO_ANSWER),
        ("Ringing", 18, 408, FailureCause.NO_ANSWER),
        ("Down", 18, 408, FailureCause.TRUNK),
        ("Down", 1, 404, FailureCause.INVALID_NUMBER),
        ("Down", 28, 484, FailureCause.INVALID_NUMBER),
        ("Down", 22, 410, FailureCause.INVALID_NUMBER),
        ("Down", 34, 503, FailureCause.TRUNK),
        ("Down", 38, 500, FailureCause.TRUNK),
        ("Down", 21, 403, FailureCause.TRUNK),
        ("Down", 58, 488, FailureCause.TRUNK),
        ("Ringing", 17, None, FailureCause.BUSY),
        ("Ringing", 21, None, FailureCause.REJECTED),
        ("Ringing", 16, None, FailureCause.NO_ANSWER),
        ("Down", 1, None, FailureCause.INVALID_NUMBER),
        ("Down", 127, None, FailureCause.TRUNK),
    ],
)
def test_customer_who_never_answered_failed_for_a_cause(
    state: str, hangup: int, status: int | None, expected: FailureCause
) -> None:
    """R32: what the customer did is told from what the trunk could not do."""
    assert ended(CUSTOMER_LEG, state, cause=hangup, status=status) == CustomerFailed(
        CUSTOMER_LEG, expected
    )


@pytest.mark.parametrize(
    ("state", "hangup", "status", "expected"),
    [
        ("Ringing", 17, 486, AgentPhoneDeclined(AGENT_LEG)),
        ("Ringing", 21, 603, AgentPhoneDeclined(AGENT_LEG)),
        ("Ringing", 17, 600, AgentPhoneDeclined(AGENT_LEG)),
        ("Ringing", 21, None, AgentPhoneDeclined(AGENT_LEG)),
        ("Down", 19, 480, AgentPhoneFailed(AGENT_LEG, AgentFailureCause.UNREACHABLE)),
        ("Down", 18, 408, AgentPhoneFailed(AGENT_LEG, AgentFailureCause.UNREACHABLE)),
        ("Down", 38, 500, AgentPhoneFailed(AGENT_LEG, AgentFailureCause.UNREACHABLE)),
        ("Down", 1, 404, AgentPhoneFailed(AGENT_LEG, AgentFailureCause.UNREACHABLE)),
        ("Ringing", 19, 480, AgentPhoneFailed(AGENT_LEG, AgentFailureCause.NO_ANSWER)),
        ("Ringing", 19, None, AgentPhoneFailed(AGENT_LEG, AgentFailureCause.NO_ANSWER)),
    ],
)
def test_agent_phone_that_was_never_up_declined_or_failed(
    state: str, hangup: int, status: int | None, expected: TelephonyReport
) -> None:
    """R22: a rejected ringing is a decline, whatever else is none."""
    assert ended(AGENT_LEG, state, cause=hangup, status=status) == expected


@pytest.mark.parametrize("leg_id", [AGENT_LEG, CUSTOMER_LEG, LegId(CALLER)])
def test_leg_that_was_up_has_ended_whatever_the_cause(leg_id: LegId) -> None:
    """What was answered can only end."""
    assert ended(leg_id, "Up", cause=17, status=486) == LegEnded(leg_id)


def test_caller_who_left_before_the_answer_has_ended() -> None:
    """An inbound leg ends, answered or not."""
    assert ended(LegId(CALLER), "Ring", cause=0, status=None) == LegEnded(LegId(CALLER))


def test_prompts_and_voicemails_of_ours_are_told_from_strangers() -> None:
    """Playbacks and recordings are recognised by their names alone."""
    playback = {"id": NAMES.prompt(PlaybackId("p-1")), "target_uri": f"channel:{CALLER}"}
    assert report("PlaybackFinished", playback=playback) == PromptFinished(
        LegId(CALLER), PlaybackId("p-1")
    )
    assert report("PlaybackFinished", playback=playback | {"id": "somebody's"}) is None
    farewell = playback | {"id": NAMES.farewell(AGENT_LEG)}
    assert report("PlaybackFinished", playback=farewell) is None

    recording = {"name": NAMES.voicemail(CallId(CALLER)), "target_uri": f"channel:{CALLER}"}
    assert report("RecordingFinished", recording=recording | {"duration": 7}) == VoicemailRecorded(
        CallId(CALLER), 7.0
    )
    assert report("RecordingFailed", recording=recording) == VoicemailRecorded(CallId(CALLER), 0.0)


@pytest.mark.parametrize(
    ("device", "state", "expected"),
    [
        ("PJSIP/desk-1", "UNAVAILABLE", AgentConnectionLost(AgentId("agent-1"))),
        ("PJSIP/desk-1", "NOT_INUSE", AgentConnected(AgentId("agent-1"))),
        ("PJSIP/desk-1", "RINGING", AgentConnected(AgentId("agent-1"))),
        ("PJSIP/desk-1", "UNKNOWN", None),
        ("PJSIP/desk-2", "UNAVAILABLE", None),
        ("SIP/desk-1", "UNAVAILABLE", None),
    ],
)
def test_desk_phones_come_and_go(device: str, state: str, expected: TelephonyReport | None) -> None:
    """R19: the state of the device tells whether the phone can be reached."""
    device_state = {"name": device, "state": state}
    assert report("DeviceStateChanged", device_state=device_state) == expected


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
identities = st.sampled_from(
    ["", CALLER, "ringback-", "ringback-agent-o", "ringback-customer-c", "ringback-prompt-p", "x"]
)
channels = st.fixed_dictionaries(
    {"id": identities, "name": st.text(max_size=5), "state": st.text(max_size=8)},
    optional={"caller": st.fixed_dictionaries({"name": st.text(), "number": st.text()})},
)
events = st.fixed_dictionaries(
    {"type": st.sampled_from(EVENT_TYPES)},
    optional={
        "channel": channels,
        "peer": channels,
        "args": st.lists(st.sampled_from(["inbound", "held", ""]), max_size=2),
        "digit": st.text(max_size=3),
        "dialstatus": st.sampled_from(["", "RINGING", "ANSWER", "BUSY", "?"]),
        "cause": st.integers(),
        "tech_cause": st.none() | st.integers(),
        "playback": st.fixed_dictionaries({"id": identities, "target_uri": st.text(max_size=20)}),
        "recording": st.fixed_dictionaries(
            {"name": identities, "target_uri": st.text(max_size=20)},
            optional={"duration": st.none() | st.integers(0, 2**53)},
        ),
        "device_state": st.fixed_dictionaries({"name": st.text(), "state": st.text()}),
        "bridge": st.fixed_dictionaries({"id": identities}),
        "endpoint": json_values,
    },
)


@given(events)
def test_no_event_that_can_be_decoded_raises(fields: dict[str, Any]) -> None:
    """S23: whatever Asterisk says is translated, and always alike."""
    event = decode(msgspec.json.encode(fields))
    if isinstance(event, OF_THE_CONNECTION):
        return
    told: AriEvent = event

    first = report_of(told, NAMES, AGENTS)

    assert report_of(told, NAMES, AGENTS) == first


@given(st.from_regex(r"[A-Za-z0-9_.:-]{1,60}", fullmatch=True))
def test_names_are_read_back_as_they_were_given(identity: str) -> None:
    """Each name of a thing in Asterisk gives back the id it was made of."""
    for leg_id in (LegId(f"agent-{identity}"), LegId(f"customer-{identity}")):
        assert NAMES.leg(NAMES.channel(leg_id)) == leg_id
        assert NAMES.farewell_of(NAMES.farewell(leg_id)) == leg_id
        assert NAMES.prompt_of(NAMES.farewell(leg_id)) is None
    assert NAMES.prompt_of(NAMES.prompt(PlaybackId(identity))) == identity
    assert NAMES.voicemail_of(NAMES.voicemail(CallId(identity))) == identity


@pytest.mark.parametrize("identity", ["", "a/b", "a,b", "a\r\nb", "a b", "x" * 121])
def test_ids_that_could_mean_more_than_themselves_are_refused(identity: str) -> None:
    """Nothing that could end a list or a line stands in a name."""
    with pytest.raises(UnsafeValue):
        NAMES.channel(LegId(identity))


@pytest.mark.parametrize(
    ("number_format", "number", "expected"),
    [
        (NumberFormat.E164, "+33612345678", "+33612345678"),
        (NumberFormat.DIGITS, "+33612345678", "33612345678"),
        (NumberFormat.NATIONAL, "+33612345678", "0612345678"),
        (NumberFormat.NATIONAL, "+442079460000", "00442079460000"),
    ],
)
def test_number_is_dialled_as_the_trunk_wants_it(
    number_format: NumberFormat, number: str, expected: str
) -> None:
    """A number in E.164 is written in the format of the trunk."""
    route = TrunkRoute(Trunk("carrier", "127.0.0.2"), number_format, country="FR")

    assert dialled_number(route, number) == expected
    assert endpoint_of(route, number) == f"PJSIP/{expected}@trunk-carrier"


@pytest.mark.parametrize("number", ["", "0612345678", "+33@evil", "+33612;x", "+3361234567890123"])
def test_what_is_no_number_is_never_dialled(number: str) -> None:
    """S16: nothing but a number in E.164 leaves for a trunk."""
    with pytest.raises(UnsafeValue):
        endpoint_of(TrunkRoute(Trunk("carrier", "127.0.0.2")), number)


def test_line_uses_its_own_trunk_and_else_the_first() -> None:
    """A line whose trunk is missing has none, rather than another one."""
    first, second = (TrunkRoute(Trunk(name, "127.0.0.2")) for name in ("first", "second"))
    settings = TelephonySettings(
        AriSettings("http://127.0.0.1:8088", "u", "p"),
        routes=(first, second),
        route_of_line={LineId("line-2"): "second", LineId("line-3"): "none"},
    )

    assert settings.route(LineId("line-1")) is first
    assert settings.route(LineId("line-2")) is second
    assert settings.route(LineId("line-3")) is None


@given(st.text(), st.text())
def test_display_holds_nothing_but_printable_text(name: str, number: str) -> None:
    """What a phone displays ends neither a line nor a header."""
    shown = shown_to_agent(Presentation(number, name), Presentation("+33140000000", "Support"))

    variables = display_variables(shown)

    assert all(text.isprintable() and len(text) <= 60 for text in variables.values())
    assert variables["CONNECTEDLINE(num,i)"].isascii()
