// Short names for what the server shows.

import type { components as MessageComponents } from "./messages";
import type { components } from "./schema";

type Schemas = components["schemas"];
type Messages = MessageComponents["schemas"];

export type AgentView = Messages["AgentView"];
export type CallView = Messages["CallView"];
export type CallbackView = Messages["CallbackView"];
export type QueueView = Messages["QueueView"];
export type QueueItemView = Messages["QueueItemView"];
export type OfferView = Messages["OfferView"];
export type ConversationView = Messages["ConversationView"];
export type CustomerView = Messages["CustomerView"];
export type LineReference = Messages["LineReference"];
export type AlertView = Messages["AlertView"];
export type BoothPhoneView = Messages["BoothPhoneView"];
export type LiveEvent = Messages["AnyEvent"];
export type LiveEventName = LiveEvent["name"];

export type Snapshot = Messages["Snapshot"];
export type Changes = Messages["Changes"];
export type FromServer =
  | Snapshot
  | Changes
  | Messages["Heartbeat"]
  | Messages["TimeTold"]
  | Messages["BoothMessage"]
  | Messages["Goodbye"];
export type FromPage = Messages["Hello"] | Messages["Here"] | Messages["AskTime"];

export type CallRecordView = Schemas["CallRecordView"];
export type BoothView = Schemas["BoothView"];
