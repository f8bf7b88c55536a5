"""What became true. Each event happened to one account and is never taken back."""

from datetime import datetime

from .happened.agent import (
    AgentCameBack,
    AgentCameOnDuty,
    AgentFreed,
    AgentGivenUp,
    AgentStatusSet,
    AgentWentMissing,
    AgentWentOffDuty,
    StatusCause,
    WrapUpEnded,
)
from .happened.alert import (
    AlertDismissed,
    AlertKind,
    AlertRaised,
)
from .happened.annotation import (
    CallTagged,
    CallUntagged,
    CustomerNamed,
    NoteDeleted,
    NoteEdited,
    NoteWritten,
    TagConfigured,
)
from .happened.by_hand import (
    CallbackClaimed,
    CallbackUnclaimed,
    FollowUpAnswered,
    FollowUpCalled,
    FollowUpDismissed,
    HandCallAbandoned,
    HandCallStarted,
)
from .happened.call import (
    AnnouncementEnded,
    AnnouncementStarted,
    AudioStarted,
    Branch,
    BranchTaken,
    CallBegan,
    CallConnected,
    CallEnded,
    CallRestored,
    CustomerRecognised,
    EndReached,
    FarewellSaid,
    MenuLeft,
    MenuStarted,
    MessagePassedOver,
    NoticeStarted,
    PromptEnded,
    RecordingStarted,
    RedirectAnswered,
    RedirectDialled,
    RedirectedToLine,
    RedirectFailed,
    RedirectFailure,
    VoicemailLeft,
    WaitEstimated,
    WhisperEnded,
    WhisperStarted,
)
from .happened.callback import (
    AttemptFailed,
    AttemptStarted,
    BusyWaitPaused,
    BusyWaitStarted,
    CallbackClosed,
    CallbackHeld,
    CallbackReleased,
    CallbackRequested,
    CallbackSettled,
    ConfirmationStarted,
    FaultSuffered,
    HoldCause,
    MovedToAgent,
    MovedToFront,
    MovedToStep,
    OutcomeCorrected,
    PlaceGivenBack,
    PlaceLent,
    RequestJoined,
    RequestMode,
    RequestNotGranted,
    SettlingStarted,
)
from .happened.configuration import (
    AccountConfigured,
    AccountOpened,
    AgentConfigured,
    CallbacksHalted,
    CallbacksResumed,
    FlowDraftDiscarded,
    FlowDraftSaved,
    FlowPublished,
    LineConfigured,
    MessageKept,
    MessageMarked,
    MessageRemoved,
    MessageRenamed,
    TeamConfigured,
)
from .happened.customer import CustomerErased, ErasureCause, FollowUpErased
from .happened.offer import (
    AgentPhoneUp,
    LateAnswerTurnedAway,
    OfferAccepted,
    OfferDeclined,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    OfferTerms,
    OutsidePhoneAsked,
    RingOutCause,
    WithdrawalCause,
)
from .happened.outbound import (
    CustomerConnected,
    CustomerRang,
    CustomerReached,
    DialFailed,
    DialIntended,
    OutboundCallRestored,
)
from .happened.phone_system import (
    OrphanFound,
    PhoneSystemCameBack,
    PhoneSystemWentAway,
)
from .happened.queue import (
    GiveUpCause,
    QueueJoined,
    ReturnedToQueue,
    StepGivenUp,
)
from .happened.talking import (
    AgentMuted,
    AgentUnmuted,
    CallTransferred,
    ConsultationAbandoned,
    ConsultationAnswered,
    ConsultationCompleted,
    ConsultationEnded,
    ConsultationEnding,
    ConsultationStarted,
    CustomerPutOnHold,
    CustomerTakenOffHold,
)
from .plain_data import plain_data

Event = (
    AccountOpened
    | AccountConfigured
    | CallbacksHalted
    | CallbacksResumed
    | LineConfigured
    | FlowPublished
    | FlowDraftSaved
    | FlowDraftDiscarded
    | MessageMarked
    | MessageKept
    | MessageRenamed
    | MessageRemoved
    | TeamConfigured
    | AgentConfigured
    | AgentStatusSet
    | AgentCameBack
    | AgentWentMissing
    | AgentGivenUp
    | AgentCameOnDuty
    | AgentWentOffDuty
    | AgentFreed
    | WrapUpEnded
    | CallBegan
    | CustomerRecognised
    | AudioStarted
    | MenuStarted
    | MenuLeft
    | BranchTaken
    | RedirectedToLine
    | RedirectDialled
    | RedirectAnswered
    | RedirectFailed
    | NoticeStarted
    | WaitEstimated
    | MessagePassedOver
    | PromptEnded
    | EndReached
    | RecordingStarted
    | VoicemailLeft
    | FarewellSaid
    | WhisperStarted
    | WhisperEnded
    | AnnouncementStarted
    | AnnouncementEnded
    | CallConnected
    | AgentMuted
    | AgentUnmuted
    | CustomerPutOnHold
    | CustomerTakenOffHold
    | CallTransferred
    | ConsultationStarted
    | ConsultationAnswered
    | ConsultationEnded
    | ConsultationCompleted
    | ConsultationAbandoned
    | CallRestored
    | CallEnded
    | QueueJoined
    | StepGivenUp
    | OffersMade
    | OutsidePhoneAsked
    | OfferDeclined
    | OffersRangOut
    | OffersWithdrawn
    | OfferAccepted
    | AgentPhoneUp
    | ReturnedToQueue
    | LateAnswerTurnedAway
    | OrphanFound
    | PhoneSystemWentAway
    | PhoneSystemCameBack
    | CallbackRequested
    | RequestJoined
    | RequestNotGranted
    | ConfirmationStarted
    | SettlingStarted
    | CallbackSettled
    | MovedToFront
    | MovedToStep
    | MovedToAgent
    | CallbackHeld
    | CallbackReleased
    | PlaceLent
    | PlaceGivenBack
    | BusyWaitStarted
    | BusyWaitPaused
    | AttemptFailed
    | AttemptStarted
    | DialIntended
    | CustomerRang
    | CustomerReached
    | CustomerConnected
    | OutboundCallRestored
    | DialFailed
    | FaultSuffered
    | CallbackClosed
    | OutcomeCorrected
    | AlertRaised
    | AlertDismissed
    | CallbackClaimed
    | CallbackUnclaimed
    | HandCallStarted
    | HandCallAbandoned
    | FollowUpCalled
    | FollowUpAnswered
    | FollowUpDismissed
    | TagConfigured
    | CallTagged
    | CallUntagged
    | NoteWritten
    | NoteEdited
    | NoteDeleted
    | CustomerNamed
    | FollowUpErased
    | CustomerErased
)


@plain_data
class Fact:
    """An event with its place in the journal: when, through what, and by whom (R43)."""

    sequence: int
    at: datetime
    cause: str
    """The name of the input behind it, `TimePassed` for deadlines."""
    actor: str
    """`agent:<id>`, `caller`, `phone`, `operator`, `api` or `clock`."""
    event: Event
