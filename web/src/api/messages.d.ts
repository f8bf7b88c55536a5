// Made by `make types`; do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountConfiguredMessage
         * @description AccountConfigured(settings: ringback.core.settings.AccountSettings)
         */
        AccountConfiguredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "account-configured";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            settings: components["schemas"]["AccountSettings"];
        };
        /**
         * AccountOpenedMessage
         * @description The first event of every journal.
         */
        AccountOpenedMessage: {
            /** Account Id */
            account_id: string;
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callbacks Max */
            callbacks_max: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "account-opened";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AccountSettings
         * @description What holds for the whole company.
         */
        AccountSettings: {
            /**
             * Away Reasons
             * @default [
             *       "break",
             *       "lunch",
             *       "training",
             *       "after-call-work",
             *       "other"
             *     ]
             */
            away_reasons: string[];
            /**
             * Enrolled
             * @default true
             */
            enrolled: boolean;
            /**
             * Failures In Row Max
             * @default 3
             */
            failures_in_row_max: number;
            /** @default professional */
            plan: components["schemas"]["Plan"];
            /**
             * Ring Outs In Row Max
             * @default 3
             */
            ring_outs_in_row_max: number;
        };
        /**
         * AgentCameBackMessage
         * @description The agent's phone or page is connected again.
         */
        AgentCameBackMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-came-back";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AgentCameOnDutyMessage
         * @description The agent's working hours have begun, or are in force from here on (R19).
         *
         *     `until` is when they end next; None is never.
         */
        AgentCameOnDutyMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-came-on-duty";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Until */
            until: string | null;
        };
        /**
         * AgentConfiguredMessage
         * @description AgentConfigured(profile: ringback.core.settings.AgentProfile, is_new: bool = False)
         */
        AgentConfiguredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Is New */
            is_new: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-configured";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /** AgentCounts */
        AgentCounts: {
            /** Absent */
            absent: number;
            /** Available */
            available: number;
            /** Busy */
            busy: number;
            /** Ringing */
            ringing: number;
        };
        /**
         * AgentFailureCause
         * @description Why an agent's phone could not be connected.
         * @enum {string}
         */
        AgentFailureCause: "unreachable" | "no-answer" | "fault";
        /**
         * AgentFreedMessage
         * @description The agent's communication is over; `wrap_up_until` is None without wrap-up.
         */
        AgentFreedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Correctable */
            correctable: string | null;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-freed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Wrap Up Until */
            wrap_up_until: string | null;
        };
        /**
         * AgentGivenUpMessage
         * @description The connection stayed lost for a minute: the agent counts as offline (R19).
         */
        AgentGivenUpMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-given-up";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AgentMutedMessage
         * @description The customer does not hear the agent any more.
         */
        AgentMutedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-muted";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AgentPhoneUpMessage
         * @description The winner's phone is connected.
         */
        AgentPhoneUpMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-phone-up";
            /** Offer Id */
            offer_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AgentStatus
         * @description What an agent says of themselves.
         * @enum {string}
         */
        AgentStatus: "online" | "do-not-disturb" | "offline";
        /**
         * AgentStatusSetMessage
         * @description AgentStatusSet(agent_id: ringback.core.ids.AgentId, status: ringback.core.settings.AgentStatus, cause: ringback.core.happened.agent.StatusCause = <StatusCause.CHOSEN: 'chosen'>, item_id: Union[ringback.core.ids.CallId, ringback.core.ids.CallbackId, NoneType] = None, reason: str | None = None, reason_alone: bool = False)
         */
        AgentStatusSetMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            cause: components["schemas"]["StatusCause"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-status-set";
            /** Reason */
            reason: string | null;
            /** Reason Alone */
            reason_alone: boolean;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            status: components["schemas"]["AgentStatus"];
        };
        /**
         * AgentUnmutedMessage
         * @description AgentUnmuted(agent_id: ringback.core.ids.AgentId, call_id: ringback.core.ids.CallId)
         */
        AgentUnmutedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-unmuted";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /** AgentView */
        AgentView: {
            /**
             * Away Reason
             * @description Why they do not want to be disturbed: one of the company's reasons.
             */
            away_reason: string | null;
            /** @description What the agent is for dispatch. */
            condition: components["schemas"]["Condition"];
            conversation: components["schemas"]["ConversationView"] | null;
            /**
             * Correctable Callback Id
             * @description The callback whose outcome may be corrected in this wrap-up (R31).
             */
            correctable_callback_id: string | null;
            /**
             * Duty Changes At
             * @description When the working hours begin or end next; none when they never do.
             */
            duty_changes_at: string | null;
            /**
             * Id
             * @example lea
             */
            id: string;
            /** Language */
            language: string;
            /**
             * Name
             * @example Léa
             */
            name: string;
            /**
             * Off Duty
             * @description Whether it is outside the agent's working hours.
             */
            off_duty: boolean;
            offer: components["schemas"]["OfferView"] | null;
            /**
             * Outside Number
             * @description The agent's outside number, masked.
             * @example +33***78
             */
            outside_number: string | null;
            phone: components["schemas"]["PhoneKind"];
            /**
             * Ring Outs In Row
             * @description How many offers in a row rang out.
             */
            ring_outs_in_row: number;
            /** Since */
            since: string | null;
            /** @description What the agent said of themselves. */
            status: components["schemas"]["AgentStatus"];
            /** @description Whether it was chosen, or set for ring-outs. */
            status_cause: components["schemas"]["StatusCause"];
            /** Wrap Up Until */
            wrap_up_until: string | null;
        };
        /**
         * AgentWentMissingMessage
         * @description The agent's phone or page lost its connection; busy for a minute (R19).
         */
        AgentWentMissingMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-went-missing";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AgentWentOffDutyMessage
         * @description The agent's working hours are over: like offline, until they begin again (R19).
         */
        AgentWentOffDutyMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "agent-went-off-duty";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Until */
            until: string | null;
        };
        /**
         * AlertDismissedMessage
         * @description Somebody has seen an alert.
         */
        AlertDismissedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Alert Id */
            alert_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "alert-dismissed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AlertKind
         * @description What somebody should look at.
         * @enum {string}
         */
        AlertKind: "callbacks-fail" | "system-fault";
        /**
         * AlertRaisedMessage
         * @description Once in each series of failures of a line; a callback that is served ends the series.
         */
        AlertRaisedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Alert Id */
            alert_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /** Failures */
            failures: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            kind: components["schemas"]["AlertKind"];
            /** Line Id */
            line_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "alert-raised";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AlertView
         * @description Something that somebody should look at, until it is dismissed.
         */
        AlertView: {
            /**
             * Callback Id
             * @description The callback that failed last, when it was raised.
             */
            callback_id: string;
            /**
             * Failures
             * @description How many of the line had failed in a row.
             */
            failures: number;
            /**
             * Id
             * @example alert812
             */
            id: string;
            kind: components["schemas"]["AlertKind"];
            line: components["schemas"]["LineReference"];
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
        };
        /**
         * AnnouncementEndedMessage
         * @description AnnouncementEnded(call_id: ringback.core.ids.CallId, playback_id: ringback.core.ids.PlaybackId)
         */
        AnnouncementEndedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "announcement-ended";
            /** Playback Id */
            playback_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AnnouncementStartedMessage
         * @description A caller or called customer hears an announcement, before the agent.
         */
        AnnouncementStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Leg Id */
            leg_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "announcement-started";
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        AnyEvent: components["schemas"]["AccountOpenedMessage"] | components["schemas"]["AccountConfiguredMessage"] | components["schemas"]["LineConfiguredMessage"] | components["schemas"]["FlowPublishedMessage"] | components["schemas"]["FlowDraftSavedMessage"] | components["schemas"]["FlowDraftDiscardedMessage"] | components["schemas"]["MessageMarkedMessage"] | components["schemas"]["MessageKeptMessage"] | components["schemas"]["MessageRenamedMessage"] | components["schemas"]["MessageRemovedMessage"] | components["schemas"]["TeamConfiguredMessage"] | components["schemas"]["AgentConfiguredMessage"] | components["schemas"]["AgentStatusSetMessage"] | components["schemas"]["AgentCameBackMessage"] | components["schemas"]["AgentWentMissingMessage"] | components["schemas"]["AgentGivenUpMessage"] | components["schemas"]["AgentCameOnDutyMessage"] | components["schemas"]["AgentWentOffDutyMessage"] | components["schemas"]["AgentFreedMessage"] | components["schemas"]["WrapUpEndedMessage"] | components["schemas"]["CallBeganMessage"] | components["schemas"]["CustomerRecognisedMessage"] | components["schemas"]["AudioStartedMessage"] | components["schemas"]["MenuStartedMessage"] | components["schemas"]["MenuLeftMessage"] | components["schemas"]["BranchTakenMessage"] | components["schemas"]["RedirectedToLineMessage"] | components["schemas"]["RedirectDialledMessage"] | components["schemas"]["RedirectAnsweredMessage"] | components["schemas"]["RedirectFailedMessage"] | components["schemas"]["NoticeStartedMessage"] | components["schemas"]["WaitEstimatedMessage"] | components["schemas"]["MessagePassedOverMessage"] | components["schemas"]["PromptEndedMessage"] | components["schemas"]["EndReachedMessage"] | components["schemas"]["RecordingStartedMessage"] | components["schemas"]["VoicemailLeftMessage"] | components["schemas"]["FarewellSaidMessage"] | components["schemas"]["WhisperStartedMessage"] | components["schemas"]["WhisperEndedMessage"] | components["schemas"]["AnnouncementStartedMessage"] | components["schemas"]["AnnouncementEndedMessage"] | components["schemas"]["CallConnectedMessage"] | components["schemas"]["AgentMutedMessage"] | components["schemas"]["AgentUnmutedMessage"] | components["schemas"]["CustomerPutOnHoldMessage"] | components["schemas"]["CustomerTakenOffHoldMessage"] | components["schemas"]["CallTransferredMessage"] | components["schemas"]["ConsultationStartedMessage"] | components["schemas"]["ConsultationAnsweredMessage"] | components["schemas"]["ConsultationEndedMessage"] | components["schemas"]["ConsultationCompletedMessage"] | components["schemas"]["ConsultationAbandonedMessage"] | components["schemas"]["CallRestoredMessage"] | components["schemas"]["CallEndedMessage"] | components["schemas"]["QueueJoinedMessage"] | components["schemas"]["StepGivenUpMessage"] | components["schemas"]["OffersMadeMessage"] | components["schemas"]["OutsidePhoneAskedMessage"] | components["schemas"]["OfferDeclinedMessage"] | components["schemas"]["OffersRangOutMessage"] | components["schemas"]["OffersWithdrawnMessage"] | components["schemas"]["OfferAcceptedMessage"] | components["schemas"]["AgentPhoneUpMessage"] | components["schemas"]["ReturnedToQueueMessage"] | components["schemas"]["LateAnswerTurnedAwayMessage"] | components["schemas"]["OrphanFoundMessage"] | components["schemas"]["PhoneSystemWentAwayMessage"] | components["schemas"]["PhoneSystemCameBackMessage"] | components["schemas"]["CallbackRequestedMessage"] | components["schemas"]["RequestJoinedMessage"] | components["schemas"]["RequestNotGrantedMessage"] | components["schemas"]["ConfirmationStartedMessage"] | components["schemas"]["SettlingStartedMessage"] | components["schemas"]["CallbackSettledMessage"] | components["schemas"]["MovedToFrontMessage"] | components["schemas"]["MovedToStepMessage"] | components["schemas"]["MovedToAgentMessage"] | components["schemas"]["CallbackHeldMessage"] | components["schemas"]["CallbackReleasedMessage"] | components["schemas"]["PlaceLentMessage"] | components["schemas"]["PlaceGivenBackMessage"] | components["schemas"]["BusyWaitStartedMessage"] | components["schemas"]["BusyWaitPausedMessage"] | components["schemas"]["AttemptFailedMessage"] | components["schemas"]["AttemptStartedMessage"] | components["schemas"]["DialIntendedMessage"] | components["schemas"]["CustomerRangMessage"] | components["schemas"]["CustomerReachedMessage"] | components["schemas"]["CustomerConnectedMessage"] | components["schemas"]["OutboundCallRestoredMessage"] | components["schemas"]["DialFailedMessage"] | components["schemas"]["FaultSufferedMessage"] | components["schemas"]["CallbackClosedMessage"] | components["schemas"]["OutcomeCorrectedMessage"] | components["schemas"]["CallbacksHaltedMessage"] | components["schemas"]["CallbacksResumedMessage"] | components["schemas"]["AlertRaisedMessage"] | components["schemas"]["AlertDismissedMessage"] | components["schemas"]["CallbackClaimedMessage"] | components["schemas"]["CallbackUnclaimedMessage"] | components["schemas"]["HandCallStartedMessage"] | components["schemas"]["HandCallAbandonedMessage"] | components["schemas"]["FollowUpCalledMessage"] | components["schemas"]["FollowUpAnsweredMessage"] | components["schemas"]["FollowUpDismissedMessage"] | components["schemas"]["TagConfiguredMessage"] | components["schemas"]["CallTaggedMessage"] | components["schemas"]["CallUntaggedMessage"] | components["schemas"]["NoteWrittenMessage"] | components["schemas"]["NoteEditedMessage"] | components["schemas"]["NoteDeletedMessage"] | components["schemas"]["CustomerNamedMessage"] | components["schemas"]["FollowUpErasedMessage"] | components["schemas"]["CustomerErasedMessage"];
        /**
         * AskTime
         * @description Asks for the server's time, so that the page can measure its own clock's offset.
         */
        AskTime: {
            /** Sent */
            sent: number;
            /**
             * Type
             * @constant
             */
            type: "ask-time";
        };
        /**
         * AttemptFailedMessage
         * @description An attempt passed its last ring step (R23).
         */
        AttemptFailedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt Number */
            attempt_number: number;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "attempt-failed";
            reason: components["schemas"]["OutcomeReason"];
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AttemptStartedMessage
         * @description A retry begins (R15).
         */
        AttemptStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt Number */
            attempt_number: number;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "attempt-started";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * AudioStartedMessage
         * @description An audio step plays its message to a caller.
         */
        AudioStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "audio-started";
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * BoothMessage
         * @description A phone of the booth changed.
         */
        BoothMessage: {
            phone: components["schemas"]["BoothPhoneView"];
            /**
             * Type
             * @default booth
             * @constant
             */
            type: "booth";
        };
        /**
         * BoothPhoneView
         * @description A customer's phone: what it is doing, and what is heard on it.
         */
        BoothPhoneView: {
            hearing: components["schemas"]["Hearing"];
            /**
             * Name
             * @example Marie Dupont
             */
            name: string | null;
            /**
             * Number
             * @example +33199002112
             */
            number: string;
            phase: components["schemas"]["PhoneState"];
            /**
             * Reference
             * @description The prompt or the music, to be had under `/media`; or who speaks.
             */
            reference: string | null;
            /**
             * Shown Number
             * @description Whom it has called, or who calls it.
             */
            shown_number: string | null;
            /**
             * Text
             * @description The words of the prompt.
             */
            text: string | null;
        };
        /**
         * Branch
         * @description The ways out of hours and dates steps.
         * @enum {string}
         */
        Branch: "open" | "closed" | "special" | "ordinary";
        /**
         * BranchTakenMessage
         * @description Opening hours or special dates sent a caller one way.
         */
        BranchTakenMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            branch: components["schemas"]["Branch"];
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "branch-taken";
            /** Next Step Id */
            next_step_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * BusyWaitPausedMessage
         * @description That clock stands still (R24).
         */
        BusyWaitPausedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "busy-wait-paused";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * BusyWaitStartedMessage
         * @description At the front with nobody free: the clock of *When everyone is busy* runs (R24).
         */
        BusyWaitStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "busy-wait-started";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbackClaimedMessage
         * @description An agent will see to a listed callback (R38).
         */
        CallbackClaimedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-claimed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbackClosedMessage
         * @description The callback has its one outcome (S12).
         */
        CallbackClosedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string | null;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-closed";
            outcome: components["schemas"]["Outcome"];
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbackHeldMessage
         * @description No card and no judgement until released (R28b, R32); `until` None waits for an event.
         */
        CallbackHeldMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            cause: components["schemas"]["HoldCause"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-held";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Until */
            until: string | null;
        };
        /**
         * CallbackMode
         * @description How callers of a line may be called back (R2).
         * @enum {string}
         */
        CallbackMode: "off" | "manual" | "automated";
        /**
         * CallbackReleasedMessage
         * @description CallbackReleased(callback_id: ringback.core.ids.CallbackId, cause: ringback.core.happened.callback.HoldCause)
         */
        CallbackReleasedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            cause: components["schemas"]["HoldCause"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-released";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbackRequestedMessage
         * @description A customer's request is accepted; all it depends on is frozen here (R4).
         *
         *     With `keeps_place` the callback takes the call's place in its queue (R12). `call_id` is None
         *     where somebody asked without a call.
         */
        CallbackRequestedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string | null;
            /** Callback Id */
            callback_id: string;
            /** Customer Id */
            customer_id: string | null;
            destination: components["schemas"]["Destination"];
            /** Flow Id */
            flow_id: string;
            /** Flow Version */
            flow_version: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Keeps Place */
            keeps_place: boolean;
            /** Line Id */
            line_id: string;
            mode: components["schemas"]["RequestMode"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-requested";
            /** Priority */
            priority: boolean;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            settings: components["schemas"]["CallbackSettings"];
            /** Step Id */
            step_id: string;
        };
        /**
         * CallbackSettings
         * @description A line's callback settings; a callback keeps those of the moment of its request (R4).
         */
        CallbackSettings: {
            /**
             * Age Max
             * Format: duration
             * @default P1D
             */
            age_max: string;
            /**
             * Announcement Prompt
             * @default null
             */
            announcement_prompt: string | null;
            /**
             * Busy Wait
             * Format: duration
             * @default PT1H
             */
            busy_wait: string;
            /**
             * Confirmation Prompt
             * @default en/confirmation
             */
            confirmation_prompt: string;
            /**
             * Customer Ring
             * Format: duration
             * @default PT45S
             */
            customer_ring: string;
            /** @default automated */
            mode: components["schemas"]["CallbackMode"];
            /**
             * Respect Queuing Time
             * @default false
             */
            respect_queuing_time: boolean;
            /**
             * Retries
             * @default 0
             */
            retries: number;
            /**
             * Ring Who Tried
             * @default false
             */
            ring_who_tried: boolean;
            /**
             * Settling
             * Format: duration
             * @default PT5S
             */
            settling: string;
            /** @default wait */
            when_busy: components["schemas"]["WhenBusy"];
            /** @default keep */
            when_customer_calls: components["schemas"]["WhenCustomerCalls"];
            /**
             * Whisper
             * @default false
             */
            whisper: boolean;
        };
        /**
         * CallbackSettledMessage
         * @description CallbackSettled(callback_id: ringback.core.ids.CallbackId)
         */
        CallbackSettledMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-settled";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbacksHaltedMessage
         * @description From here on no callback is offered or dialled.
         */
        CallbacksHaltedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callbacks-halted";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbacksLock
         * @description Why the company's lines have no callbacks, whatever their settings (R1).
         * @enum {string}
         */
        CallbacksLock: "plan" | "not-enrolled";
        /**
         * CallbacksResumedMessage
         * @description Callbacks are offered and dialled again.
         */
        CallbacksResumedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callbacks-resumed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbackState
         * @enum {string}
         */
        CallbackState: "queued" | "settling" | "held" | "suspended" | "ringing" | "connecting-agent" | "calling-customer" | "awaiting-agent" | "closed";
        /**
         * CallbackUnclaimedMessage
         * @description A listed callback is everybody's again; None is somebody who is no agent.
         */
        CallbackUnclaimedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /** Claimed By */
            claimed_by: string | null;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "callback-unclaimed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallbackView
         * @description A callback, from its request to its outcome and after.
         */
        CallbackView: {
            /** Accepted At */
            accepted_at: string | null;
            /**
             * Agent Id
             * @description Who accepted it.
             */
            agent_id: string | null;
            /** Attempt Number */
            attempt_number: number;
            /** Attempts Max */
            attempts_max: number;
            /**
             * Called By
             * @description The agent who reached the customer by hand.
             */
            called_by: string | null;
            /**
             * Calling By
             * @description The agent who is calling it by hand (R38).
             */
            calling_by: string | null;
            /**
             * Claimed By
             * @description The agent who will call it by hand.
             */
            claimed_by: string | null;
            /** Closed At */
            closed_at: string | null;
            customer: components["schemas"]["CustomerView"];
            /**
             * Dismissed By
             * @description The agent who took it off the list.
             */
            dismissed_by: string | null;
            /** Held By */
            held_by: components["schemas"]["HoldCause"][];
            /** Id */
            id: string;
            /**
             * Inbound Call Ids
             * @description The original call first.
             */
            inbound_call_ids: string[];
            line: components["schemas"]["LineReference"];
            mode: components["schemas"]["RequestMode"];
            /** Outbound Call Ids */
            outbound_call_ids: string[];
            outcome: components["schemas"]["OutcomeView"] | null;
            /**
             * Own Call Id
             * @description The customer's own call that was answered: it superseded the callback (R37) or took it off the list (R39).
             */
            own_call_id: string | null;
            /**
             * Position
             * @description Its place in its queue, 1 at the front.
             */
            position: number | null;
            /** Queue Id */
            queue_id: string | null;
            /** Reached At */
            reached_at: string | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            state: components["schemas"]["CallbackState"];
            /**
             * To Call
             * @description Whether it stands in the list to call by hand (R35, R39).
             */
            to_call: boolean;
            /** To Call Since */
            to_call_since: string | null;
            /**
             * Wait Seconds
             * @description From the request until an agent accepted, or until it ended (R42).
             */
            wait_seconds: number | null;
        };
        /**
         * CallBeganMessage
         * @description A customer's call was taken in, by the flow version in force.
         */
        CallBeganMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Customer Id */
            customer_id: string | null;
            destination: components["schemas"]["Destination"];
            /** Flow Id */
            flow_id: string;
            /** Flow Version */
            flow_version: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Line Id */
            line_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-began";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallConnectedMessage
         * @description Caller and agent hear each other.
         */
        CallConnectedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /** Agent Leg Id */
            agent_leg_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-connected";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallEndedMessage
         * @description A call, inbound or outbound, is over and all its legs are let go.
         */
        CallEndedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            ending: components["schemas"]["CallEnding"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-ended";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallEnding
         * @description How a call, inbound or outbound, ended.
         * @enum {string}
         */
        CallEnding: "callback_requested" | "caller_hung_up" | "agent_hung_up" | "customer_hung_up" | "outside_hung_up" | "voicemail_left" | "flow_ended" | "not_reached" | "system_fault";
        /**
         * CallRestoredMessage
         * @description A live call was found again after a separation; what it hears is begun anew.
         */
        CallRestoredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-restored";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CallStage
         * @enum {string}
         */
        CallStage: "in-audio" | "in-menu" | "waiting" | "connecting-agent" | "talking" | "on-hold" | "consulting" | "confirming" | "redirected" | "at-end" | "calling" | "customer-ringing" | "callback-pending";
        /**
         * CallTaggedMessage
         * @description One of the company's own tags was put on a call, live or past.
         */
        CallTaggedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-tagged";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Tag Id */
            tag_id: string;
        };
        /**
         * CallTransferredMessage
         * @description An agent has let a live call go on to a colleague, a team, a line or a number (R30).
         *
         *     From here on `steps` are part of the call's flow: the first is where it goes now, the others
         *     where it goes if nobody is there.
         */
        CallTransferredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-transferred";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Ids */
            step_ids: string[];
            /** To Agent */
            to_agent: string | null;
            /** To Customer */
            to_customer: string | null;
            /** To Line */
            to_line: string | null;
            /** To Team */
            to_team: string | null;
        };
        /**
         * CallUntaggedMessage
         * @description CallUntagged(call_id: ringback.core.ids.CallId, tag_id: ringback.core.ids.TagId, agent_id: Optional[ringback.core.ids.AgentId])
         */
        CallUntaggedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "call-untagged";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Tag Id */
            tag_id: string;
        };
        /**
         * CallView
         * @description A live call, inbound or made for a callback, or one whose callback is pending (R41).
         */
        CallView: {
            /** Agent Id */
            agent_id: string | null;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Callback Id */
            callback_id: string | null;
            customer: components["schemas"]["CustomerView"];
            /**
             * Direction
             * @enum {string}
             */
            direction: "inbound" | "outbound";
            /** Id */
            id: string;
            line: components["schemas"]["LineReference"] | null;
            /**
             * Linked Call Ids
             * @description The outbound calls of an inbound one, and the other way round (R40).
             */
            linked_call_ids: string[];
            /**
             * Prompt
             * @description The message the caller hears, if any.
             */
            prompt: string | null;
            stage: components["schemas"]["CallStage"];
        };
        /**
         * Changes
         * @description What happened, and how everything that it touched is after it.
         */
        Changes: {
            /** Agents */
            agents: components["schemas"]["AgentView"][];
            /**
             * Alerts
             * @description All that nobody has dismissed.
             */
            alerts: components["schemas"]["AlertView"][];
            /**
             * Callbacks
             * @description All that were touched, open or not.
             */
            callbacks: components["schemas"]["CallbackView"][];
            /**
             * Callbacks Halted
             * @description Nobody is called back until it is resumed.
             */
            callbacks_halted: boolean;
            /** @description Why the company has no callbacks. */
            callbacks_lock: components["schemas"]["CallbacksLock"] | null;
            /** Calls */
            calls: components["schemas"]["CallView"][];
            /**
             * Events
             * @description Those of lines that one sees.
             */
            events: components["schemas"]["AnyEvent"][];
            /**
             * First Sequence
             * @description The first one's, whether it is shown or not.
             */
            first_sequence: number;
            gone: components["schemas"]["Gone"];
            /** Queues */
            queues: components["schemas"]["QueueView"][];
            /**
             * Sequence
             * @description The last event's sequence number.
             */
            sequence: number;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /**
             * Type
             * @default changes
             * @constant
             */
            type: "changes";
        };
        /**
         * Condition
         * @description What an agent is at this moment: the first of R19's reasons that holds.
         * @enum {string}
         */
        Condition: "offline" | "off-duty" | "do-not-disturb" | "in-call" | "wrap-up" | "connection-lost" | "ringing" | "available";
        /**
         * ConfirmationStartedMessage
         * @description The confirmation plays; when it ends the call is hung up (R7).
         */
        ConfirmationStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "confirmation-started";
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * ConsultationAbandonedMessage
         * @description The agent has left before the colleague answered: from here on it is a transfer.
         */
        ConsultationAbandonedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Colleague Id */
            colleague_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "consultation-abandoned";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * ConsultationAnsweredMessage
         * @description Agent and colleague hear each other, and the customer hears neither.
         */
        ConsultationAnsweredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Colleague Id */
            colleague_id: string;
            /** Colleague Leg Id */
            colleague_leg_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "consultation-answered";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * ConsultationCompletedMessage
         * @description The agent has left the customer to the colleague: the two hear each other.
         */
        ConsultationCompletedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Colleague Id */
            colleague_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "consultation-completed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * ConsultationEndedMessage
         * @description The customer stays with the agent, on hold unless the agent has cancelled.
         */
        ConsultationEndedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Colleague Id */
            colleague_id: string;
            ending: components["schemas"]["ConsultationEnding"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "consultation-ended";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * ConsultationEnding
         * @description Why the customer stays with the agent who consulted a colleague.
         * @enum {string}
         */
        ConsultationEnding: "cancelled" | "declined" | "not-answered" | "colleague-hung-up";
        /**
         * ConsultationStartedMessage
         * @description An agent has a colleague rung to talk with them first; the customer hears music (R30).
         *
         *     `steps` are those of a transfer to the colleague, which it becomes if the agent hangs up.
         */
        ConsultationStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Colleague Id */
            colleague_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "consultation-started";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Ids */
            step_ids: string[];
        };
        /**
         * ConsultationView
         * @description An agent who consults a colleague before transferring (R30).
         */
        ConsultationView: {
            /**
             * Agent Id
             * @description Who consults, and can complete the transfer or cancel it.
             */
            agent_id: string;
            /**
             * Answered
             * @description Whether the two hear each other.
             */
            answered: boolean;
            /** Colleague Id */
            colleague_id: string;
        };
        /**
         * ConversationStage
         * @enum {string}
         */
        ConversationStage: "calling" | "customer-ringing" | "announcing" | "talking" | "on-hold" | "consulting";
        /**
         * ConversationView
         * @description The communication an agent is in.
         */
        ConversationView: {
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string | null;
            consultation: components["schemas"]["ConsultationView"] | null;
            customer: components["schemas"]["CustomerView"];
            kind: components["schemas"]["ItemKind"];
            line: components["schemas"]["LineReference"] | null;
            /**
             * Muted
             * @description Whether the customer does not hear the agent.
             */
            muted: boolean;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            stage: components["schemas"]["ConversationStage"];
        };
        /**
         * CustomerConnectedMessage
         * @description All is said: the customer who answered and the agent hear each other.
         */
        CustomerConnectedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-connected";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerErasedMessage
         * @description Nobody can tell any more who the customer was; the reference says nothing of them.
         */
        CustomerErasedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            cause: components["schemas"]["ErasureCause"];
            /** Customer Id */
            customer_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-erased";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerNamedMessage
         * @description Somebody gave a customer a name, or took it away; which, is kept beside the journal.
         */
        CustomerNamedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Customer Id */
            customer_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Is New */
            is_new: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-named";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerPutOnHoldMessage
         * @description The customer hears music, and neither hears the other.
         */
        CustomerPutOnHoldMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Music */
            music: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-put-on-hold";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerRangMessage
         * @description CustomerRang(callback_id: ringback.core.ids.CallbackId, call_id: ringback.core.ids.CallId)
         */
        CustomerRangMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-rang";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerReachedMessage
         * @description The customer answered (R31); both hear each other, unless something is said before.
         */
        CustomerReachedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /** Connected */
            connected: boolean;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-reached";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerRecognisedMessage
         * @description The caller is somebody whose callback failed or did not reach them (R39).
         *
         *     `agent_id` is who tried, if the line lets that agent be rung first.
         */
        CustomerRecognisedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-recognised";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerTakenOffHoldMessage
         * @description CustomerTakenOffHold(call_id: ringback.core.ids.CallId, agent_id: ringback.core.ids.AgentId)
         */
        CustomerTakenOffHoldMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "customer-taken-off-hold";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * CustomerView
         * @description The customer as people see them; a withheld number has neither number nor name.
         */
        CustomerView: {
            /**
             * Contact Id
             * @description Leads to the customer's conversation.
             * @default null
             * @example c12
             */
            contact_id: string | null;
            /**
             * Name
             * @example Marie Dupont
             */
            name: string | null;
            /**
             * Number
             * @example +33612345678
             */
            number: string | null;
            /**
             * Withheld
             * @default false
             */
            withheld: boolean;
        };
        /**
         * Destination
         * @description All that the rules need to know of a number without knowing the number.
         */
        Destination: {
            /**
             * Country
             * @default null
             */
            country: string | null;
            kind: components["schemas"]["NumberKind"];
        };
        /**
         * DialFailedMessage
         * @description The customer was not reached, or it cannot be known (cause None, R33).
         */
        DialFailedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            cause: components["schemas"]["FailureCause"] | null;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "dial-failed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * DialIntendedMessage
         * @description The outbound call is about to be dialled; committed before the command (S4).
         *
         *     `policy_verdict` is what the dialling policy said at this moment (R48).
         */
        DialIntendedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /** Agent Leg Id */
            agent_leg_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /** Customer Leg Id */
            customer_leg_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "dial-intended";
            /** Policy Verdict */
            policy_verdict: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * EarlierCallbackView
         * @description A caller's own callback: pending, or listed because it failed or did not reach them.
         */
        EarlierCallbackView: {
            /** Id */
            id: string;
            /** @description None while it is pending. */
            outcome: components["schemas"]["OutcomeView"] | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Tried At
             * @description When the customer was last dialled.
             */
            tried_at: string | null;
            /**
             * Tried By
             * @description The agent who tried.
             */
            tried_by: string | null;
        };
        /**
         * EndReachedMessage
         * @description A caller came to the end of the flow: its last message plays, if there is one.
         */
        EndReachedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "end-reached";
            /** Playback Id */
            playback_id: string | null;
            /** Prompt */
            prompt: string | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * ErasureCause
         * @description Why a customer's number and name are gone.
         * @enum {string}
         */
        ErasureCause: "asked" | "kept-long-enough";
        /**
         * FailureCause
         * @description Why a customer's phone could not be reached.
         * @enum {string}
         */
        FailureCause: "busy" | "no-answer" | "rejected" | "invalid-number" | "trunk" | "never-sent";
        /**
         * FarewellSaidMessage
         * @description Nothing is left to say: the call is being hung up.
         */
        FarewellSaidMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "farewell-said";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FaultSufferedMessage
         * @description A fault of ours interrupted an attempt, which is not counted (R34).
         */
        FaultSufferedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /** Fault Number */
            fault_number: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "fault-suffered";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FlowDraftDiscardedMessage
         * @description FlowDraftDiscarded(flow_id: ringback.core.ids.FlowId)
         */
        FlowDraftDiscardedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Flow Id */
            flow_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "flow-draft-discarded";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FlowDraftSavedMessage
         * @description A flow to be, valid or not; this event's sequence number is the draft's number.
         */
        FlowDraftSavedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Based On */
            based_on: number;
            /** Flow Id */
            flow_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "flow-draft-saved";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FlowPublishedMessage
         * @description A flow is in force for calls that arrive from here on; those waiting keep theirs (R4).
         */
        FlowPublishedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Draft */
            draft: number | null;
            /** Flow Id */
            flow_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "flow-published";
            /** Rolled Back To */
            rolled_back_to: number | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Version */
            version: number;
        };
        /**
         * FollowUpAnsweredMessage
         * @description The customer called in and was answered: off the list, the outcome as it was (R39).
         *
         *     `agent_id` is None where the call was redirected and somebody outside answered.
         */
        FollowUpAnsweredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "follow-up-answered";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FollowUpCalledMessage
         * @description A closed callback was called by hand; its outcome stays what it was (R39).
         */
        FollowUpCalledMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "follow-up-called";
            /** Reached */
            reached: boolean;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FollowUpDismissedMessage
         * @description A listed callback was taken off the list; an open request ends with it (R39).
         */
        FollowUpDismissedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "follow-up-dismissed";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * FollowUpErasedMessage
         * @description A listed callback was taken off the list, since its customer is erased (R39, R49).
         */
        FollowUpErasedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "follow-up-erased";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * GiveUpCause
         * @description Why a ring step was given up.
         * @enum {string}
         */
        GiveUpCause: "ring-time-over" | "waited-too-long" | "nobody-left";
        /**
         * Gone
         * @description What is not shown any more.
         */
        Gone: {
            /** Call Ids */
            call_ids: string[];
            /** Queue Ids */
            queue_ids: string[];
        };
        /**
         * Goodbye
         * @description The last message before the server closes the connection, and why.
         */
        Goodbye: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /**
             * Type
             * @default goodbye
             * @constant
             */
            type: "goodbye";
        };
        /**
         * HandCallAbandonedMessage
         * @description A call by hand came to nothing before the customer could be reached; it stays listed.
         */
        HandCallAbandonedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "hand-call-abandoned";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * HandCallStartedMessage
         * @description An agent calls a listed callback by hand; their own phone is connected first (R38).
         */
        HandCallStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "hand-call-started";
            /** Offer Id */
            offer_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * Hearing
         * @description What is heard on a phone.
         * @enum {string}
         */
        Hearing: "silence" | "music" | "prompt" | "agent" | "ringback-tone" | "busy-tone";
        /**
         * Heartbeat
         * @description Says every three seconds that the link is alive.
         */
        Heartbeat: {
            /** Sequence */
            sequence: number;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /**
             * Type
             * @default heartbeat
             * @constant
             */
            type: "heartbeat";
        };
        /**
         * Hello
         * @description The first message: who is there. A page of an agent makes this agent's phone present.
         */
        Hello: {
            /**
             * Agent Id
             * @default null
             */
            agent_id?: string | null;
            /**
             * Company
             * @description Which company the operator wants to see.
             * @default null
             */
            company?: string | null;
            /**
             * Token
             * @default null
             */
            token?: string | null;
            /**
             * Type
             * @constant
             */
            type: "hello";
        };
        /**
         * Here
         * @description The answer to each heartbeat; a page that stays silent for nine seconds is given up.
         */
        Here: {
            /**
             * Type
             * @constant
             */
            type: "here";
        };
        /**
         * HoldCause
         * @description Why a callback may not be offered for the moment.
         * @enum {string}
         */
        HoldCause: "customer-on-call" | "rate-limit" | "trunk-fault" | "halted";
        /**
         * ItemKind
         * @enum {string}
         */
        ItemKind: "call" | "callback";
        /**
         * LateAnswerTurnedAwayMessage
         * @description A desk phone answered an offer that was over; its agent hears why (R29).
         */
        LateAnswerTurnedAwayMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Leg Id */
            leg_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "late-answer-turned-away";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * LineConfiguredMessage
         * @description LineConfigured(line: ringback.core.settings.Line, is_new: bool = False)
         */
        LineConfiguredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Is New */
            is_new: boolean;
            /** Line Id */
            line_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "line-configured";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /** LineReference */
        LineReference: {
            /**
             * Id
             * @example support
             */
            id: string;
            /**
             * Name
             * @example Support
             */
            name: string;
            /**
             * Number
             * @example +33199000001
             */
            number: string | null;
        };
        /**
         * MenuLeftMessage
         * @description A caller chose a key of a menu, or made no choice (None); `next_step_id` None ends.
         */
        MenuLeftMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Digit */
            digit: string | null;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "menu-left";
            /** Next Step Id */
            next_step_id: string | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * MenuStartedMessage
         * @description A menu asks a caller for a key, for the first time or again.
         */
        MenuStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "menu-started";
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
            /** Time Number */
            time_number: number;
        };
        /**
         * MessageKeptMessage
         * @description A message of the company's own can be used from here on.
         */
        MessageKeptMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "message-kept";
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MessageMarkedMessage
         * @description People said whether a message tells callers to press `*` (R3).
         */
        MessageMarkedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "message-marked";
            /** Offers Callbacks */
            offers_callbacks: boolean;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MessagePassedOverMessage
         * @description The estimate is too short for the message whose turn it was (R45).
         */
        MessagePassedOverMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "message-passed-over";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MessageRemovedMessage
         * @description Nothing names the message any more, and its recording goes.
         */
        MessageRemovedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "message-removed";
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MessageRenamedMessage
         * @description MessageRenamed(prompt: str, new_name: str)
         */
        MessageRenamedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "message-renamed";
            /** New Name */
            new_name: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MovedToAgentMessage
         * @description From here on the step rings one agent alone for this callback, at the same place (R47).
         */
        MovedToAgentMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "moved-to-agent";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MovedToFrontMessage
         * @description A supervisor put a callback before all others; this event's sequence number is its key,
         *     turned round, so that the last one moved is the first (R47).
         */
        MovedToFrontMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "moved-to-front";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * MovedToStepMessage
         * @description A supervisor took a callback out of its queue for another ring step (R47).
         */
        MovedToStepMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "moved-to-step";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * NoteDeletedMessage
         * @description The text of a note is gone for good.
         */
        NoteDeletedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "note-deleted";
            /** Note Id */
            note_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * NoteEditedMessage
         * @description NoteEdited(note_id: ringback.core.ids.NoteId, call_id: ringback.core.ids.CallId, agent_id: Optional[ringback.core.ids.AgentId])
         */
        NoteEditedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "note-edited";
            /** Note Id */
            note_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * NoteWrittenMessage
         * @description Something was written about a call; what, is kept beside the journal.
         */
        NoteWrittenMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "note-written";
            /** Note Id */
            note_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * NoticeStartedMessage
         * @description A message beside the flow plays: in turn while waiting, or an answer to `*`.
         */
        NoticeStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "notice-started";
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * NumberKind
         * @description What a caller's number is, as far as dialling it is concerned (R9, R48).
         * @enum {string}
         */
        NumberKind: "ordinary" | "withheld" | "invalid" | "premium" | "short" | "emergency";
        /**
         * OfferAcceptedMessage
         * @description The first agent to accept has the item; it is in no queue from here on (R29).
         */
        OfferAcceptedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "offer-accepted";
            /** Offer Id */
            offer_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * OfferDeclinedMessage
         * @description OfferDeclined(offer_id: ringback.core.ids.OfferId, agent_id: ringback.core.ids.AgentId, item_id: Union[ringback.core.ids.CallId, ringback.core.ids.CallbackId])
         */
        OfferDeclinedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "offer-declined";
            /** Offer Id */
            offer_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * OffersMadeMessage
         * @description Agents are being rung for an item.
         */
        OffersMadeMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "offers-made";
            /** Offers */
            offers: components["schemas"]["OfferTerms"][];
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * OffersRangOutMessage
         * @description Agents did not answer.
         */
        OffersRangOutMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Ids */
            agent_ids: string[];
            /**
             * At
             * Format: date-time
             */
            at: string;
            cause: components["schemas"]["RingOutCause"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "offers-rang-out";
            phone_failure: components["schemas"]["AgentFailureCause"] | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * OfferState
         * @description How far an offer has come; an offer that is over is no longer shown.
         * @enum {string}
         */
        OfferState: "ringing" | "accepted" | "phone-up";
        /**
         * OffersWithdrawnMessage
         * @description Offers ended without a decline or a ring-out.
         */
        OffersWithdrawnMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Ids */
            agent_ids: string[];
            /**
             * At
             * Format: date-time
             */
            at: string;
            cause: components["schemas"]["WithdrawalCause"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "offers-withdrawn";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Taken By */
            taken_by: string | null;
        };
        /**
         * OfferTerms
         * @description One agent being rung, for at most so long; None is as long as the step lasts.
         */
        OfferTerms: {
            /** Agent Id */
            agent_id: string;
            /** Offer Id */
            offer_id: string;
            /** Ring For Max */
            ring_for_max: string | null;
        };
        /**
         * OfferView
         * @description One agent being rung for one item: all that its card needs.
         */
        OfferView: {
            /** Agent Id */
            agent_id: string;
            /**
             * Attempt Number
             * @description 1 for the first attempt.
             */
            attempt_number: number;
            /**
             * Attempts Max
             * @description The first attempt and the retries: 5 retries, 6.
             */
            attempts_max: number;
            /**
             * Consulted By
             * @description The agent who wants to talk about the call before transferring it (R30).
             */
            consulted_by: string | null;
            customer: components["schemas"]["CustomerView"];
            /**
             * Deadline
             * @description When the ringing is over, at the latest.
             */
            deadline: string | null;
            /** @description For a call: the callback that its customer waits for on this line (R37, R39). */
            earlier: components["schemas"]["EarlierCallbackView"] | null;
            /** Id */
            id: string;
            /** Item Id */
            item_id: string;
            kind: components["schemas"]["ItemKind"];
            line: components["schemas"]["LineReference"];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            state: components["schemas"]["OfferState"];
            /**
             * Transferred By
             * @description The agent who has transferred the call (R30).
             */
            transferred_by: string | null;
            /**
             * Waiting Since
             * Format: date-time
             */
            waiting_since: string;
        };
        /**
         * OrphanFoundMessage
         * @description The phone system has a leg that belongs to nothing; it is hung up (S20).
         */
        OrphanFoundMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Leg Id */
            leg_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "orphan-found";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * OutboundCallRestoredMessage
         * @description An outbound call was found whole after a separation; what is heard is begun anew.
         */
        OutboundCallRestoredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "outbound-call-restored";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * Outcome
         * @description The one end of a callback (S12).
         */
        Outcome: {
            kind: components["schemas"]["OutcomeKind"];
            /** @default null */
            reason: components["schemas"]["OutcomeReason"] | null;
        };
        /**
         * OutcomeCorrectedMessage
         * @description An agent corrected the outcome in wrap-up (R31).
         */
        OutcomeCorrectedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Listed */
            listed: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "outcome-corrected";
            outcome: components["schemas"]["Outcome"];
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * OutcomeKind
         * @description The four ways a callback can end.
         * @enum {string}
         */
        OutcomeKind: "completed" | "not_reached" | "failed" | "cancelled";
        /**
         * OutcomeReason
         * @description Why a callback ended as it did; a completed one has no reason.
         * @enum {string}
         */
        OutcomeReason: "agent_hung_up" | "customer_no_answer" | "customer_busy" | "customer_rejected" | "outcome_unknown" | "voicemail" | "wrong_person" | "no_available_agent" | "no_answer" | "declined" | "no_ring_step" | "closed" | "withheld_number" | "invalid_number" | "destination_refused" | "system_fault" | "by_user" | "by_api" | "superseded" | "erased" | "expired";
        /** OutcomeView */
        OutcomeView: {
            kind: components["schemas"]["OutcomeKind"];
            reason: components["schemas"]["OutcomeReason"] | null;
        };
        /**
         * OutsidePhoneAskedMessage
         * @description An outside phone was picked up, by its agent or not: it is asked for the key 1.
         */
        OutsidePhoneAskedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "outside-phone-asked";
            /** Offer Id */
            offer_id: string;
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Time Number */
            time_number: number;
        };
        /**
         * PhoneKind
         * @description How an agent's phone is reached.
         * @enum {string}
         */
        PhoneKind: "desk" | "browser" | "outside";
        /**
         * PhoneState
         * @description What a phone is doing.
         * @enum {string}
         */
        PhoneState: "idle" | "ringing" | "calling" | "in-call" | "refused";
        /**
         * PhoneSystemCameBackMessage
         * @description What the phone system has was compared with what should be.
         */
        PhoneSystemCameBackMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "phone-system-came-back";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * PhoneSystemWentAwayMessage
         * @description Nothing is offered and nothing judged until the phone system is back.
         */
        PhoneSystemWentAwayMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "phone-system-went-away";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * PlaceGivenBackMessage
         * @description That call left the queue unanswered; the callback stands there again, with its key (R37).
         */
        PlaceGivenBackMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "place-given-back";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * PlaceLentMessage
         * @description The customer's own call stands in the callback's place; the callback is suspended (R37).
         */
        PlaceLentMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "place-lent";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * Plan
         * @description What the company has (R1).
         * @enum {string}
         */
        Plan: "essentials" | "professional";
        /**
         * PromptEndedMessage
         * @description The message that was playing is over.
         */
        PromptEndedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "prompt-ended";
            /** Playback Id */
            playback_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * PublicEvent
         * @description What every event says, whatever its name.
         */
        PublicEvent: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Name */
            name: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /** QueueItemView */
        QueueItemView: {
            /** Attempt Number */
            attempt_number: number;
            /** Attempts Max */
            attempts_max: number;
            customer: components["schemas"]["CustomerView"];
            /** Held By */
            held_by: components["schemas"]["HoldCause"][];
            /** Id */
            id: string;
            kind: components["schemas"]["ItemKind"];
            line: components["schemas"]["LineReference"];
            /**
             * Position
             * @description 1 at the front.
             */
            position: number;
            /** Rung Agent Ids */
            rung_agent_ids: string[];
            /**
             * Since
             * Format: date-time
             * @description When the caller arrived or the callback was requested.
             */
            since: string;
            /**
             * Stands For Callback Id
             * @description The customer's callback whose place this call has borrowed (R37).
             */
            stands_for_callback_id: string | null;
            state: components["schemas"]["WaitingState"];
        };
        /**
         * QueueJoinedMessage
         * @description An item stands at the back of a queue; this event's sequence number is its key (R11).
         */
        QueueJoinedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Flow Id */
            flow_id: string;
            /** Flow Version */
            flow_version: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "queue-joined";
            /** Priority */
            priority: boolean;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * QueueView
         * @description All that waits at one ring step, in true order.
         */
        QueueView: {
            agents: components["schemas"]["AgentCounts"];
            /**
             * Estimated Wait Seconds
             * @description From the calls answered at this step in the last ten minutes (R45).
             */
            estimated_wait_seconds: number | null;
            /** Flow Id */
            flow_id: string;
            /** Flow Version */
            flow_version: number;
            /** Id */
            id: string;
            /**
             * Items
             * @description The first 200, from the front on.
             */
            items: components["schemas"]["QueueItemView"][];
            /**
             * Name
             * @description Whom the step rings: the name of a team or of an agent.
             */
            name: string;
            /** Step Id */
            step_id: string;
            /** Total */
            total: number;
        };
        /**
         * RecordingStartedMessage
         * @description RecordingStarted(call_id: ringback.core.ids.CallId)
         */
        RecordingStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "recording-started";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * RedirectAnsweredMessage
         * @description The number outside answered: it and the caller hear each other.
         */
        RedirectAnsweredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Leg Id */
            leg_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "redirect-answered";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * RedirectDialledMessage
         * @description A number outside is about to be dialled for a caller; committed before the command (S4).
         */
        RedirectDialledMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Customer Id */
            customer_id: string | null;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Leg Id */
            leg_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "redirect-dialled";
            /** Number */
            number: string;
            /** Policy Verdict */
            policy_verdict: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * RedirectedToLineMessage
         * @description Another line's flow has taken a live call over.
         */
        RedirectedToLineMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Flow Id */
            flow_id: string;
            /** Flow Version */
            flow_version: number;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Line Id */
            line_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "redirected-to-line";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * RedirectFailedMessage
         * @description A redirect came to nothing; the caller goes on to `next_step_id`, or the call ends.
         */
        RedirectFailedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            cause: components["schemas"]["RedirectFailure"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "redirect-failed";
            /** Next Step Id */
            next_step_id: string | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Step Id */
            step_id: string;
        };
        /**
         * RedirectFailure
         * @description Why a caller could not be redirected.
         * @enum {string}
         */
        RedirectFailure: "loop" | "unknown-line" | "refused" | "busy" | "no-answer" | "rejected" | "invalid-number" | "trunk" | "unknown";
        /**
         * RequestJoinedMessage
         * @description A further request of the same customer joined a waiting callback (R10).
         *
         *     `call_id` is None where somebody asked without a call.
         */
        RequestJoinedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string | null;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "request-joined";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Takes Place Of Call */
            takes_place_of_call: boolean;
        };
        /**
         * RequestMode
         * @description Who starts the call: the system, or an agent by hand.
         * @enum {string}
         */
        RequestMode: "automated" | "manual";
        /**
         * RequestNotGrantedMessage
         * @description A caller who pressed `*` cannot be promised a call, hears so and keeps the place.
         *
         *     `reason` is None when it is only an overload (L4).
         */
        RequestNotGrantedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "request-not-granted";
            reason: components["schemas"]["OutcomeReason"] | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * ReturnedToQueueMessage
         * @description An accepted item stands in its queue again, with its key (R29, R32, R34).
         */
        ReturnedToQueueMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "returned-to-queue";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * RingOutCause
         * @description How an agent let an item ring out.
         * @enum {string}
         */
        RingOutCause: "agent-time-over" | "step-time-over" | "phone-failed" | "not-confirmed" | "not-connected";
        /**
         * SettlingStartedMessage
         * @description The inbound leg has ended; the callback settles (R7).
         */
        SettlingStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Callback Id */
            callback_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "settling-started";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * Snapshot
         * @description Everything, once, at the beginning.
         */
        Snapshot: {
            /** Agents */
            agents: components["schemas"]["AgentView"][];
            /**
             * Alerts
             * @description Those that nobody has dismissed.
             */
            alerts: components["schemas"]["AlertView"][];
            /**
             * Booth
             * @description Whether the simulated phone network offers a phone booth.
             */
            booth: boolean;
            /**
             * Callbacks
             * @description The open ones, the oldest 1,000.
             */
            callbacks: components["schemas"]["CallbackView"][];
            /**
             * Callbacks Halted
             * @description Nobody is called back until it is resumed.
             */
            callbacks_halted: boolean;
            /** @description Why the company has no callbacks. */
            callbacks_lock: components["schemas"]["CallbacksLock"] | null;
            /**
             * Calls
             * @description The live ones, at most 1,000 each way.
             */
            calls: components["schemas"]["CallView"][];
            /** Queues */
            queues: components["schemas"]["QueueView"][];
            /** Sequence */
            sequence: number;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /**
             * To Call
             * @description Those to call by hand, at most 1,000, the one listed first first.
             */
            to_call: components["schemas"]["CallbackView"][];
            /**
             * Type
             * @default snapshot
             * @constant
             */
            type: "snapshot";
        };
        /**
         * StatusCause
         * @description Why an agent has the status.
         * @enum {string}
         */
        StatusCause: "chosen" | "rang-out";
        /**
         * StepGivenUpMessage
         * @description A ring step is over for an item without an agent: it leaves the queue (R20, R23, R24).
         */
        StepGivenUpMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            cause: components["schemas"]["GiveUpCause"];
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Item Id */
            item_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "step-given-up";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * TagConfiguredMessage
         * @description TagConfigured(tag: ringback.core.settings.OwnTag)
         */
        TagConfiguredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "tag-configured";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Tag Id */
            tag_id: string;
        };
        /**
         * TeamConfiguredMessage
         * @description TeamConfigured(team: ringback.core.settings.Team, is_new: bool = False)
         */
        TeamConfiguredMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /** Is New */
            is_new: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "team-configured";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
            /** Team Id */
            team_id: string;
        };
        /**
         * TimeTold
         * @description The answer to `ask-time`.
         */
        TimeTold: {
            /** Sent */
            sent: number;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /**
             * Type
             * @default time
             * @constant
             */
            type: "time";
        };
        /**
         * VoicemailLeftMessage
         * @description VoicemailLeft(call_id: ringback.core.ids.CallId, seconds: float)
         */
        VoicemailLeftMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "voicemail-left";
            /** Seconds */
            seconds: number;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * WaitEstimatedMessage
         * @description A caller who waits is told the estimated wait; nothing plays where there is none (R45).
         */
        WaitEstimatedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /** Estimate */
            estimate: string | null;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "wait-estimated";
            /** Playback Id */
            playback_id: string | null;
            /** Prompt */
            prompt: string | null;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * WaitingState
         * @enum {string}
         */
        WaitingState: "waiting" | "ringing" | "settling" | "held";
        /**
         * WhenBusy
         * @description What a callback at the front does while everyone is busy (R24).
         * @enum {string}
         */
        WhenBusy: "wait" | "follow-step" | "fail";
        /**
         * WhenCustomerCalls
         * @description What becomes of a pending callback when its customer phones in first (R37).
         * @enum {string}
         */
        WhenCustomerCalls: "keep" | "give-place" | "cancel";
        /**
         * WhisperEndedMessage
         * @description WhisperEnded(call_id: ringback.core.ids.CallId, playback_id: ringback.core.ids.PlaybackId)
         */
        WhisperEndedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "whisper-ended";
            /** Playback Id */
            playback_id: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * WhisperStartedMessage
         * @description An agent whose phone is up hears which line it is, before the customer.
         */
        WhisperStartedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /** Agent Leg Id */
            agent_leg_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Call Id */
            call_id: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "whisper-started";
            /** Playback Id */
            playback_id: string;
            /** Prompt */
            prompt: string;
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
        /**
         * WithdrawalCause
         * @description Why offers ended through no doing of the agent who was rung.
         * @enum {string}
         */
        WithdrawalCause: "taken" | "caller-gone" | "callback-requested" | "held" | "cancelled" | "agent-left" | "moved" | "fault";
        /**
         * WrapUpEndedMessage
         * @description WrapUpEnded(agent_id: ringback.core.ids.AgentId)
         */
        WrapUpEndedMessage: {
            /**
             * Actor
             * @description `agent:<id>`, `caller`, `phone`, `operator`, `user:<id>`, `key:<id>`, `api`, `clock`.
             */
            actor: string;
            /** Agent Id */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Input
             * @description What came in; `time-passed` for a deadline.
             */
            input: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            name: "wrap-up-ended";
            /**
             * Sequence
             * @description Its place in the journal, without gaps.
             */
            sequence: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
