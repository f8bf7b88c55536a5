"""Everything that can reach an account: reports of what happened, and requests of people.

A report is past, is never refused, and changes nothing when it is late or repeated.
A request is imperative and may raise a `Refusal`.
"""

from .annotating import (
    ConfigureTag,
    DeleteNote,
    EditNote,
    NameCustomer,
    TagCall,
    UntagCall,
    WriteNote,
)
from .configuring import (
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    DiscardDraft,
    KeepMessage,
    MarkMessage,
    OpenAccount,
    PublishDraft,
    PublishFlow,
    RemoveMessage,
    RenameMessage,
    RollBackFlow,
    SaveDraft,
)
from .reports import (
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CallArrived,
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    DigitPressed,
    FailureCause,
    LegEnded,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
    PromptFinished,
    TimePassed,
    VoicemailRecorded,
)
from .requests import (
    AcceptOffer,
    CallByHand,
    CancelCallback,
    CancelConsultation,
    CancelPending,
    CancelReason,
    ClaimCallback,
    CompleteTransfer,
    ConsultAgent,
    CorrectOutcome,
    DeclineOffer,
    DismissAlert,
    DismissCallback,
    EndWrapUp,
    EraseCustomer,
    ForgetCustomers,
    HaltCallbacks,
    HangUpAgent,
    MoveToAgent,
    MoveToFront,
    MoveToStep,
    MuteAgent,
    OutcomeCorrection,
    PutOnHold,
    ReleaseCallback,
    RequestCallback,
    ResumeCallbacks,
    SetAgentStatus,
    TakeOffHold,
    TransferToAgent,
    TransferToLine,
    TransferToNumber,
    TransferToTeam,
    UnmuteAgent,
)

Report = (
    CallArrived
    | DigitPressed
    | PromptFinished
    | VoicemailRecorded
    | LegEnded
    | AgentPhoneAnswered
    | AgentPhoneDeclined
    | AgentPhoneFailed
    | CustomerRinging
    | CustomerAnswered
    | CustomerFailed
    | AgentConnected
    | AgentConnectionLost
    | PhoneSystemLost
    | PhoneSystemListed
    | TimePassed
)
Request = (
    OpenAccount
    | ConfigureAccount
    | ConfigureLine
    | PublishFlow
    | SaveDraft
    | PublishDraft
    | DiscardDraft
    | RollBackFlow
    | MarkMessage
    | KeepMessage
    | RenameMessage
    | RemoveMessage
    | ConfigureTeam
    | ConfigureAgent
    | ConfigureTag
    | TagCall
    | UntagCall
    | WriteNote
    | EditNote
    | DeleteNote
    | NameCustomer
    | SetAgentStatus
    | AcceptOffer
    | DeclineOffer
    | HangUpAgent
    | MuteAgent
    | UnmuteAgent
    | PutOnHold
    | TakeOffHold
    | TransferToAgent
    | TransferToTeam
    | TransferToLine
    | TransferToNumber
    | ConsultAgent
    | CompleteTransfer
    | CancelConsultation
    | CorrectOutcome
    | EndWrapUp
    | RequestCallback
    | CancelCallback
    | DismissAlert
    | HaltCallbacks
    | ResumeCallbacks
    | CancelPending
    | ClaimCallback
    | ReleaseCallback
    | CallByHand
    | DismissCallback
    | EraseCustomer
    | ForgetCustomers
    | MoveToFront
    | MoveToStep
    | MoveToAgent
)
Input = Report | Request
