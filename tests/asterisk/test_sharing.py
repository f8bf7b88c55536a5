"""What of one Asterisk is whose, where several companies share it."""

import pytest

from ringback.core.ids import CallId, LegId
from ringback.telephony.asterisk.events import (
    AriEvent,
    Channel,
    ChannelDestroyed,
    ChannelDtmfReceived,
    DialplanPlace,
    LiveRecording,
    Playback,
    PlaybackFinished,
    RecordingFinished,
    StasisStart,
)
from ringback.telephony.asterisk.identities import Identities, prefix_of
from ringback.telephony.asterisk.legs import Legs
from ringback.telephony.asterisk.sharing import Share

OURS, THEIRS = "+33140000001", "+33140000009"
MAIN, A, A_B = (Identities(prefix_of(company)) for company in (None, "a", "a-b"))
AGENT = LegId("agent-7")
INBOUND = "1790000000.1"


def channel(channel_id: str, dialled: str = OURS) -> Channel:
    return Channel(id=channel_id, name="PJSIP/x", state="Up", dialplan=DialplanPlace(exten=dialled))


def known(identities: Identities, *legs: str) -> tuple[Share, Legs]:
    share, alive = Share(identities, lambda dialled: dialled == OURS), Legs(identities)
    for leg in legs:
        alive.begin(LegId(leg))
    return share, alive


def test_no_companys_names_are_anothers() -> None:
    """S24: also where one id is the beginning of another, or an id begins as ours do."""
    everybody = (MAIN, A, A_B, Identities(prefix_of("ringback")))

    for own in everybody:
        call = CallId(INBOUND)
        made = [own.channel(AGENT), own.bridge(call), own.voicemail(call)]
        for other in everybody:
            is_own = other is own
            assert (other.leg(made[0]) == AGENT) is is_own
            assert other.is_our_bridge(made[1]) is is_own
            assert (other.voicemail_of(made[2]) == call) is is_own
            assert not any(map(other.is_inbound, made))


def test_call_is_the_companys_whose_number_was_called() -> None:
    """Nothing else tells inbound channels apart."""
    share, legs = known(A)

    ours = StasisStart(channel=channel(INBOUND), args=("inbound",))
    theirs = StasisStart(channel=channel(INBOUND, THEIRS), args=("inbound",))

    assert share.concerns(ours, legs)
    assert share.has(ours.channel)
    assert not share.concerns(theirs, legs)
    assert not share.has(theirs.channel)


@pytest.mark.parametrize(
    "event",
    [
        ChannelDestroyed(channel=channel(INBOUND, THEIRS), cause=16),
        ChannelDtmfReceived(channel=channel(INBOUND, THEIRS), digit="*"),
        PlaybackFinished(playback=Playback("ringback.a.prompt-1", f"channel:{INBOUND}")),
    ],
    ids=["destroyed", "digit", "playback"],
)
def test_what_follows_is_told_to_who_knows_the_call(event: AriEvent) -> None:
    """A call that went to somebody else is as if it were not there."""
    assert Share(A, lambda _: True).concerns(event, known(A, INBOUND)[1])
    assert not Share(A, lambda _: True).concerns(event, known(A)[1])


def test_legs_and_recordings_are_known_by_their_names() -> None:
    """Also those that were made before a restart."""
    of_a = ChannelDestroyed(channel=channel(A.channel(AGENT)), cause=16)
    recording = LiveRecording(A.voicemail(CallId(INBOUND)), f"channel:{INBOUND}")
    recorded = RecordingFinished(recording=recording)

    for identities in (MAIN, A, A_B):
        share, legs = known(identities)
        assert share.concerns(of_a, legs) is (identities is A)
        assert share.concerns(recorded, legs) is (identities is A)
