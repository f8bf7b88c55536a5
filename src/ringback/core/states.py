"""The states of everything that lives in an account. Only `evolve` functions write them."""

from .living.agent import (
    ABSENT,
    AVAILABLE,
    BUSY,
    RUNG,
    Agent,
    GroupKey,
    OfferEnding,
    PastOffer,
    Standing,
    TurnedAway,
    agent_key,
    standing_of,
    target_key,
    team_key,
)
from .living.alert import Alert, Series
from .living.call import (
    AtEnd,
    BeingConnected,
    Call,
    CallState,
    Confirming,
    Consultation,
    Consulting,
    InAudio,
    InMenu,
    Leaving,
    Moving,
    Redirecting,
    Talking,
    TalkingOutside,
    Waiting,
)
from .living.callback import (
    AwaitingAgent,
    Callback,
    CallbackState,
    CallingCustomer,
    Closed,
    ConnectingAgent,
    Queued,
    Suspended,
)
from .living.flow import (
    FlowDraft,
    Publication,
    PublishedFlow,
    QueueId,
    name_queue,
)
from .living.legs import (
    AGENT_LEG,
    CUSTOMER_LEG,
    REDIRECT_LEG,
    agent_leg,
    call_of_redirect,
    customer_leg,
    is_agent_leg,
    redirect_leg,
)
from .living.offer import CONFIRMING_MAX, Message, Offer
from .living.outbound import OutboundCall
from .living.stay import NOTHING, Stay
from .living.timed import Timed, sooner

Item = Call | Callback
InQueue = Queued | Waiting
