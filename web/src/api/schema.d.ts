// Made by `make types`; do not edit.

export interface paths {
    "/api/v1/account/away-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Away Reasons
         * @description List what agents choose from when they do not want to be disturbed.
         */
        get: operations["list_away_reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/callbacks/halt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Halt Callbacks
         * @description Have nobody called back until it is resumed; callers may call, wait and ask meanwhile.
         */
        post: operations["halt_callbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/callbacks/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Callbacks
         * @description Have callbacks offered and dialled again, each from the place it has kept.
         */
        post: operations["resume_callbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Account
         * @description Take over an account's settings from elsewhere; without the flag callbacks are off (R1).
         */
        post: operations["import_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Account Settings */
        get: operations["get_account_settings"];
        /**
         * Set Account Settings
         * @description Set what holds for the whole company, whole.
         */
        put: operations["set_account_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agents
         * @description List all agents with what they are doing at this moment.
         */
        get: operations["list_agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Agent */
        get: operations["get_agent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/cancel-consultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Consultation
         * @description Let the colleague go and take the customer back.
         */
        post: operations["cancel_consultation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/complete-transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete Transfer
         * @description Leave the customer to the colleague consulted, who talks or is still being rung.
         */
        post: operations["complete_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consult Colleague
         * @description Ring a colleague to talk with before transferring; the customer hears music (R30).
         */
        post: operations["consult_colleague"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/end-wrap-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Wrap Up
         * @description Be done with the notes before the time for them is over.
         */
        post: operations["end_wrap_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/hang-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hang Up Agent
         * @description End the communication the agent is in.
         */
        post: operations["hang_up_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold Customer
         * @description Let the customer hear music and the agent nothing; done already is no error (R30).
         */
        post: operations["hold_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute Agent
         * @description Let the customer not hear the agent; done already is no error (R30).
         */
        post: operations["mute_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agent Offers
         * @description List the agent's current offers: at most one at a time (S6).
         */
        get: operations["list_agent_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Customer
         * @description Let agent and customer hear each other again.
         */
        post: operations["resume_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/rings-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Agent Rings On
         * @description Let an agent's calls ring on their own phone, or on an outside number.
         *
         *     The number may be left out where one is known. It is kept beside the journal, never in it.
         */
        put: operations["set_agent_rings_on"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Agent Settings */
        get: operations["get_agent_settings"];
        /**
         * Set Agent Settings
         * @description Set an agent's profile, whole; an unknown agent is created, offline.
         */
        put: operations["set_agent_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Agent Status
         * @description Go online, into Do not disturb, or offline.
         */
        put: operations["set_agent_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer Call
         * @description Let the customer go on to a colleague, a team, a line or a number outside (R30).
         */
        post: operations["transfer_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/unmute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute Agent
         * @description Let the customer hear the agent again.
         */
        post: operations["unmute_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alerts
         * @description List the alerts that nobody has dismissed, the oldest first.
         */
        get: operations["list_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Alert
         * @description Take an alert off everybody's screen; gives those that are left.
         */
        post: operations["dismiss_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Analytics
         * @description Count ended calls, callbacks and agents' time, in groups.
         */
        get: operations["get_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Api Keys
         * @description List all keys, also those revoked, the newest first; what they send is not to be seen.
         */
        get: operations["list_api_keys"];
        put?: never;
        /**
         * Make Api Key
         * @description Make a key, and give the token that a program sends; it is shown this once.
         */
        post: operations["make_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Api Key
         * @description Shut a program out, at once and for good, also from the live feed.
         */
        delete: operations["revoke_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit Log
         * @description List who did what, when and from where, the newest first.
         */
        get: operations["list_audit_log"];
        put?: never;
        /**
         * Note In Audit Log
         * @description Have the log say what one did beside the server; the commands do, after an export.
         */
        post: operations["note_in_audit_log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Audit Log
         * @description Stream the entries that fit, the newest first; the export is an entry itself.
         */
        get: operations["export_audit_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Booth
         * @description Show the customers' phones and the numbers they can dial.
         */
        get: operations["get_booth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booth/phones/{number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Booth Answer
         * @description Answer an incoming call.
         */
        post: operations["booth_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booth/phones/{number}/dial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Booth Dial
         * @description Call one of our numbers from a customer's phone.
         */
        post: operations["booth_dial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booth/phones/{number}/hang-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Booth Hang Up
         * @description Hang up.
         */
        post: operations["booth_hang_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booth/phones/{number}/press": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Booth Press
         * @description Press a key.
         */
        post: operations["booth_press"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booth/phones/{number}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Booth Reject
         * @description Reject an incoming call.
         */
        post: operations["booth_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Callbacks
         * @description List callbacks, a page at a time: the newest first, those to call the oldest first.
         */
        get: operations["list_callbacks"];
        put?: never;
        /**
         * Create Callback
         * @description Have a customer called back who is on no call; joins one that waits already (R10).
         */
        post: operations["create_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Callback
         * @description Show one callback with its timeline.
         */
        get: operations["get_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call Callback
         * @description Call by hand: the agent's phone is connected, then the customer is dialled (R35, R39).
         */
        post: operations["call_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Callback
         * @description Withdraw a callback before the customer is dialled (R49).
         */
        post: operations["cancel_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Callback
         * @description Put an agent's name on a callback of the list to call by hand (R38).
         */
        post: operations["claim_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/correct-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct Outcome
         * @description Tell in wrap-up that the customer was not really reached (R31).
         */
        post: operations["correct_outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Callback
         * @description Take a callback off the list without calling; an open request is cancelled (R39).
         */
        post: operations["dismiss_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Fairness
         * @description Tell who was served before a finished callback, who came earlier, and who overtook (R47).
         */
        get: operations["get_fairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Callback
         * @description Move a waiting callback to the front, to another ring step, or to one agent (R47).
         */
        post: operations["move_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Moves
         * @description Tell where a waiting callback can be moved, and whom it would overtake (R47).
         */
        get: operations["list_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Callback
         * @description Give a claimed callback back to everybody, one's own or that of the agent named (R39).
         */
        post: operations["release_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{callback_id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why Not Yet
         * @description Say why a waiting callback is not ringing at this moment, and who is ahead (R46).
         */
        get: operations["why_not_yet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calls
         * @description List ended calls, a page at a time, the newest first unless otherwise asked.
         */
        get: operations["list_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Call
         * @description Show one call with those it is linked to, and the timeline of the pair (R40).
         */
        get: operations["get_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Note
         * @description Write something about a call, up to 4,000 characters.
         */
        post: operations["write_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/tags/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tag Call
         * @description Put one of the company's own tags on a call; again is no error.
         */
        put: operations["tag_call"];
        post?: never;
        /**
         * Untag Call
         * @description Take one of the company's own tags off a call; again is no error.
         */
        delete: operations["untag_call"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call_id}/voicemail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Voicemail
         * @description Give the message which the caller left, as WAV; ranges of it as well.
         */
        get: operations["get_voicemail"];
        put?: never;
        post?: never;
        /**
         * Delete Voicemail
         * @description Delete the message which the caller left; again is no error.
         */
        delete: operations["delete_voicemail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Live Calls
         * @description List the calls that are alive, inbound and outbound.
         */
        get: operations["list_live_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Checklist
         * @description Tell what a newcomer has done since the first user was there.
         */
        get: operations["get_checklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contacts
         * @description List contacts, a page at a time, the newest first.
         */
        get: operations["list_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Contact */
        get: operations["get_contact"];
        /**
         * Name Contact
         * @description Give a contact another name; it is kept beside the journal, never in it.
         */
        put: operations["name_contact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/conversation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation
         * @description Show all that went on with a contact, a page at a time, the newest first (R35, R40).
         */
        get: operations["get_conversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase Contact
         * @description Erase a customer for good: number, name, recordings and notes; open callbacks end (R49).
         */
        post: operations["erase_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Contact
         * @description Give all that is kept of a customer, as a ZIP: one JSON document, and what they recorded.
         */
        get: operations["export_contact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description List conversations, a page at a time, that with the newest call or callback first (R35).
         */
        get: operations["list_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Errors
         * @description List every code with its status and its sentence.
         */
        get: operations["list_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Error
         * @description Explain one code.
         */
        get: operations["get_error"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Callbacks
         * @description Stream the closed callbacks that fit, the oldest first; `x-total-rows` says how many.
         */
        get: operations["export_callbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Calls
         * @description Stream the ended calls that fit, the oldest first; `x-total-rows` says how many.
         */
        get: operations["export_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drafts
         * @description List all drafts, those of flows that were never published included.
         */
        get: operations["list_drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Flows */
        get: operations["list_flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Flow */
        get: operations["get_flow"];
        /**
         * Publish Flow
         * @description Put a flow in force for calls that arrive from here on, whatever its draft.
         */
        put: operations["publish_flow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Flow
         * @description Tell what would keep a flow from being published, and what it warns of; nothing is kept.
         */
        post: operations["check_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Draft */
        get: operations["get_draft"];
        /**
         * Save Draft
         * @description Keep a draft, valid or not; its problems are listed with the step of each.
         */
        put: operations["save_draft"];
        post?: never;
        /**
         * Discard Draft
         * @description Throw the draft away; what is in force stays.
         */
        delete: operations["discard_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Draft
         * @description Put the draft in force; those waiting stay in the version that took them in (R4).
         */
        post: operations["publish_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll Back Flow
         * @description Publish what an earlier version held as a new version; those waiting keep theirs (R4).
         */
        post: operations["roll_back_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Flow
         * @description Let a simulated caller go through a flow, in virtual time; nothing is dialled or kept.
         */
        post: operations["try_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description List a flow's versions, the newest first, with those who wait in each.
         */
        get: operations["list_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Version
         * @description Show one version with all its steps.
         */
        get: operations["get_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Health
         * @description Tell the state of the phone system, of the journal and of the account, in figures.
         */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/machine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Machine Health
         * @description Tell whether the disks have room, and whether the machine's clock is kept right.
         */
        get: operations["get_machine_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays/{country}/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Propose Holidays
         * @description Propose the national holidays of a country and year; they are never applied by themselves.
         */
        get: operations["propose_holidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lines
         * @description List the lines that one sees.
         */
        get: operations["list_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Line */
        get: operations["get_line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{line_id}/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Assign Agent
         * @description Assign an agent to a line (R36); one that was everybody's is then for who is assigned.
         */
        put: operations["assign_agent"];
        post?: never;
        /**
         * Unassign Agent
         * @description Take a line from an agent; one to which nobody is assigned is everybody's (R36).
         */
        delete: operations["unassign_agent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{line_id}/announcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Line Announcement
         * @description Have an announcement spoken from a text; customers hear it before the agent.
         *
         *     It is used for live calls from here on, and for callbacks that are requested from here on.
         */
        put: operations["set_line_announcement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{line_id}/cancel-callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Line Callbacks
         * @description Cancel all that a line has pending, but for what is being dialled, if it is so many (R4).
         */
        post: operations["cancel_line_callbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{line_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Line Confirmation
         * @description Have the confirmation message spoken from a text, and use it for further requests.
         */
        put: operations["set_line_confirmation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{line_id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Line Settings */
        get: operations["get_line_settings"];
        /**
         * Set Line Settings
         * @description Set a line's settings, whole; callbacks already waiting keep those of their request (R4).
         */
        put: operations["set_line_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Live Schema
         * @description Return the JSON Schema of the live WebSocket's messages.
         */
        get: operations["get_live_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Media
         * @description Give the recording behind a prompt's or a music's reference, as WAV.
         */
        get: operations["get_media"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description List the company's own messages, those spoken that are in use, and the ready ones.
         */
        get: operations["list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{prompt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark Message
         * @description Say whether a message tells callers to press `*`; the ready offer does of itself (R3).
         */
        put: operations["mark_message"];
        post?: never;
        /**
         * Remove Message
         * @description Remove a message that no line, flow in force, callback or call uses.
         */
        delete: operations["remove_message"];
        options?: never;
        head?: never;
        /** Rename Message */
        patch: operations["rename_message"];
        trace?: never;
    };
    "/api/v1/messages/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Message Limits
         * @description Tell what recordings and texts are taken, before one is sent.
         */
        get: operations["get_message_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Message
         * @description Have a text spoken, to be listened to before anything is saved; it does not stay.
         */
        post: operations["preview_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Message
         * @description Keep a recording as a message: as a form with `file` and `name`, or as the bare body.
         *
         *     WAV, MP3, M4A, AAC, Ogg and WebM are taken; what is heard is trimmed at its ends and made as
         *     loud as the ready messages. The same recording under the same name is kept once.
         */
        post: operations["upload_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep Spoken Message
         * @description Have a text spoken and keep it as a message.
         */
        post: operations["keep_spoken_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Edit Note
         * @description Write a note of one's own anew.
         */
        put: operations["edit_note"];
        post?: never;
        /**
         * Delete Note
         * @description Delete a note for good: an agent one of their own, who is no agent any.
         */
        delete: operations["delete_note"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offer_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Offer
         * @description Press *Call back*, or *Answer* for a live call: the first to accept wins (R29).
         */
        post: operations["accept_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offer_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Offer
         * @description Press *Decline*: this agent is not rung again in this attempt (R22).
         */
        post: operations["decline_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Queues
         * @description List the queues with what waits in them, from the front to the back.
         */
        get: operations["list_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Due Data
         * @description Tell what would go at this moment, and change nothing.
         */
        get: operations["list_due_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Retention
         * @description Remove what was kept for long enough, as is done once a day; tell how much that was.
         */
        post: operations["run_retention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Session
         * @description Say who is signed in here, and what that allows.
         */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign In
         * @description Sign in; the browser is given a cookie, in the place of the one it had.
         */
        post: operations["sign_in"];
        /**
         * Sign Out
         * @description End this browser's session.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Language */
        put: operations["change_language"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description Change one's own password; every other session of one's own ends.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description List the browsers in which one is signed in, or in which a user is whom one manages.
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description End a session of one's own, or of a user whom one manages.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Setup
         * @description Say whether the first owner is still to be made, and who one may be in a demo.
         */
        get: operations["get_setup"];
        put?: never;
        /**
         * Set Up
         * @description Make the first owner and sign them in; on the server's own machine, or with its token.
         */
        post: operations["set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tags
         * @description List all tags: those of the system, and the company's own.
         */
        get: operations["list_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Tag
         * @description Set one of the company's own tags, whole; an unknown one is created.
         */
        put: operations["set_tag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Teams */
        get: operations["list_teams"];
        put?: never;
        /**
         * Add Team
         * @description Add a team, with an id made out of its name.
         */
        post: operations["add_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Team
         * @description Set a team's name and members; an unknown team is created.
         */
        put: operations["set_team"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Second Factor */
        get: operations["get_second_factor"];
        put?: never;
        /**
         * Begin Second Factor
         * @description Make a secret for an authenticator app; nothing counts before its first code.
         */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Second Factor
         * @description Turn the second factor on with a first code; every other session of one's own ends.
         */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description Give new recovery codes in the place of those that are left.
         */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Second Factor
         * @description Turn the second factor off.
         */
        post: operations["remove_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description List all users, also those who are shut out, by name.
         */
        get: operations["list_users"];
        put?: never;
        /**
         * Add User
         * @description Add a user, and give the one-time password to sign in with first.
         */
        post: operations["add_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get User */
        get: operations["get_user"];
        /**
         * Change User
         * @description Change a user, whole.
         */
        put: operations["change_user"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate User
         * @description Let a user in again.
         */
        post: operations["activate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate User
         * @description Shut a user out, at once in every browser; the agent who they are goes offline.
         */
        post: operations["deactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/lift-waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Waits
         * @description Let somebody try to sign in again at once, after wrong passwords or codes.
         */
        post: operations["lift_waits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Give a one-time password in the place of a forgotten one; every session of theirs ends.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/reset-two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Second Factor
         * @description Forget the authenticator of somebody who has lost it; every session of theirs ends.
         */
        post: operations["reset_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhooks
         * @description List the webhooks, the oldest first.
         */
        get: operations["list_webhooks"];
        put?: never;
        /**
         * Create Webhook
         * @description Set a webhook up; it is told what happens from here on. Its secret is told this once.
         */
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Webhook
         * @description Show one webhook.
         */
        get: operations["get_webhook"];
        /**
         * Set Webhook
         * @description Set a webhook anew, whole; one that is active again goes on where it was.
         */
        put: operations["set_webhook"];
        post?: never;
        /**
         * Delete Webhook
         * @description Remove a webhook with its log; gives those that are left.
         */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description List what became of deliveries, a page at a time, the newest event first.
         */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/body": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Delivery Body
         * @description Show what telling one event again would send at this moment.
         */
        get: operations["get_delivery_body"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Delivery
         * @description Tell one event once more, with the same id.
         */
        post: operations["replay_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Period
         * @description Tell once more what happened in a period, in order and with the same ids.
         */
        post: operations["replay_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/replay-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Failed
         * @description Tell once more what was given up and has not arrived since, and nothing else.
         */
        post: operations["replay_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Webhook Secret
         * @description Give a webhook a new secret, told this once; the old one signs as well for a day.
         */
        post: operations["rotate_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Webhook
         * @description Send a `webhook.test` at once, a single time, and tell what became of it.
         */
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhook Event Types
         * @description List what webhooks may ask for.
         */
        get: operations["list_webhook_event_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Webhook Schema
         * @description Return the JSON Schema of what webhooks are told.
         */
        get: operations["get_webhook_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask What If
         * @description Begin to replay some past days; ask for the study until it is done.
         */
        post: operations["ask_what_if"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/what-if/{study_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get What If */
        get: operations["get_what_if"];
        put?: never;
        post?: never;
        /**
         * Stop What If
         * @description Stop a study that is still running; one that is done keeps its result.
         */
        delete: operations["stop_what_if"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/what-if/call-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep Call List
         * @description Keep a call list for replays: CSV, packed by gzip or not, as `ringback simulate` takes it.
         */
        post: operations["keep_call_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/what-if/call-lists/{call_list_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Call List */
        get: operations["get_call_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/what-if/of-call-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask What If Of List
         * @description Begin to replay a call list, without callbacks and as chosen; ask until it is done.
         */
        post: operations["ask_what_if_of_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Liveness
         * @description Say that the process is alive; needs no token.
         */
        get: operations["get_liveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Metrics
         * @description Give figures of this process as Prometheus reads them; needs the token or a key.
         *
         *     With several companies a key is told those of its own, and the operator who names none those of
         *     all, each with its company.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Readiness
         * @description Say whether calls can be taken, 503 while not, and not why: it needs no token.
         *
         *     With several companies it is about all of them.
         */
        get: operations["get_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountSettings
         * @description What holds for the whole company.
         */
        AccountSettings: {
            /**
             * Away Reasons
             * @description What agents choose from when they set Do not disturb; as they are when absent. `break`, `lunch`, `training`, `after-call-work` and `other` are shown in the reader's language, others as they are written.
             * @example [
             *       "break",
             *       "lunch",
             *       "Medical appointment"
             *     ]
             */
            away_reasons?: string[] | null;
            /**
             * Enrolled
             * @description Whether an owner has opted in to callbacks; as it is when absent (R1).
             */
            enrolled?: boolean | null;
            /**
             * Failures In Row Max
             * @description After so many callbacks of a line in a row that failed, an alert is raised; 0 is never.
             * @default 3
             */
            failures_in_row_max?: number;
            /** @description The company's plan; as it is when absent (R1). */
            plan?: components["schemas"]["Plan"] | null;
            /**
             * Ring Outs In Row Max
             * @description After so many offers in a row that rang out, an agent is set to Do not disturb and told; 0 is never.
             * @default 3
             */
            ring_outs_in_row_max?: number;
        };
        /**
         * AgentBar
         * @description What an agent of the target is to this callback.
         * @enum {string}
         */
        AgentBar: "available" | "ringing" | "rung-for-another" | "in-communication" | "wrap-up" | "connection-lost" | "do-not-disturb" | "off-duty" | "offline" | "declined" | "rang-out";
        /** AgentChoice */
        AgentChoice: {
            /** Agent Id */
            agent_id: string;
            /** Name */
            name: string;
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
         * AgentFiguresView
         * @description How agents spent their time, in whole hours; not by line, team or tag.
         */
        AgentFiguresView: {
            /** Accepted */
            accepted: number;
            /**
             * Away Seconds
             * @description In Do not disturb, by reason; the empty one is without a reason.
             * @example {
             *       "": 120,
             *       "lunch": 2700
             *     }
             */
            away_seconds: {
                [key: string]: number;
            };
            /** Declined */
            declined: number;
            /** Free Seconds */
            free_seconds: number;
            /**
             * Occupancy
             * @description Share of time at work for somebody.
             */
            occupancy: number | null;
            /** Rang Out */
            rang_out: number;
            /** Ringing Seconds */
            ringing_seconds: number;
            /** Rung */
            rung: number;
            /** Talking Seconds */
            talking_seconds: number;
            /** Wrap Up Seconds */
            wrap_up_seconds: number;
        };
        /**
         * AgentNowView
         * @description What an agent of the target is to this callback.
         */
        AgentNowView: {
            /** Agent Id */
            agent_id: string;
            bar: components["schemas"]["AgentBar"];
            /** Name */
            name: string;
            /**
             * Rung For
             * @description The item that this agent is being rung for.
             */
            rung_for: string | null;
            /**
             * Until
             * @description When the wrap-up ends.
             */
            until: string | null;
        };
        /** AgentSettings */
        AgentSettings: {
            /** @description The working hours; outside them the agent is unavailable. None is always. */
            hours?: components["schemas"]["WeeklyHours"] | null;
            /** @default en */
            language?: components["schemas"]["Language"];
            /**
             * Name
             * @example Léa
             */
            name: string;
            /** @default browser */
            phone?: components["schemas"]["PhoneKind"];
            /**
             * Wrap Up Seconds
             * @default 0
             */
            wrap_up_seconds?: number;
        };
        /**
         * AgentStatus
         * @description What an agent says of themselves.
         * @enum {string}
         */
        AgentStatus: "online" | "do-not-disturb" | "offline";
        /** AgentTarget */
        AgentTarget: {
            /**
             * Agent Id
             * @example support
             */
            agent_id: string;
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
        /** AheadView */
        AheadView: {
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
            /**
             * Takes Next
             * @description Whether it would take an agent whom both could use.
             */
            takes_next: boolean;
        };
        /**
         * AlertKind
         * @description What somebody should look at.
         * @enum {string}
         */
        AlertKind: "callbacks-fail" | "system-fault";
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
        /** Alive */
        Alive: {
            /**
             * Status
             * @default alive
             * @constant
             */
            status: "alive";
        };
        /** AnalyticsView */
        AnalyticsView: {
            by: components["schemas"]["GroupBy"];
            /**
             * Every Line
             * @description False for who sees some lines only (R36): agents' time is then not told.
             */
            every_line: boolean;
            /** Rows */
            rows: components["schemas"]["FiguresView"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Time Zone */
            time_zone: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** AnnouncementText */
        AnnouncementText: {
            /**
             * Text
             * @description What customers hear before the agent; at most 1000 characters.
             * @example To improve our service, this call may be recorded.
             */
            text: string;
        };
        /**
         * ApiKeyDraft
         * @description What a new key is called, and what it may do.
         */
        ApiKeyDraft: {
            /**
             * Agent Id
             * @description Who they are on the phone.
             * @example lea
             */
            agent_id?: string | null;
            /**
             * Name
             * @example Marie Dupont
             */
            name: string;
            role: components["schemas"]["Role"];
            /** @description Of a supervisor; null is the whole company. */
            supervises?: components["schemas"]["ScopeModel"] | null;
        };
        /**
         * ApiKeyView
         * @description A program's key, without what the program sends.
         */
        ApiKeyView: {
            /** Agent Id */
            agent_id: string | null;
            /** Id */
            id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Made By
             * @description `user:…`, `key:…` or `operator`.
             */
            made_by: string;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            role: components["schemas"]["Role"];
            supervises: components["schemas"]["ScopeModel"] | null;
            /**
             * Used At
             * @description To within five minutes.
             */
            used_at: string | null;
        };
        /**
         * ApiKeyWithToken
         * @description A key, and what a program sends as `Authorization: Bearer`; it is shown this once.
         */
        ApiKeyWithToken: {
            api_key: components["schemas"]["ApiKeyView"];
            /** Token */
            token: string;
        };
        /**
         * AttemptView
         * @description What became of one try.
         */
        AttemptView: {
            /** Arrived */
            arrived: boolean;
            /**
             * Problem
             * @example timed-out
             */
            problem: string | null;
            /**
             * Status
             * @description What the receiver answered.
             */
            status: number | null;
            /** Took Seconds */
            took_seconds: number;
        };
        /** AudioStep */
        AudioStep: {
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "audio";
            /**
             * Next
             * @example ring
             */
            next: string;
            /** Prompt */
            prompt: string;
        };
        /**
         * BarView
         * @description One reason, by its rule.
         */
        BarView: {
            /** Kind */
            kind: components["schemas"]["Obstacle"] | components["schemas"]["HoldCause"];
            /**
             * Rule
             * @example R28b
             */
            rule: string;
            /**
             * Until
             * @description When it ends by itself, if that is known.
             */
            until: string | null;
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
         * BoothView
         * @description The phones one can pick up, and the numbers one can dial.
         */
        BoothView: {
            /** Lines */
            lines: components["schemas"]["LineReference"][];
            /** Phones */
            phones: components["schemas"]["BoothPhoneView"][];
        };
        /**
         * BusyClockView
         * @description The clock of *When everyone is busy* (R24).
         */
        BusyClockView: {
            /** Left Seconds */
            left_seconds: number;
            /** Limit Seconds */
            limit_seconds: number;
            /**
             * Running
             * @description Whether it runs; it stands still away from the front.
             */
            running: boolean;
        };
        /**
         * CallbackDetail
         * @description A callback and everything that happened to it and to its calls (R43).
         */
        CallbackDetail: {
            callback: components["schemas"]["CallbackView"];
            /** Events */
            events: components["schemas"]["PublicEvent"][];
        };
        /**
         * CallbackFiguresView
         * @description What became of callbacks that were requested then.
         */
        CallbackFiguresView: {
            /** Cancelled */
            cancelled: number;
            /** Completed */
            completed: number;
            /** Failed */
            failed: number;
            /** Failed By Reason */
            failed_by_reason: {
                [key: string]: number;
            };
            /** Kept */
            kept: number;
            /** Not Reached */
            not_reached: number;
            /** Open */
            open: number;
            /** Promised */
            promised: number;
            /** Requested */
            requested: number;
            /** @description Of those that have ended (R42). */
            wait: components["schemas"]["WaitView"];
        };
        /**
         * CallbackMode
         * @description How callers of a line may be called back (R2).
         * @enum {string}
         */
        CallbackMode: "off" | "manual" | "automated";
        /**
         * CallbackOrder
         * @description By what callbacks are sorted.
         * @enum {string}
         */
        CallbackOrder: "requested" | "waited";
        /** CallbackPage */
        CallbackPage: {
            /** Callbacks */
            callbacks: components["schemas"]["CallbackView"][];
            /**
             * Next Cursor
             * @description Send it as `after` to read on; None at the end.
             */
            next_cursor: string | null;
        };
        /**
         * CallbackSettings
         * @description How callers of a line may be called back.
         */
        CallbackSettings: {
            /**
             * Age Max Hours
             * @default 24
             */
            age_max_hours?: number;
            /**
             * Announcement Prompt
             * @description What the customer hears on answering, before the agent.
             */
            announcement_prompt?: string | null;
            /**
             * Busy Wait Minutes
             * @default 60
             */
            busy_wait_minutes?: number;
            /**
             * Confirmation Prompt
             * @default en/confirmation
             */
            confirmation_prompt?: string;
            /**
             * Customer Ring Seconds
             * @default 45
             */
            customer_ring_seconds?: number;
            /** @default automated */
            mode?: components["schemas"]["CallbackMode"];
            /**
             * Respect Queuing Time
             * @default false
             */
            respect_queuing_time?: boolean;
            /**
             * Retries
             * @description 0 retries are 1 attempt in all.
             * @default 0
             */
            retries?: number;
            /**
             * Ring Who Tried
             * @description A customer who was not reached and calls in is offered first to the agent who tried (R39).
             * @default false
             */
            ring_who_tried?: boolean;
            /**
             * Settling Seconds
             * @default 5
             */
            settling_seconds?: number;
            /** @default wait */
            when_busy?: components["schemas"]["WhenBusy"];
            /**
             * @description If the customer calls in first: keep the callback, give the new call its place, or cancel it when the new call is answered (R37).
             * @default keep
             */
            when_customer_calls?: components["schemas"]["WhenCustomerCalls"];
            /**
             * Whisper
             * @description Whether the agent hears which line it is while the customer is dialled.
             * @default false
             */
            whisper?: boolean;
        };
        /**
         * CallbacksLock
         * @description Why the company's lines have no callbacks, whatever their settings (R1).
         * @enum {string}
         */
        CallbacksLock: "plan" | "not-enrolled";
        /**
         * CallbackState
         * @enum {string}
         */
        CallbackState: "queued" | "settling" | "held" | "suspended" | "ringing" | "connecting-agent" | "calling-customer" | "awaiting-agent" | "closed";
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
         * CallbackWish
         * @description Whom to call back, and for which line.
         */
        CallbackWish: {
            /**
             * Line Id
             * @example paris
             */
            line_id: string;
            /**
             * Name
             * @example Marie Dupont
             */
            name?: string | null;
            /**
             * Number
             * @description In E.164, or as people of the line's country write it.
             * @example +33199002112
             */
            number: string;
        };
        /**
         * CallDetail
         * @description A call and everything that happened to it, to its callback and to its linked calls.
         */
        CallDetail: {
            call: components["schemas"]["CallRecordView"];
            /** Events */
            events: components["schemas"]["PublicEvent"][];
            /**
             * Linked
             * @description The calls on the other side of its callback, of lines one sees (R40).
             */
            linked: components["schemas"]["CallRecordView"][];
        };
        /**
         * CallDirection
         * @enum {string}
         */
        CallDirection: "inbound" | "outbound";
        /**
         * CallEnding
         * @description How a call, inbound or outbound, ended.
         * @enum {string}
         */
        CallEnding: "callback_requested" | "caller_hung_up" | "agent_hung_up" | "customer_hung_up" | "outside_hung_up" | "voicemail_left" | "flow_ended" | "not_reached" | "system_fault";
        /**
         * CallFiguresView
         * @description What became of calls that began then.
         */
        CallFiguresView: {
            /**
             * Abandoned
             * @description Missed calls of callers who had stood in a queue.
             */
            abandoned: number;
            /** Answered */
            answered: number;
            /** Callbacks Requested */
            callbacks_requested: number;
            /**
             * In Time
             * @description Answered within the wait that was named.
             */
            in_time: number;
            /** Inbound */
            inbound: number;
            /**
             * Kept
             * @description Those of them who waited no longer than they had heard first.
             */
            kept: number;
            /**
             * Missed
             * @description Nobody talked to the caller, who left neither a message nor a request.
             */
            missed: number;
            /** Outbound */
            outbound: number;
            /**
             * Promised
             * @description Answered callers who had been told an estimated wait (R45).
             */
            promised: number;
            /**
             * Queued
             * @description Inbound calls that stood in a queue.
             */
            queued: number;
            /** Reached */
            reached: number;
            /**
             * Requested In Queue
             * @description Callers in a queue who asked to be called back rather than wait or hang up.
             */
            requested_in_queue: number;
            /**
             * Service Level
             * @description Those in time, of those who queued.
             */
            service_level: number | null;
            /** Talked Seconds */
            talked_seconds: number;
            /** Voicemails */
            voicemails: number;
            /** @description Of live callers who were answered. */
            wait: components["schemas"]["WaitView"];
        };
        /**
         * CallListView
         * @description A call list that is kept, and what was found in it.
         */
        CallListView: {
            /**
             * Begins
             * Format: date-time
             * @description The first call, in the list's own time.
             */
            begins: string;
            /** Calls */
            calls: number;
            /** Id */
            id: string;
            /**
             * Knows Agents
             * @description Whether it says who served.
             */
            knows_agents: boolean;
            /** Lines */
            lines: string[];
            /** Name */
            name: string;
            /**
             * Until
             * Format: date-time
             * @description The last one.
             */
            until: string;
        };
        /**
         * CallOrder
         * @description By what calls are sorted; calls that are alike by it in the order of their ids.
         * @enum {string}
         */
        CallOrder: "began" | "waited" | "talked";
        /** CallRecordPage */
        CallRecordPage: {
            /** Calls */
            calls: components["schemas"]["CallRecordView"][];
            /**
             * Next Cursor
             * @description Send it as `after` to read on; None at the end.
             */
            next_cursor: string | null;
            /**
             * Total
             * @description How many there are, if asked for: at most 10,000.
             */
            total: number | null;
        };
        /**
         * CallRecordView
         * @description A call as the history shows it, ended or not.
         */
        CallRecordView: {
            /** Agent Id */
            agent_id: string | null;
            /**
             * Assigned To
             * @description Who has to follow the call up (R32).
             */
            assigned_to: string | null;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            callback_failure_reason: components["schemas"]["OutcomeReason"] | null;
            /** Callback Id */
            callback_id: string | null;
            /** Callback Wait Seconds */
            callback_wait_seconds: number | null;
            /** Connected At */
            connected_at: string | null;
            customer: components["schemas"]["CustomerView"];
            direction: components["schemas"]["CallDirection"];
            /** Ended At */
            ended_at: string | null;
            ending: components["schemas"]["CallEnding"] | null;
            /** Id */
            id: string;
            line: components["schemas"]["LineReference"];
            /** Linked Call Ids */
            linked_call_ids: string[];
            missed_reason: components["schemas"]["MissedReason"] | null;
            /**
             * Notes
             * @description In the order in which they were written.
             */
            notes: components["schemas"]["NoteView"][];
            /**
             * Own Tags
             * @description The company's own.
             */
            own_tags: components["schemas"]["OwnTagReference"][];
            /**
             * Redirected To
             * @description Lines that took the call over, and numbers outside that answered.
             */
            redirected_to: string[];
            /**
             * Tags
             * @description Those of the system.
             */
            tags: components["schemas"]["Tag"][];
            /** Talked Seconds */
            talked_seconds: number | null;
            voicemail: components["schemas"]["VoicemailView"] | null;
        };
        /**
         * CallStage
         * @enum {string}
         */
        CallStage: "in-audio" | "in-menu" | "waiting" | "connecting-agent" | "talking" | "on-hold" | "consulting" | "confirming" | "redirected" | "at-end" | "calling" | "customer-ringing" | "callback-pending";
        /**
         * CallType
         * @description What became of a call, in one word.
         * @enum {string}
         */
        CallType: "answered" | "missed" | "voicemail" | "callback-requested" | "reached" | "not-reached";
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
        /** Cancellation */
        Cancellation: {
            /** @default by_api */
            reason?: components["schemas"]["CancelReason"];
        };
        /** CancelPendingCallbacks */
        CancelPendingCallbacks: {
            /**
             * Count
             * @description How many there are, as `pending_callbacks` said.
             */
            count: number;
        };
        /**
         * CancelReason
         * @description On whose behalf a callback is cancelled (R49).
         * @enum {string}
         */
        CancelReason: "by_user" | "by_api";
        /**
         * ChecklistKind
         * @enum {string}
         */
        ChecklistKind: "demo" | "setup";
        /**
         * ChecklistStep
         * @enum {string}
         */
        ChecklistStep: "dial" | "hear" | "press" | "confirmed" | "pending" | "call-back" | "answer" | "history" | "number" | "team" | "callbacks" | "test-call";
        /** ChecklistStepView */
        ChecklistStepView: {
            /** Done */
            done: boolean;
            step: components["schemas"]["ChecklistStep"];
        };
        /**
         * ChecklistView
         * @description The steps in their order, and the calls by which they were done.
         */
        ChecklistView: {
            /**
             * Call Id
             * @description The newcomer's own call that went furthest.
             */
            call_id: string | null;
            kind: components["schemas"]["ChecklistKind"];
            /** Steps */
            steps: components["schemas"]["ChecklistStepView"][];
        };
        /**
         * CheckView
         * @description What would be said of a flow if it were a draft.
         */
        CheckView: {
            /**
             * Problems
             * @description What keeps it from being published.
             */
            problems: components["schemas"]["ProblemView"][];
            /** Warnings */
            warnings: components["schemas"]["ProblemView"][];
        };
        /**
         * ClockState
         * @enum {string}
         */
        ClockState: "synchronised" | "not-synchronised" | "unknown" | "apart";
        /** ClockView */
        ClockView: {
            state: components["schemas"]["ClockState"];
        };
        /** CompanyView */
        CompanyView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Condition
         * @description What an agent is at this moment: the first of R19's reasons that holds.
         * @enum {string}
         */
        Condition: "offline" | "off-duty" | "do-not-disturb" | "in-call" | "wrap-up" | "connection-lost" | "ringing" | "available";
        /** ConfirmationText */
        ConfirmationText: {
            /**
             * Text
             * @description What is said after `*`; at most 1000 characters.
             * @example Thank you, we call you back as soon as it is your turn. Goodbye.
             */
            text: string;
        };
        /** Consult */
        Consult: {
            /**
             * Colleague Id
             * @example tom
             */
            colleague_id: string;
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
        /** ContactConversation */
        ContactConversation: {
            contact: components["schemas"]["ContactView"];
            /**
             * Entries
             * @description The newest first.
             */
            entries: components["schemas"]["ConversationEntryView"][];
            /**
             * Next Cursor
             * @description Send it as `after` to read on; None at the end.
             */
            next_cursor: string | null;
        };
        /** ContactName */
        ContactName: {
            /**
             * Agent Id
             * @description Who gives it; none is no agent.
             */
            agent_id?: string | null;
            /**
             * Name
             * @description None is no name.
             * @example Marie Dupont
             */
            name: string | null;
        };
        /** ContactPage */
        ContactPage: {
            /** Contacts */
            contacts: components["schemas"]["ContactView"][];
            /**
             * Next Cursor
             * @description Send it as `after` to read on; None at the end.
             */
            next_cursor: string | null;
        };
        /** ContactView */
        ContactView: {
            /**
             * Id
             * @example c12
             */
            id: string;
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
        };
        /**
         * ConversationEntryView
         * @description A call, in either direction, with its message, notes and tags; or a callback.
         */
        ConversationEntryView: {
            /**
             * At
             * Format: date-time
             * @description When the call began, or the callback was requested.
             */
            at: string;
            call: components["schemas"]["CallRecordView"] | null;
            callback: components["schemas"]["CallbackView"] | null;
            kind: components["schemas"]["ItemKind"];
        };
        /** ConversationPage */
        ConversationPage: {
            /** Conversations */
            conversations: components["schemas"]["ConversationSummary"][];
            /**
             * Next Cursor
             * @description Send it as `after` to read on; None at the end. A page may be short.
             */
            next_cursor: string | null;
        };
        /**
         * ConversationStage
         * @enum {string}
         */
        ConversationStage: "calling" | "customer-ringing" | "announcing" | "talking" | "on-hold" | "consulting";
        /** ConversationSummary */
        ConversationSummary: {
            contact: components["schemas"]["ContactView"];
            /** @description The ended call, or the callback, begun last. */
            newest: components["schemas"]["ConversationEntryView"];
            /**
             * Pending Callbacks
             * @description How many callbacks wait for them, or are to be made by hand.
             */
            pending_callbacks: number;
        };
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
        /** Correction */
        Correction: {
            /**
             * Agent Id
             * @example lea
             */
            agent_id: string;
            /** @example voicemail */
            correction: components["schemas"]["OutcomeCorrection"];
        };
        /**
         * CurrentOffers
         * @description The agent's current offers and the server's clock to draw their deadlines by.
         */
        CurrentOffers: {
            /** Offers */
            offers: components["schemas"]["OfferView"][];
            /**
             * Server Time
             * @example 2026-11-22T12:00:00Z
             */
            server_time: string;
        };
        /**
         * CustomerView
         * @description The customer as people see them; a withheld number has neither number nor name.
         */
        CustomerView: {
            /**
             * Contact Id
             * @description Leads to the customer's conversation.
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
         * DataKind
         * @description Kinds of data with a time of their own.
         * @enum {string}
         */
        DataKind: "customers" | "notes" | "voicemails" | "spoken" | "replaced" | "logs";
        /**
         * DatesStep
         * @description Branches on special dates at that moment (R17).
         */
        DatesStep: {
            /** Dates */
            dates: components["schemas"]["SpecialDates"][];
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "dates";
            /**
             * Ordinary
             * @example ring
             */
            ordinary: string;
            /**
             * Special
             * @example ring
             */
            special: string;
            /**
             * Time Zone
             * @example Europe/Paris
             */
            time_zone: string;
        };
        /**
         * DeedNote
         * @description What somebody did beside the server, in a few plain values.
         */
        DeedNote: {
            action: components["schemas"]["NotedAction"];
            /**
             * Details
             * @default {}
             */
            details?: {
                [key: string]: string;
            };
            /** Subject */
            subject?: string | null;
        };
        /**
         * DeliveryBody
         * @description What a replay of one event would send at this moment; what was sent is not kept.
         */
        DeliveryBody: {
            /**
             * Body
             * @description Empty where nothing would be told of it any more.
             */
            body: string;
        };
        /** DeliveryPage */
        DeliveryPage: {
            /** Deliveries */
            deliveries: components["schemas"]["DeliveryView"][];
            /**
             * Next Cursor
             * @description Send it as `after` to read on; None at the end.
             */
            next_cursor: string | null;
        };
        /**
         * DeliveryState
         * @description What became of an event on its way to a webhook.
         * @enum {string}
         */
        DeliveryState: "delivered" | "retrying" | "given-up";
        /**
         * DeliveryView
         * @description One event on its way to a webhook; its content is not kept.
         */
        DeliveryView: {
            /**
             * Event Type
             * @example callback.ended
             */
            event_type: string;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Id
             * @example live-812
             */
            id: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /**
             * Next At
             * @description When it is tried again.
             */
            next_at: string | null;
            /** Problem */
            problem: string | null;
            state: components["schemas"]["DeliveryState"];
            /**
             * Status
             * @description What the receiver answered last.
             */
            status: number | null;
            /**
             * Subject
             * @description The callback, call, agent or alert that it is about.
             */
            subject: string;
            /** Tries */
            tries: number;
        };
        /** DemoSignIn */
        DemoSignIn: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /** Dialling */
        Dialling: {
            /**
             * Line Id
             * @example paris
             */
            line_id: string;
            /**
             * Withheld
             * @description Hide the caller's number.
             * @default false
             */
            withheld?: boolean;
        };
        /**
         * DiallingPolicy
         * @description Where callbacks may go, and how many (R48).
         */
        DiallingPolicy: {
            /**
             * Countries
             * @description Empty means the line's own country alone.
             * @default []
             */
            countries?: string[];
            /**
             * Customer Day Max
             * @default 5
             */
            customer_day_max?: number;
            /**
             * Line Hour Max
             * @default 200
             */
            line_hour_max?: number;
        };
        /** DiskView */
        DiskView: {
            /** Free Bytes */
            free_bytes: number;
            /** Holds */
            holds: components["schemas"]["Held"][];
            state: components["schemas"]["RoomState"];
            /** Whole Bytes */
            whole_bytes: number;
        };
        /**
         * DraftView
         * @description A flow to be, with all that keeps it from being published.
         */
        DraftView: {
            /**
             * Based On
             * @description The version in force when the draft was saved.
             */
            based_on: number;
            /**
             * Draft
             * @description Its number: what one has seen when one changes it.
             */
            draft: number;
            /** Flow Id */
            flow_id: string;
            /** Problems */
            problems: components["schemas"]["ProblemView"][];
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /** Saved By */
            saved_by: string;
            settings: components["schemas"]["FlowSettings"];
            /**
             * Version
             * @description The version in force; 0 before the first.
             */
            version: number;
            /** Warnings */
            warnings: components["schemas"]["ProblemView"][];
        };
        /**
         * DueView
         * @description How much of a kind of data has been kept for longer than its setting says.
         */
        DueView: {
            /** Count */
            count: number;
            /**
             * Kept Days
             * @description None is for ever.
             * @example 1095
             */
            kept_days: number | null;
            kind: components["schemas"]["DataKind"];
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
         * ErasureView
         * @description What came of erasing a customer; none of it tells who that was.
         */
        ErasureView: {
            /**
             * Contact Id
             * @example c12
             */
            contact_id: string;
            /**
             * Files Read
             * @description How many files were searched for the number.
             */
            files_read: number;
            /**
             * Finished
             * @description False: something is in the way, and it goes on by itself.
             */
            finished: boolean;
            /**
             * Found In
             * @description The files in which the number still stands.
             */
            found_in: string[];
        };
        /**
         * ErrorAnswer
         * @description The body of every answer that is not a success.
         */
        ErrorAnswer: {
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * ErrorDetail
         * @description What was refused and why.
         */
        ErrorDetail: {
            /**
             * Code
             * @description A stable code in kebab case; write programs against it.
             */
            code: string;
            /**
             * Details
             * @description The data behind the code; empty for most codes.
             */
            details: {
                [key: string]: unknown;
            };
            /**
             * Docs
             * @description Where this code is explained, on this server.
             */
            docs: string;
            /**
             * Message
             * @description One English sentence that says what to do.
             */
            message: string;
        };
        /** ErrorMeaning */
        ErrorMeaning: {
            /**
             * Code
             * @example offer-taken
             */
            code: string;
            /** Message */
            message: string;
            /**
             * Status
             * @example 409
             */
            status: number;
        };
        /**
         * EventTypesView
         * @description What webhooks of each format may ask for, in the order of a call's life.
         */
        EventTypesView: {
            /** Compatible */
            compatible: string[];
            /** Native */
            native: string[];
        };
        /**
         * ExportFormat
         * @description How an export is written.
         * @enum {string}
         */
        ExportFormat: "csv" | "jsonl";
        /**
         * FairnessView
         * @description Who was served before one callback (R47).
         */
        FairnessView: {
            /** Callback Id */
            callback_id: string;
            /**
             * Joined At
             * @description None when it never stood in a queue.
             */
            joined_at: string | null;
            /** Overtaken By Total */
            overtaken_by_total: number;
            /**
             * Served Before
             * @description The last 500, in order.
             */
            served_before: components["schemas"]["ServedBeforeView"][];
            /** Served Before Total */
            served_before_total: number;
            /**
             * Until
             * Format: date-time
             * @description When an agent took it, or it ended.
             */
            until: string;
        };
        /**
         * FiguresView
         * @description One row; `key` is an id, the beginning of an hour or day, or an hour of the week.
         */
        FiguresView: {
            agents: components["schemas"]["AgentFiguresView"];
            callbacks: components["schemas"]["CallbackFiguresView"];
            calls: components["schemas"]["CallFiguresView"];
            /** Key */
            key: string | null;
            /** Name */
            name: string | null;
        };
        /** FirstCode */
        FirstCode: {
            /**
             * Code
             * @example 123456
             */
            code: string;
        };
        /** FirstOwner */
        FirstOwner: {
            /**
             * Email
             * @example marie@example.org
             */
            email: string;
            /**
             * Language
             * @default en
             * @enum {string}
             */
            language?: "en" | "fr";
            /**
             * Name
             * @example Marie Dupont
             */
            name: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * FlowSettings
         * @description A call flow: a tree of steps from the first one on.
         */
        FlowSettings: {
            /**
             * First
             * @example ring
             */
            first: string;
            /**
             * Name
             * @example Support
             */
            name: string;
            /** Steps */
            steps: (components["schemas"]["AudioStep"] | components["schemas"]["RingStep"] | components["schemas"]["MenuStep"] | components["schemas"]["HoursStep"] | components["schemas"]["DatesStep"] | components["schemas"]["RedirectToLine"] | components["schemas"]["RedirectToNumber"] | components["schemas"]["VoicemailStep"] | components["schemas"]["HangUpStep"])[];
        };
        /**
         * FlowView
         * @description A flow as it is in force for calls that arrive.
         */
        FlowView: {
            /**
             * Draft
             * @description The number of its draft, if there is one.
             */
            draft: number | null;
            /** Id */
            id: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            settings: components["schemas"]["FlowSettings"];
            /** Version */
            version: number;
            waiting: components["schemas"]["WaitingView"];
            /** Warnings */
            warnings: components["schemas"]["ProblemView"][];
        };
        /**
         * GroupBy
         * @description What figures are told of, one row each.
         * @enum {string}
         */
        GroupBy: "period" | "hour" | "day" | "week-hour" | "line" | "team" | "agent" | "tag";
        /** HaltView */
        HaltView: {
            /** Callbacks Halted */
            callbacks_halted: boolean;
        };
        /** HangUpStep */
        HangUpStep: {
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "hang-up";
            /** Prompt */
            prompt?: string | null;
        };
        /** HealthView */
        HealthView: {
            /** Agents */
            agents: number;
            /**
             * Callbacks Halted
             * @description Nobody is called back until it is resumed.
             */
            callbacks_halted: boolean;
            /** Callbacks Open */
            callbacks_open: number;
            /** Calls Live */
            calls_live: number;
            journal: components["schemas"]["JournalView"];
            phone_system: components["schemas"]["PhoneSystemView"];
            /**
             * Status
             * @enum {string}
             */
            status: "ready" | "phone-system-not-ready" | "journal-away";
            /** Uptime Seconds */
            uptime_seconds: number;
        };
        /**
         * Hearing
         * @description What is heard on a phone.
         * @enum {string}
         */
        Hearing: "silence" | "music" | "prompt" | "agent" | "ringback-tone" | "busy-tone";
        /**
         * Held
         * @description What lies on a disk.
         * @enum {string}
         */
        Held: "journal" | "recordings" | "passing";
        /**
         * HoldCause
         * @description Why a callback may not be offered for the moment.
         * @enum {string}
         */
        HoldCause: "customer-on-call" | "rate-limit" | "trunk-fault" | "halted";
        /**
         * HolidayView
         * @description A day that may be a special date; nothing changes before somebody adds it to a draft.
         */
        HolidayView: {
            /**
             * Day
             * Format: date
             * @example 2026-07-14
             */
            day: string;
            /**
             * English Name
             * @example National Day
             */
            english_name: string;
            /**
             * Name
             * @description As it is called there.
             * @example Fête nationale
             */
            name: string;
        };
        /**
         * HoursStep
         * @description Branches by opening hours at that moment (R17).
         */
        HoursStep: {
            /**
             * Closed
             * @example ring
             */
            closed: string;
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "hours";
            /**
             * Open
             * @example ring
             */
            open: string;
            /** Periods */
            periods: components["schemas"]["OpeningPeriod"][];
            /**
             * Time Zone
             * @example Europe/Paris
             */
            time_zone: string;
        };
        /**
         * ImportedAccount
         * @description An account's settings as they come from elsewhere.
         */
        ImportedAccount: {
            /**
             * Away Reasons
             * @description What agents choose from when they set Do not disturb; as they are when absent. `break`, `lunch`, `training`, `after-call-work` and `other` are shown in the reader's language, others as they are written.
             * @example [
             *       "break",
             *       "lunch",
             *       "Medical appointment"
             *     ]
             */
            away_reasons?: string[] | null;
            /**
             * Enrolled
             * @description Off when absent: an account older than callbacks has them once an owner opts in (R1).
             * @default false
             */
            enrolled?: boolean;
            /**
             * Failures In Row Max
             * @description After so many callbacks of a line in a row that failed, an alert is raised; 0 is never.
             * @default 3
             */
            failures_in_row_max?: number;
            /** @default professional */
            plan?: components["schemas"]["Plan"];
            /**
             * Ring Outs In Row Max
             * @description After so many offers in a row that rang out, an agent is set to Do not disturb and told; 0 is never.
             * @default 3
             */
            ring_outs_in_row_max?: number;
        };
        /**
         * ItemKind
         * @enum {string}
         */
        ItemKind: "call" | "callback";
        /**
         * JournalState
         * @description Whether what happens can be written down.
         * @enum {string}
         */
        JournalState: "ready" | "away";
        /** JournalView */
        JournalView: {
            /**
             * Inputs Waiting
             * @description What has come in and is not decided yet.
             */
            inputs_waiting: number;
            /**
             * Sentence
             * @description One plain sentence about the journal.
             */
            sentence: string;
            /**
             * Sequence
             * @description The last committed event.
             */
            sequence: number;
            state: components["schemas"]["JournalState"];
        };
        /** KeyPress */
        KeyPress: {
            /**
             * Digit
             * @example *
             */
            digit: string;
        };
        /**
         * Language
         * @enum {string}
         */
        Language: "en" | "fr";
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
         * LineSettings
         * @description A line's settings, always whole.
         */
        LineSettings: {
            /**
             * Announcement Prompt
             * @description What the caller of a live call hears before the agent.
             */
            announcement_prompt?: string | null;
            /**
             * Apology Prompt
             * @default en/apology_not_stored
             */
            apology_prompt?: string;
            /**
             * Assigned Agents
             * @description Who sees and calls its requests by hand, with the teams below (R36); everybody if both are empty.
             * @default []
             */
            assigned_agents?: string[];
            /**
             * Assigned Teams
             * @default []
             */
            assigned_teams?: string[];
            /**
             * @default {
             *       "mode": "automated",
             *       "retries": 0,
             *       "confirmation_prompt": "en/confirmation",
             *       "when_busy": "wait",
             *       "busy_wait_minutes": 60,
             *       "respect_queuing_time": false,
             *       "settling_seconds": 5,
             *       "whisper": false,
             *       "customer_ring_seconds": 45,
             *       "age_max_hours": 24,
             *       "when_customer_calls": "keep",
             *       "ring_who_tried": false
             *     }
             */
            callbacks?: components["schemas"]["CallbackSettings"];
            /**
             * Cannot Call Back Prompt
             * @default en/cannot_call_back
             */
            cannot_call_back_prompt?: string;
            /**
             * Country
             * @example FR
             */
            country: string;
            /**
             * @default {
             *       "countries": [],
             *       "customer_day_max": 5,
             *       "line_hour_max": 200
             *     }
             */
            dialling?: components["schemas"]["DiallingPolicy"];
            /**
             * Flow Id
             * @example support
             */
            flow_id: string;
            /** @example en */
            language: components["schemas"]["Language"];
            /**
             * Name
             * @example Support
             */
            name: string;
            /**
             * Priority
             * @default false
             */
            priority?: boolean;
            /**
             * Whisper
             * @description Whether the agent of a live call hears which line it is, before the caller.
             * @default false
             */
            whisper?: boolean;
        };
        /** LineView */
        LineView: {
            /**
             * Etag
             * @description To be sent in `If-Match`, in quotes, when the settings are saved.
             * @example 5d41402abc4b2a76b9719d911017c592
             */
            etag: string;
            /**
             * Id
             * @example support
             */
            id: string;
            /** @description Why its callback settings cannot be changed and do nothing (R1). */
            locked: components["schemas"]["CallbacksLock"] | null;
            /**
             * Number
             * @example +33199000001
             */
            number: string | null;
            /** @description How its flow judges hours and dates at this moment. */
            opening: components["schemas"]["Opening"];
            /**
             * Pending Callbacks
             * @description How many could be cancelled now: the open ones, but for those being dialled.
             */
            pending_callbacks: number;
            settings: components["schemas"]["LineSettings"];
            /**
             * Warnings
             * @description `no-offer`: callbacks are allowed, and no message tells callers of `*` (R3).
             */
            warnings: components["schemas"]["ProblemView"][];
        };
        /**
         * ListedWhatIf
         * @description What the replay of a call list assumes.
         */
        ListedWhatIf: {
            /**
             * Agents
             * @description A team of this size, always there; null takes who served from the list.
             */
            agents?: number | null;
            /** Call List Id */
            call_list_id: string;
            /**
             * @default {
             *       "mode": "automated",
             *       "retries": 0,
             *       "confirmation_prompt": "en/confirmation",
             *       "when_busy": "wait",
             *       "busy_wait_minutes": 60,
             *       "respect_queuing_time": false,
             *       "settling_seconds": 5,
             *       "whisper": false,
             *       "customer_ring_seconds": 45,
             *       "age_max_hours": 24,
             *       "when_customer_calls": "keep",
             *       "ring_who_tried": false
             *     }
             * @example {
             *       "retries": 2,
             *       "when_busy": "fail"
             *     }
             */
            callbacks?: components["schemas"]["CallbackSettings"];
            /**
             * Pick Up Share
             * @default 0.9
             */
            pick_up_share?: number;
            /**
             * Press Share
             * @description How many press `*`.
             * @default 0.5
             */
            press_share?: number;
            /**
             * @description What is not given: an hour, longest idle.
             * @default {
             *       "ring_for_seconds": 60,
             *       "rule": "simultaneous",
             *       "ring_each_for_seconds": 30,
             *       "ring_even_if_busy": true
             *     }
             */
            ring_steps?: components["schemas"]["ringback__api__flow_steps__Ringing"];
            /**
             * Seed
             * @default 1
             */
            seed?: number;
        };
        /** LogEntryView */
        LogEntryView: {
            /**
             * Action
             * @example set-line-settings
             */
            action: string;
            /**
             * Actor
             * @description `user:…`, `key:…`, `operator` or `nobody`.
             */
            actor: string;
            /**
             * Address
             * @description From where.
             */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /**
             * Name
             * @description What the actor was called then.
             */
            name: string;
            /**
             * Number
             * @description Goes up by one with each entry.
             */
            number: number;
            /**
             * Subject
             * @description The id of what it was done to.
             */
            subject: string | null;
        };
        /**
         * LogPage
         * @description Part of the log, the newest first.
         */
        LogPage: {
            /** Entries */
            entries: components["schemas"]["LogEntryView"][];
            /**
             * Next Cursor
             * @description Give it as `after` for the next page.
             */
            next_cursor: string | null;
        };
        /**
         * MachineView
         * @description What the server runs on; a database's machine is not looked at.
         */
        MachineView: {
            clock: components["schemas"]["ClockView"];
            /** Disks */
            disks: components["schemas"]["DiskView"][];
        };
        /** MenuChoice */
        MenuChoice: {
            /**
             * Digit
             * @description 0 to 9 or #.
             * @example 1
             */
            digit: string;
            /**
             * Next
             * @example ring
             */
            next: string;
        };
        /**
         * MenuStep
         * @description Asks for a key; `*` is none of its keys (R5).
         */
        MenuStep: {
            /**
             * Answer Within Seconds
             * @description 1 to 30.
             * @default 5
             */
            answer_within_seconds?: number;
            /** Choices */
            choices: components["schemas"]["MenuChoice"][];
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "menu";
            /**
             * No Choice
             * @description Where callbacks go, and callers who choose nothing (R17).
             */
            no_choice?: string | null;
            /** Prompt */
            prompt: string;
            /**
             * Times
             * @description How often it is asked, 1 to 5.
             * @default 2
             */
            times?: number;
        };
        /**
         * MessageKind
         * @description Where a message comes from.
         * @enum {string}
         */
        MessageKind: "ready" | "recording" | "text" | "spoken";
        /**
         * MessageLimits
         * @description What is taken as a message.
         */
        MessageLimits: {
            /**
             * Formats
             * @example [
             *       "WAV",
             *       "MP3",
             *       "M4A",
             *       "AAC",
             *       "OGG",
             *       "WebM"
             *     ]
             */
            formats: string[];
            /** Recording Bytes Max */
            recording_bytes_max: number;
            /** Recording Seconds Max */
            recording_seconds_max: number;
            /** Recording Seconds Min */
            recording_seconds_min: number;
            /**
             * Speech Engine
             * @description What speaks texts here; null is nothing.
             */
            speech_engine: string | null;
            /** Text Length Max */
            text_length_max: number;
        };
        /** MessageMarks */
        MessageMarks: {
            /** Offers Callbacks */
            offers_callbacks: boolean;
        };
        /** MessageView */
        MessageView: {
            kind: components["schemas"]["MessageKind"];
            /** Language */
            language: string | null;
            /**
             * Name
             * @description What people call it; null where it has no name.
             */
            name: string | null;
            /**
             * Offers Callbacks
             * @description Whether it tells callers to press `*` (R3).
             */
            offers_callbacks: boolean;
            /**
             * Prompt
             * @example en/offer
             * @example message/0f3a
             */
            prompt: string;
            /**
             * Seconds
             * @description How long a kept message is.
             */
            seconds: number | null;
            /**
             * Text
             * @description The words, where they are known.
             */
            text: string | null;
            /**
             * Used By
             * @description All that keeps it from being removed: lines, flows in force, callbacks that wait or are listed, and calls.
             */
            used_by: components["schemas"]["UseView"][];
        };
        /**
         * MissedReason
         * @description Why nobody talked to a caller (R44).
         * @enum {string}
         */
        MissedReason: "callback_requested" | "short_abandoned" | "agents_did_not_answer" | "no_available_agent" | "out_of_opening_hours" | "abandoned_in_ivr" | "abandoned_in_classic";
        /**
         * MoveChoices
         * @description Where a waiting callback can be moved; what would be refused is left out.
         */
        MoveChoices: {
            /** Agents */
            agents: components["schemas"]["AgentChoice"][];
            /**
             * Overtaken
             * @description Who would be overtaken by a move to the front, the first to be served first.
             */
            overtaken: components["schemas"]["QueueItemView"][];
            /** Steps */
            steps: components["schemas"]["StepChoice"][];
        };
        /** NamedText */
        NamedText: {
            /** @default en */
            language?: components["schemas"]["Language"];
            /**
             * Name
             * @example Summer opening hours
             */
            name: string;
            /**
             * Text
             * @description What is said; at most 1000 characters.
             * @example We are closed until Monday. Goodbye.
             */
            text: string;
        };
        /** NewLanguage */
        NewLanguage: {
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "fr";
        };
        /** NewName */
        NewName: {
            /**
             * Name
             * @example Summer opening hours
             */
            name: string;
        };
        /** NewPassword */
        NewPassword: {
            /**
             * New Password
             * Format: password
             */
            new_password: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * NewSecondFactorView
         * @description What goes into an authenticator app.
         */
        NewSecondFactorView: {
            /**
             * Address
             * @description The same as a QR code holds.
             * @example otpauth://totp/…
             */
            address: string;
            /** Secret */
            secret: string;
        };
        /**
         * NewSecret
         * @description A webhook with its secret, which is told this once.
         */
        NewSecret: {
            /**
             * Secret
             * @description Signs each message; of a compatible webhook the token that each bears.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
            webhook: components["schemas"]["WebhookView"];
        };
        /** NewStatus */
        NewStatus: {
            /**
             * Reason
             * @description Why not to be disturbed: one of the company's reasons. Of that status alone.
             * @example lunch
             */
            reason?: string | null;
            /** @example online */
            status: components["schemas"]["AgentStatus"];
        };
        /**
         * NewUser
         * @description What is said of a new user.
         */
        NewUser: {
            /**
             * Agent Id
             * @description Who they are on the phone.
             * @example lea
             */
            agent_id?: string | null;
            /**
             * Email
             * @example marie@example.org
             */
            email: string;
            /**
             * Language
             * @default en
             * @enum {string}
             */
            language?: "en" | "fr";
            /**
             * Name
             * @example Marie Dupont
             */
            name: string;
            /** @description An agent who is made for them, in the place of `agent_id`. */
            new_agent?: components["schemas"]["AgentSettings"] | null;
            role: components["schemas"]["Role"];
            /** @description Of a supervisor; null is the whole company. */
            supervises?: components["schemas"]["ScopeModel"] | null;
        };
        /**
         * NewWebhook
         * @description A webhook to be set up; in whose words it is told stays as it is set here.
         */
        NewWebhook: {
            /**
             * Active
             * @description Paused while it is not; nothing gets lost.
             * @default true
             */
            active?: boolean;
            /**
             * Events
             * @description The types it is told of; all of them when there are none.
             * @example [
             *       "callback.requested",
             *       "callback.ended"
             *     ]
             */
            events?: ("call.began" | "call.connected" | "call.transferred" | "call.redirected" | "call.voicemail-left" | "call.request-not-granted" | "call.ended" | "queue.joined" | "queue.given-up" | "offer.made" | "offer.declined" | "offer.rang-out" | "offer.withdrawn" | "offer.accepted" | "callback.requested" | "callback.joined" | "callback.held" | "callback.released" | "callback.moved-to-front" | "callback.moved-to-step" | "callback.moved-to-agent" | "callback.attempt-failed" | "callback.attempt-started" | "callback.dialled" | "callback.customer-rang" | "callback.customer-reached" | "callback.dial-failed" | "callback.ended" | "callback.outcome-corrected" | "callback.claimed" | "callback.unclaimed" | "callback.hand-call-started" | "callback.hand-call-abandoned" | "callback.follow-up-called" | "callback.follow-up-answered" | "callback.follow-up-dismissed" | "company.callbacks-halted" | "company.callbacks-resumed" | "agent.status-set" | "agent.came-back" | "agent.went-missing" | "agent.given-up" | "agent.came-on-duty" | "agent.went-off-duty" | "agent.freed" | "agent.wrap-up-ended" | "alert.raised" | "alert.dismissed" | "call.created" | "call.ringing_on_agent" | "call.agent_declined" | "call.answered" | "call.tagged" | "call.external_transferred" | "call.hold" | "call.unhold" | "call.ivr_option_selected" | "call.voicemail_left" | "call.hungup" | "call.assigned" | "call.untagged" | "call.archived" | "call.commented" | "user.opened" | "user.opened.v2" | "user.closed" | "user.closed.v2" | "user.connected" | "user.connected.v2" | "user.disconnected" | "user.disconnected.v2" | "user.wut_start" | "user.wut_start.v2" | "user.wut_end" | "user.wut_end.v2" | "contact.created" | "contact.updated" | "contact.deleted" | "user.created" | "user.created.v2" | "number.created" | "team.created" | "call.unsuccessful_transfer" | "call.comm_assets_generated" | "user.deleted" | "user.deleted.v2" | "number.opened" | "number.closed" | "number.deleted" | "message.sent" | "message.received" | "message.status_updated" | "group_message.sent" | "group_message.received" | "group_message.status_updated" | "transcription.created" | "summary.created" | "topics.created" | "sentiment.created" | "action_item.created" | "playbook_result.created" | "playbook_result.updated" | "realtime_transcription.utterances_received" | "custom_summary.result_created" | "custom_summary.result_updated" | "call_evaluation.created" | "call_evaluation.updated" | "ai_voice_agent.started" | "ai_voice_agent.ended" | "ai_voice_agent.escalated" | "ai_voice_agent.summary" | "analytics.report_created" | "analytics.report_failed" | "integration.deleted" | "team.destroyed")[];
            /**
             * @description Ours, signed; or those of docs/compatibility.md, which bear a token.
             * @default native
             */
            format?: components["schemas"]["WebhookFormat"];
            /**
             * Name
             * @default Webhook
             * @example Our CRM
             */
            name?: string;
            /**
             * Url
             * @example https://crm.example.com/ringback
             */
            url: string;
        };
        /**
         * NotedAction
         * @description What is done to the installation's files, beside the server.
         * @enum {string}
         */
        NotedAction: "export-calls" | "export-callbacks" | "export-contact" | "backup";
        /**
         * NoteText
         * @description What is written, and by whom; none is no agent.
         */
        NoteText: {
            /**
             * Agent Id
             * @example lea
             */
            agent_id?: string | null;
            /**
             * Text
             * @example Asks for Tuesday.
             */
            text: string;
        };
        /**
         * NoteView
         * @description What somebody wrote about a call: text of people's own, to be shown as nothing but text.
         */
        NoteView: {
            /**
             * Agent Id
             * @description Who wrote it; none is no agent.
             */
            agent_id: string | null;
            /** Edited At */
            edited_at: string | null;
            /** Id */
            id: string;
            /**
             * Text
             * @example Asks for Tuesday.
             */
            text: string;
            /**
             * Written At
             * Format: date-time
             */
            written_at: string;
        };
        /**
         * Obstacle
         * @description What keeps a callback from ringing, beside what holds it.
         * @enum {string}
         */
        Obstacle: "phones-unreachable" | "settling" | "place-lent" | "number-refused" | "behind-others" | "nobody-free";
        /**
         * OfferState
         * @description How far an offer has come; an offer that is over is no longer shown.
         * @enum {string}
         */
        OfferState: "ringing" | "accepted" | "phone-up";
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
         * Opening
         * @description How a caller who arrives at this moment finds a flow.
         * @enum {string}
         */
        Opening: "open" | "closed" | "special-date";
        /**
         * OpeningPeriod
         * @description One stretch of a weekday, by the wall clock of the place.
         */
        OpeningPeriod: {
            /**
             * Closes
             * @description 00:00 and 24:00 are the end of the day.
             * @example 18:00
             */
            closes: string;
            /**
             * Opens
             * @example 09:00
             */
            opens: string;
            weekday: components["schemas"]["Weekday"];
        };
        /**
         * OpenSessionView
         * @description A browser in which somebody is signed in.
         */
        OpenSessionView: {
            /** Address */
            address: string;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Browser */
            browser: string;
            /**
             * Here
             * @description Whether it is the session that asks.
             */
            here: boolean;
            /** Id */
            id: string;
            /**
             * Seen At
             * Format: date-time
             * @description To within five minutes.
             */
            seen_at: string;
            /** User Id */
            user_id: string;
        };
        /**
         * OutcomeCorrection
         * @description What an agent may say in wrap-up about a completed callback (R31).
         * @enum {string}
         */
        OutcomeCorrection: "voicemail" | "wrong-person";
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
         * Overtaking
         * @description Why somebody who came later was served before, beside what held the callback.
         * @enum {string}
         */
        Overtaking: "priority-line" | "moved-to-front" | "settling" | "suspended" | "declined" | "rang-out" | "other-target" | "rung-one-by-one" | "with-an-agent" | "unexplained";
        /**
         * OwnTagReference
         * @description One of the company's own tags, on a call.
         */
        OwnTagReference: {
            /**
             * Colour
             * @example #7A5AF8
             */
            colour: string;
            /**
             * Id
             * @example vip
             */
            id: string;
            /**
             * Name
             * @example VIP
             */
            name: string;
        };
        /** OwnTagView */
        OwnTagView: {
            /**
             * Archived
             * @description Put on no further call; those that bear it keep it.
             * @default false
             */
            archived: boolean;
            /**
             * Colour
             * @example #7A5AF8
             */
            colour: string;
            /** Description */
            description: string | null;
            /**
             * Id
             * @example vip
             */
            id: string;
            /**
             * Name
             * @example VIP
             */
            name: string;
        };
        /**
         * OwnUserView
         * @description Who is signed in here.
         */
        OwnUserView: {
            /**
             * Agent Id
             * @description Who they are on the phone.
             */
            agent_id: string | null;
            /**
             * Email
             * @description None for programs and for the operator.
             */
            email: string | null;
            /** Id */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "fr";
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
        };
        /** PasswordAgain */
        PasswordAgain: {
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * Period
         * @description From an instant on, and before another one.
         */
        Period: {
            /**
             * Since
             * Format: date-time
             * @example 2026-03-02T09:00:00Z
             */
            since: string;
            /**
             * Until
             * Format: date-time
             * @example 2026-03-02T10:00:00Z
             */
            until: string;
        };
        /**
         * Permission
         * @description What a route or a message needs.
         * @enum {string}
         */
        Permission: "open" | "own-session" | "board.see" | "agent.work" | "agents.direct" | "calls.see" | "voicemails.delete" | "callbacks.request" | "callbacks.cancel" | "callbacks.direct" | "callbacks.halt" | "analytics.see" | "records.export" | "customers.erase" | "alerts.see" | "settings.see" | "settings.change" | "account.change" | "what-if" | "health.see" | "booth.use" | "users.manage" | "api-keys.manage" | "webhooks.manage" | "audit-log.see" | "audit-log.note";
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
         * PhoneSystemState
         * @description How the connection to the phone system stands.
         * @enum {string}
         */
        PhoneSystemState: "connecting" | "ready" | "unreachable" | "wrong-password" | "replaced";
        /** PhoneSystemView */
        PhoneSystemView: {
            /**
             * Sentence
             * @description One plain sentence about the phone system.
             */
            sentence: string;
            state: components["schemas"]["PhoneSystemState"];
        };
        /**
         * Plan
         * @description What the company has (R1).
         * @enum {string}
         */
        Plan: "essentials" | "professional";
        /**
         * ProblemView
         * @description What is wrong with a flow, or what it warns of.
         */
        ProblemView: {
            /**
             * Code
             * @example unknown-step
             */
            code: string;
            /** Detail */
            detail: string;
            /**
             * Step Id
             * @description The step at fault; null for the whole flow.
             */
            step_id: string | null;
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
        /** Ready */
        Ready: {
            /**
             * Status
             * @default ready
             * @constant
             */
            status: "ready";
        };
        /**
         * RecoveryCodes
         * @description Each works once in the place of a code; shown this once.
         */
        RecoveryCodes: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * RedirectToLine
         * @description Hands the caller over to another line; callbacks end there (R17).
         */
        RedirectToLine: {
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "redirect-to-line";
            /**
             * Line Id
             * @example support
             */
            line_id: string;
        };
        /**
         * RedirectToNumber
         * @description Calls a number outside and joins the caller when it answers (R17).
         */
        RedirectToNumber: {
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "redirect-to-number";
            /**
             * Next
             * @description Where the caller goes if it does not answer.
             * @example ring
             */
            next: string;
            /**
             * Number
             * @description In E.164.
             * @example +33199001234
             */
            number: string;
            /**
             * Ring For Seconds
             * @description 5 to 120.
             * @default 30
             */
            ring_for_seconds?: number;
        };
        /**
         * Release
         * @description Whose claim is released, and by whom.
         */
        Release: {
            /**
             * Agent Id
             * @description Who releases it; None is no agent.
             */
            agent_id?: string | null;
            /**
             * Claimed By
             * @description Whose claim it is, if it is another's.
             */
            claimed_by?: string | null;
        };
        /**
         * ReplayOfFailed
         * @description What was given up is told again.
         */
        ReplayOfFailed: {
            /**
             * Events
             * @description How many; none of those that have arrived since.
             */
            events: number;
            /** @description None when there is nothing to tell again. */
            replay: components["schemas"]["ReplayView"] | null;
        };
        /**
         * ReplayView
         * @description A stretch of the journal that is told again.
         */
        ReplayView: {
            /**
             * After Sequence
             * @description How far it has come.
             */
            after_sequence: number;
            /**
             * Id
             * @example replay1c2d3e4f5a6b
             */
            id: string;
            /**
             * Last Sequence
             * @description Where it ends.
             */
            last_sequence: number | null;
        };
        /**
         * RequestMode
         * @description Who starts the call: the system, or an agent by hand.
         * @enum {string}
         */
        RequestMode: "automated" | "manual";
        /**
         * Ringing
         * @description How a ring step rings (R20).
         */
        ringback__api__flow_steps__Ringing: {
            /**
             * Ring Each For Seconds
             * @description 5 to 3600.
             * @default 30
             */
            ring_each_for_seconds?: number;
            /**
             * Ring Even If Busy
             * @default true
             */
            ring_even_if_busy?: boolean;
            /**
             * Ring For Seconds
             * @description 5 to 3600.
             * @default 60
             */
            ring_for_seconds?: number;
            /** @default simultaneous */
            rule?: components["schemas"]["RingRule"];
        };
        /**
         * Ringing
         * @description Where an agent's calls ring.
         * @enum {string}
         */
        ringback__api__routes__agents__Ringing: "own" | "outside";
        /**
         * RingRule
         * @description Whom a ring step rings at a time (R20).
         * @enum {string}
         */
        RingRule: "simultaneous" | "random" | "longest-idle";
        /** RingsOn */
        RingsOn: {
            /**
             * Number
             * @description For `outside`.
             * @example 06 12 34 56 78
             */
            number?: string | null;
            /** @example outside */
            phone: components["schemas"]["ringback__api__routes__agents__Ringing"];
        };
        /** RingStep */
        RingStep: {
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "ring";
            /**
             * Next
             * @example ring
             */
            next: string;
            /**
             * Ring Each For Seconds
             * @description 5 to 3600.
             * @default 30
             */
            ring_each_for_seconds?: number;
            /**
             * Ring Even If Busy
             * @default true
             */
            ring_even_if_busy?: boolean;
            /**
             * Ring For Seconds
             * @description 5 to 3600.
             * @default 60
             */
            ring_for_seconds?: number;
            /** @default simultaneous */
            rule?: components["schemas"]["RingRule"];
            /** Target */
            target: components["schemas"]["TeamTarget"] | components["schemas"]["AgentTarget"];
            /**
             * @default {
             *       "music": "waiting",
             *       "tell_wait": false,
             *       "tell_wait_every_seconds": 60,
             *       "messages": [],
             *       "message_every_seconds": 30
             *     }
             */
            waiting?: components["schemas"]["WaitingExperience"];
        };
        /**
         * Role
         * @description What somebody is in the company, the mightiest first.
         * @enum {string}
         */
        Role: "owner" | "admin" | "supervisor" | "agent";
        /**
         * RoomState
         * @enum {string}
         */
        RoomState: "enough" | "nearly-full" | "full";
        /**
         * SavedLineSettings
         * @description Settings as they are in force, and what they warn of.
         */
        SavedLineSettings: {
            /**
             * Announcement Prompt
             * @description What the caller of a live call hears before the agent.
             */
            announcement_prompt?: string | null;
            /**
             * Apology Prompt
             * @default en/apology_not_stored
             */
            apology_prompt?: string;
            /**
             * Assigned Agents
             * @description Who sees and calls its requests by hand, with the teams below (R36); everybody if both are empty.
             * @default []
             */
            assigned_agents?: string[];
            /**
             * Assigned Teams
             * @default []
             */
            assigned_teams?: string[];
            /**
             * @default {
             *       "mode": "automated",
             *       "retries": 0,
             *       "confirmation_prompt": "en/confirmation",
             *       "when_busy": "wait",
             *       "busy_wait_minutes": 60,
             *       "respect_queuing_time": false,
             *       "settling_seconds": 5,
             *       "whisper": false,
             *       "customer_ring_seconds": 45,
             *       "age_max_hours": 24,
             *       "when_customer_calls": "keep",
             *       "ring_who_tried": false
             *     }
             */
            callbacks?: components["schemas"]["CallbackSettings"];
            /**
             * Cannot Call Back Prompt
             * @default en/cannot_call_back
             */
            cannot_call_back_prompt?: string;
            /**
             * Country
             * @example FR
             */
            country: string;
            /**
             * @default {
             *       "countries": [],
             *       "customer_day_max": 5,
             *       "line_hour_max": 200
             *     }
             */
            dialling?: components["schemas"]["DiallingPolicy"];
            /**
             * Flow Id
             * @example support
             */
            flow_id: string;
            /** @example en */
            language: components["schemas"]["Language"];
            /**
             * Name
             * @example Support
             */
            name: string;
            /**
             * Priority
             * @default false
             */
            priority?: boolean;
            /** Warnings */
            warnings: components["schemas"]["ProblemView"][];
            /**
             * Whisper
             * @description Whether the agent of a live call hears which line it is, before the caller.
             * @default false
             */
            whisper?: boolean;
        };
        /**
         * ScopeModel
         * @description The lines and teams that a supervisor sees to.
         */
        ScopeModel: {
            /**
             * Lines
             * @default []
             * @example [
             *       "paris"
             *     ]
             */
            lines?: string[];
            /**
             * Teams
             * @default []
             * @example [
             *       "support"
             *     ]
             */
            teams?: string[];
        };
        /** SecondFactorView */
        SecondFactorView: {
            /** On */
            on: boolean;
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /**
             * Required
             * @description Whether the company requires it of one's role.
             */
            required: boolean;
        };
        /**
         * Seen
         * @description What one has seen: who has not seen the last change is refused.
         */
        Seen: {
            /**
             * Draft
             * @description The draft's number; 0 if there was none.
             */
            draft: number;
            /**
             * Version
             * @description The version in force; 0 if there was none.
             */
            version: number;
        };
        /**
         * ServedBeforeView
         * @description Somebody who was served while the callback waited.
         */
        ServedBeforeView: {
            /** Agent Id */
            agent_id: string;
            /** Agent Name */
            agent_name: string | null;
            customer: components["schemas"]["CustomerView"];
            /** Item Id */
            item_id: string;
            /**
             * Joined At
             * Format: date-time
             * @description When they came to that queue.
             */
            joined_at: string;
            kind: components["schemas"]["ItemKind"];
            line: components["schemas"]["LineReference"];
            /**
             * Overtook
             * @description Why they were served before though they had come later; None who came earlier.
             */
            overtook: components["schemas"]["Overtaking"] | components["schemas"]["HoldCause"] | null;
            /**
             * Rule
             * @example R28b
             */
            rule: string | null;
            /**
             * Served At
             * Format: date-time
             */
            served_at: string;
        };
        /**
         * SessionView
         * @description Who is signed in, and what that allows.
         */
        SessionView: {
            company: components["schemas"]["CompanyView"];
            /** Demo */
            demo: boolean;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            /**
             * To Do
             * @description What must be done before anything else is permitted.
             */
            to_do: components["schemas"]["ToDo"][];
            user: components["schemas"]["OwnUserView"];
        };
        /** SetupView */
        SetupView: {
            /** @description Who a visitor of the demo may be. */
            demo: components["schemas"]["DemoSignIn"] | null;
            /**
             * Needed
             * @description Whether the first owner is still to be made.
             */
            needed: boolean;
        };
        /** SignInRequest */
        SignInRequest: {
            /** Code */
            code?: string | null;
            /**
             * Company
             * @description Which one, for who has the same password in several companies.
             */
            company?: string | null;
            /**
             * Email
             * @example marie@example.org
             */
            email: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * SpecialDates
         * @description Days that are not ordinary, both ends included.
         */
        SpecialDates: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * Name
             * @example Bastille Day
             */
            name: string;
        };
        /** SpokenText */
        SpokenText: {
            /** @default en */
            language?: components["schemas"]["Language"];
            /**
             * Text
             * @description What is said; at most 1000 characters.
             * @example We are closed until Monday. Goodbye.
             */
            text: string;
        };
        /** SpokenView */
        SpokenView: {
            /**
             * Prompt
             * @example spoken/0f3a
             */
            prompt: string;
            /** Seconds */
            seconds: number;
        };
        /**
         * StatusCause
         * @description Why an agent has the status.
         * @enum {string}
         */
        StatusCause: "chosen" | "rang-out";
        /** StepChoice */
        StepChoice: {
            /**
             * Name
             * @description Whom that step rings.
             */
            name: string;
            /** Step Id */
            step_id: string;
            /**
             * Waiting
             * @description How many it would stand behind.
             */
            waiting: number;
        };
        /**
         * StudyState
         * @description How far a study has come.
         * @enum {string}
         */
        StudyState: "running" | "done" | "refused" | "failed" | "stopped";
        /** StudyView */
        StudyView: {
            /**
             * Asked
             * @description The question, as it was sent.
             * @default {}
             */
            asked: {
                [key: string]: unknown;
            };
            /**
             * Code
             * @description Why it was refused, as a stable code.
             */
            code: string | null;
            /**
             * Details
             * @description What belongs to the code.
             * @default {}
             */
            details: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /** Problem */
            problem: string | null;
            /**
             * Progress
             * @description Between 0 and 1.
             */
            progress: number;
            /**
             * Result
             * @description `as_it_was`, `same_settings` and `other_settings`, once the state is done.
             */
            result: {
                [key: string]: unknown;
            } | null;
            state: components["schemas"]["StudyState"];
        };
        /**
         * SystemTagView
         * @description A tag that follows from what became of a call.
         */
        SystemTagView: {
            /**
             * Colour
             * @example #29C8FF
             */
            colour: string;
            /**
             * Id
             * @example queue_callback
             */
            id: string;
            /**
             * Name En
             * @example Callback Request
             */
            name_en: string;
            /**
             * Name Fr
             * @example Demande de rappel
             */
            name_fr: string;
        };
        /**
         * Tag
         * @description The machine key of a tag that follows from what became of a call (S14); nobody sets it.
         * @enum {string}
         */
        Tag: "queue_callback" | "queue_called_back" | "follow_up_self_assign";
        /**
         * Tagging
         * @description Who puts the tag on.
         */
        Tagging: {
            /**
             * Agent Id
             * @example lea
             */
            agent_id?: string | null;
        };
        /**
         * TagSettings
         * @description One of the company's own tags.
         */
        TagSettings: {
            /**
             * Archived
             * @description Put on no further call; those that bear it keep it.
             * @default false
             */
            archived?: boolean;
            /**
             * Colour
             * @example #7A5AF8
             */
            colour: string;
            /** Description */
            description?: string | null;
            /**
             * Name
             * @example VIP
             */
            name: string;
        };
        /** TagsView */
        TagsView: {
            /**
             * Own
             * @description Archived ones too, in the order of their making.
             */
            own: components["schemas"]["OwnTagView"][];
            /** System */
            system: components["schemas"]["SystemTagView"][];
        };
        /** TeamSettings */
        TeamSettings: {
            /**
             * Members
             * @example [
             *       "lea",
             *       "hugo"
             *     ]
             */
            members: string[];
            /**
             * Name
             * @example Support team
             */
            name: string;
        };
        /** TeamTarget */
        TeamTarget: {
            /**
             * Team Id
             * @example support
             */
            team_id: string;
        };
        /** TeamView */
        TeamView: {
            /**
             * Etag
             * @description To be sent in `If-Match`, in quotes, when the settings are saved.
             * @example 5d41402abc4b2a76b9719d911017c592
             */
            etag: string;
            /** Id */
            id: string;
            settings: components["schemas"]["TeamSettings"];
        };
        /** ToAgent */
        ToAgent: {
            /**
             * Agent Id
             * @example lea
             */
            agent_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            to: "agent";
        };
        /**
         * ToDo
         * @description What somebody who has signed in must do before anything else.
         * @enum {string}
         */
        ToDo: "change-password" | "set-up-second-factor";
        /** ToFront */
        ToFront: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            to: "front";
        };
        /** ToStep */
        ToStep: {
            /**
             * Step Id
             * @example ring-sales
             */
            step_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            to: "step";
        };
        /** Transfer */
        Transfer: {
            /**
             * Id
             * @description Of the agent, team or line; or the number outside itself.
             * @example tom
             */
            id: string;
            /** @example agent */
            to: components["schemas"]["TransferKind"];
        };
        /**
         * TransferKind
         * @description What a call can be transferred to.
         * @enum {string}
         */
        TransferKind: "agent" | "team" | "line" | "number";
        /** TrialView */
        TrialView: {
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /**
             * Call Id
             * @description The caller's call in these events.
             */
            call_id: string;
            /** Events */
            events: components["schemas"]["PublicEvent"][];
            /**
             * Over
             * @description Whether it came to an end within six hours.
             */
            over: boolean;
        };
        /**
         * UseKind
         * @description What names a message.
         * @enum {string}
         */
        UseKind: "line" | "flow" | "callbacks" | "calls";
        /**
         * UserDraft
         * @description What is said of a user; whole.
         */
        UserDraft: {
            /**
             * Agent Id
             * @description Who they are on the phone.
             * @example lea
             */
            agent_id?: string | null;
            /**
             * Email
             * @example marie@example.org
             */
            email: string;
            /**
             * Language
             * @default en
             * @enum {string}
             */
            language?: "en" | "fr";
            /**
             * Name
             * @example Marie Dupont
             */
            name: string;
            role: components["schemas"]["Role"];
            /** @description Of a supervisor; null is the whole company. */
            supervises?: components["schemas"]["ScopeModel"] | null;
        };
        /** UserView */
        UserView: {
            /** Active */
            active: boolean;
            /** Agent Id */
            agent_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Etag
             * @description To be sent in `If-Match`, in quotes, when the settings are saved.
             * @example 5d41402abc4b2a76b9719d911017c592
             */
            etag: string;
            /** Id */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "fr";
            /** Name */
            name: string;
            /**
             * Password To Be Changed
             * @description Whether a one-time password is set.
             */
            password_to_be_changed: boolean;
            role: components["schemas"]["Role"];
            /** Second Factor */
            second_factor: boolean;
            /**
             * Second Factor Required
             * @description Whether the company requires it of the role.
             */
            second_factor_required: boolean;
            /**
             * Sessions
             * @description In how many browsers they are signed in.
             */
            sessions: number;
            supervises: components["schemas"]["ScopeModel"] | null;
            /**
             * Waits Until
             * @description Until when they have to wait somewhere, after wrong passwords or codes.
             */
            waits_until: string | null;
        };
        /**
         * UserWithPassword
         * @description A user, and the password that is shown this once, works once and for three days.
         */
        UserWithPassword: {
            /** Password */
            password: string;
            user: components["schemas"]["UserView"];
        };
        /** UseView */
        UseView: {
            /**
             * Count
             * @description How many callbacks or calls; 1 for a line or a flow.
             */
            count: number;
            /**
             * Id
             * @description The line, or the flow.
             * @example support
             */
            id: string;
            kind: components["schemas"]["UseKind"];
        };
        /**
         * VersionView
         * @description A version of a flow: when and by whom it was put in force, and who waits in it.
         */
        VersionView: {
            /** In Force */
            in_force: boolean;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            /**
             * Rolled Back To
             * @description The earlier version whose content it is.
             */
            rolled_back_to: number | null;
            /** Version */
            version: number;
            waiting: components["schemas"]["WaitingView"];
        };
        /** VoicemailStep */
        VoicemailStep: {
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "voicemail";
            /** Prompt */
            prompt: string;
            /**
             * Record For Max Seconds
             * @description 1 to 3600.
             * @default 180
             */
            record_for_max_seconds?: number;
        };
        /**
         * VoicemailView
         * @description The message which a caller left.
         */
        VoicemailView: {
            /**
             * Kept
             * @description Whether it can be listened to at this moment.
             */
            kept: boolean;
            /** Seconds */
            seconds: number;
        };
        /** WaitingExperience */
        WaitingExperience: {
            /**
             * Message Every Seconds
             * @description 5 to 3600.
             * @default 30
             */
            message_every_seconds?: number;
            /**
             * Messages
             * @default []
             */
            messages?: string[];
            /**
             * Music
             * @default waiting
             */
            music?: string;
            /**
             * Offer Above Seconds
             * @description Play the messages only above this estimated wait, or while none is known.
             */
            offer_above_seconds?: number | null;
            /**
             * Tell Wait
             * @description Tell the estimated wait (R45).
             * @default false
             */
            tell_wait?: boolean;
            /**
             * Tell Wait Every Seconds
             * @default 60
             */
            tell_wait_every_seconds?: number;
        };
        /**
         * WaitingState
         * @enum {string}
         */
        WaitingState: "waiting" | "ringing" | "settling" | "held";
        /**
         * WaitingView
         * @description Who is on the way through a flow and keeps the version that took them in (R4).
         */
        WaitingView: {
            /**
             * Callbacks
             * @description Callbacks that wait, retries included.
             */
            callbacks: number;
            /**
             * Calls
             * @description Callers in it at this moment, on the line with us.
             */
            calls: number;
        };
        /**
         * WaitView
         * @description How long people waited; None when nobody did.
         */
        WaitView: {
            /** Median Seconds */
            median_seconds: number | null;
            /** P90 Seconds */
            p90_seconds: number | null;
        };
        /** WantedDraft */
        WantedDraft: {
            seen: components["schemas"]["Seen"];
            settings: components["schemas"]["FlowSettings"];
        };
        /** WantedPress */
        WantedPress: {
            /**
             * After Seconds
             * @description Counted from the beginning of the call.
             */
            after_seconds: number;
            /**
             * Digit
             * @example *
             */
            digit: string;
        };
        /** WantedRollBack */
        WantedRollBack: {
            /**
             * Seen Version
             * @description The version in force that was seen.
             */
            seen_version: number;
            /**
             * Version
             * @description The version to go back to.
             * @example 2
             */
            version: number;
        };
        /**
         * WantedTrial
         * @description A flow as it is edited, who calls and when, and who is there.
         */
        WantedTrial: {
            /**
             * Agents Answer
             * @description Whether phones that ring, also those outside, are answered.
             * @default true
             */
            agents_answer?: boolean;
            /**
             * At
             * @description When; now if absent.
             */
            at?: string | null;
            /**
             * Available
             * @description Agents who are free; others are offline.
             * @default []
             */
            available?: string[];
            /**
             * Busy
             * @description Agents who talk to somebody else.
             * @default []
             */
            busy?: string[];
            /**
             * Busy For Seconds
             * @default 120
             */
            busy_for_seconds?: number;
            /** Hangs Up After Seconds */
            hangs_up_after_seconds?: number | null;
            /**
             * Line Id
             * @description The number that is called; the first of this flow if absent.
             */
            line_id?: string | null;
            /**
             * Presses
             * @default []
             */
            presses?: components["schemas"]["WantedPress"][];
            settings: components["schemas"]["FlowSettings"];
            /**
             * Withheld
             * @default false
             */
            withheld?: boolean;
        };
        /**
         * WebhookFormat
         * @description In whose words a webhook is told what happens.
         * @enum {string}
         */
        WebhookFormat: "native" | "compatible";
        /**
         * WebhookSettings
         * @description What may be set of a webhook.
         */
        WebhookSettings: {
            /**
             * Active
             * @description Paused while it is not; nothing gets lost.
             * @default true
             */
            active?: boolean;
            /**
             * Events
             * @description The types it is told of; all of them when there are none.
             * @example [
             *       "callback.requested",
             *       "callback.ended"
             *     ]
             */
            events?: ("call.began" | "call.connected" | "call.transferred" | "call.redirected" | "call.voicemail-left" | "call.request-not-granted" | "call.ended" | "queue.joined" | "queue.given-up" | "offer.made" | "offer.declined" | "offer.rang-out" | "offer.withdrawn" | "offer.accepted" | "callback.requested" | "callback.joined" | "callback.held" | "callback.released" | "callback.moved-to-front" | "callback.moved-to-step" | "callback.moved-to-agent" | "callback.attempt-failed" | "callback.attempt-started" | "callback.dialled" | "callback.customer-rang" | "callback.customer-reached" | "callback.dial-failed" | "callback.ended" | "callback.outcome-corrected" | "callback.claimed" | "callback.unclaimed" | "callback.hand-call-started" | "callback.hand-call-abandoned" | "callback.follow-up-called" | "callback.follow-up-answered" | "callback.follow-up-dismissed" | "company.callbacks-halted" | "company.callbacks-resumed" | "agent.status-set" | "agent.came-back" | "agent.went-missing" | "agent.given-up" | "agent.came-on-duty" | "agent.went-off-duty" | "agent.freed" | "agent.wrap-up-ended" | "alert.raised" | "alert.dismissed" | "call.created" | "call.ringing_on_agent" | "call.agent_declined" | "call.answered" | "call.tagged" | "call.external_transferred" | "call.hold" | "call.unhold" | "call.ivr_option_selected" | "call.voicemail_left" | "call.hungup" | "call.assigned" | "call.untagged" | "call.archived" | "call.commented" | "user.opened" | "user.opened.v2" | "user.closed" | "user.closed.v2" | "user.connected" | "user.connected.v2" | "user.disconnected" | "user.disconnected.v2" | "user.wut_start" | "user.wut_start.v2" | "user.wut_end" | "user.wut_end.v2" | "contact.created" | "contact.updated" | "contact.deleted" | "user.created" | "user.created.v2" | "number.created" | "team.created" | "call.unsuccessful_transfer" | "call.comm_assets_generated" | "user.deleted" | "user.deleted.v2" | "number.opened" | "number.closed" | "number.deleted" | "message.sent" | "message.received" | "message.status_updated" | "group_message.sent" | "group_message.received" | "group_message.status_updated" | "transcription.created" | "summary.created" | "topics.created" | "sentiment.created" | "action_item.created" | "playbook_result.created" | "playbook_result.updated" | "realtime_transcription.utterances_received" | "custom_summary.result_created" | "custom_summary.result_updated" | "call_evaluation.created" | "call_evaluation.updated" | "ai_voice_agent.started" | "ai_voice_agent.ended" | "ai_voice_agent.escalated" | "ai_voice_agent.summary" | "analytics.report_created" | "analytics.report_failed" | "integration.deleted" | "team.destroyed")[];
            /**
             * Name
             * @default Webhook
             * @example Our CRM
             */
            name?: string;
            /**
             * Url
             * @example https://crm.example.com/ringback
             */
            url: string;
        };
        /**
         * WebhookState
         * @description Whether a webhook is told what happens.
         * @enum {string}
         */
        WebhookState: "active" | "paused" | "failing" | "gone";
        /**
         * WebhookView
         * @description A webhook and how it does; its secret is never shown again.
         */
        WebhookView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Events */
            events: string[];
            /**
             * Failing Since
             * @description None when the last try got through.
             */
            failing_since: string | null;
            /**
             * Failures
             * @description How many tries in a row have failed.
             */
            failures: number;
            format: components["schemas"]["WebhookFormat"];
            /**
             * Id
             * @example wh5f0a1b2c3d4e5f60
             */
            id: string;
            /**
             * Lag
             * @description How many facts of the journal it has not come past yet.
             */
            lag: number;
            /** Name */
            name: string;
            /**
             * Replays
             * @description How many replays are going on.
             */
            replays: number;
            /** Secret Changed At */
            secret_changed_at: string | null;
            state: components["schemas"]["WebhookState"];
            /** Url */
            url: string;
        };
        /**
         * Weekday
         * @enum {string}
         */
        Weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /**
         * WeeklyHours
         * @description When somebody works in an ordinary week, by the wall clock of a place.
         */
        WeeklyHours: {
            /**
             * Periods
             * @description A night over midnight is two periods; never, when empty.
             */
            periods: components["schemas"]["OpeningPeriod"][];
            /**
             * Time Zone
             * @example Europe/Paris
             */
            time_zone: string;
        };
        /**
         * WhatIf
         * @description Which days, and what is to be different; what is not given stays as it was.
         */
        WhatIf: {
            /**
             * Begins
             * Format: date-time
             * @example 2026-03-02T00:00:00+01:00
             */
            begins: string;
            /**
             * @description Only the settings that are given change.
             * @default {
             *       "mode": "automated",
             *       "retries": 0,
             *       "confirmation_prompt": "en/confirmation",
             *       "when_busy": "wait",
             *       "busy_wait_minutes": 60,
             *       "respect_queuing_time": false,
             *       "settling_seconds": 5,
             *       "whisper": false,
             *       "customer_ring_seconds": 45,
             *       "age_max_hours": 24,
             *       "when_customer_calls": "keep",
             *       "ring_who_tried": false
             *     }
             * @example {
             *       "retries": 2,
             *       "when_busy": "fail"
             *     }
             */
            callbacks?: components["schemas"]["CallbackSettings"];
            /**
             * Lines
             * @description Only these lines; empty means all.
             * @default []
             */
            lines?: string[];
            /**
             * More Agents
             * @description In each team; below zero: fewer.
             * @default 0
             */
            more_agents?: number;
            /**
             * Press Share
             * @description Where callbacks were off: how many press `*`.
             * @default 0.5
             */
            press_share?: number;
            /**
             * @description For every ring step of these lines; only what is given changes.
             * @default {
             *       "ring_for_seconds": 60,
             *       "rule": "simultaneous",
             *       "ring_each_for_seconds": 30,
             *       "ring_even_if_busy": true
             *     }
             * @example {
             *       "rule": "longest-idle"
             *     }
             */
            ring_steps?: components["schemas"]["ringback__api__flow_steps__Ringing"];
            /**
             * Seed
             * @default 1
             */
            seed?: number;
            /**
             * Time Zone
             * @description Whose hours of the day results are told by.
             * @default UTC
             */
            time_zone?: string;
            /**
             * Until
             * Format: date-time
             * @example 2026-03-03T00:00:00+01:00
             */
            until: string;
        };
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
         * WhichAgent
         * @description Who does it.
         */
        WhichAgent: {
            /**
             * Agent Id
             * @example lea
             */
            agent_id: string;
        };
        /** WholeVersionView */
        WholeVersionView: {
            /** In Force */
            in_force: boolean;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            /**
             * Rolled Back To
             * @description The earlier version whose content it is.
             */
            rolled_back_to: number | null;
            settings: components["schemas"]["FlowSettings"];
            /** Version */
            version: number;
            waiting: components["schemas"]["WaitingView"];
        };
        /**
         * WhyView
         * @description Who is rung for a waiting callback, or every reason why nobody is (R46).
         */
        WhyView: {
            /** Agents */
            agents: components["schemas"]["AgentNowView"][];
            /**
             * Ahead
             * @description The first 200, the first to be served first.
             */
            ahead: components["schemas"]["AheadView"][];
            /** Ahead Total */
            ahead_total: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Bars
             * @description All that hold, in the order of asking.
             */
            bars: components["schemas"]["BarView"][];
            busy_clock: components["schemas"]["BusyClockView"] | null;
            /** Callback Id */
            callback_id: string;
            /**
             * Lent To Call Id
             * @description The customer's own call that has its place (R37).
             */
            lent_to_call_id: string | null;
            /** Position */
            position: number;
            /** Rung Agent Ids */
            rung_agent_ids: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_away_reasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    halt_callbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HaltView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    resume_callbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HaltView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    import_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportedAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `value-out-of-range`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_account_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_account_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tag of the settings that were seen: if they are others by then, they are not saved. `*` is any. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `changed-meanwhile` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `value-out-of-range` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_agents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_agent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    cancel_consultation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `no-consultation`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    complete_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `no-consultation`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    consult_colleague: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Consult"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `consultation-in-progress`, `agent-not-available`, `call-already-there`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    end_wrap_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `agent-not-in-wrap-up`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    hang_up_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `agent-not-on-a-call`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    hold_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `consultation-in-progress`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    mute_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_agent_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentOffers"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    resume_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `consultation-in-progress`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_agent_rings_on: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RingsOn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `outside-number-invalid`, `outside-number-premium`, `outside-number-short`, `outside-number-emergency`, `outside-number-country`, `outside-number-own-line`, `no-outside-number` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_agent_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_agent_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tag of the settings that were seen: if they are others by then, they are not saved. `*` is any. */
                "if-match"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `changed-meanwhile` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `value-out-of-range`, `invalid-hours`, `no-outside-number` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_agent_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStatus"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-away-reason` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    transfer_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-team`, `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `consultation-in-progress`, `agent-not-available`, `nobody-to-ring`, `call-already-there`, `number-not-callable`, `dial-limit-reached`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `outside-number-invalid`, `outside-number-premium`, `outside-number-short`, `outside-number-emergency`, `outside-number-country`, `outside-number-own-line`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    unmute_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-in-conversation`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_alerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    dismiss_alert: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-alert`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_analytics: {
        parameters: {
            query: {
                /** @description Who took it; this agent's time. */
                agent_id?: string | null;
                by?: components["schemas"]["GroupBy"];
                line_id?: string[] | null;
                /** @description Only what this agent sees (R36). */
                seen_by?: string | null;
                since: string;
                /** @description The team rung last; its members' time. */
                team_id?: string | null;
                /** @description Whose hours and days. */
                time_zone?: string;
                until: string;
                /** @description An answer within this wait is in time. */
                within_seconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-team`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-time-zone`, `period-wrong` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_api_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithToken"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-line`, `unknown-team`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-api-keys`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `agent-required`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    revoke_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-api-key`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_audit_log: {
        parameters: {
            query?: {
                action?: string | null;
                actor?: string | null;
                after?: string | null;
                limit?: number;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    note_in_audit_log: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeedNote"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    export_audit_log: {
        parameters: {
            query?: {
                action?: string | null;
                actor?: string | null;
                /** @description CSV, or one JSON object a line. */
                format?: components["schemas"]["ExportFormat"];
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_booth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoothView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-phone-booth` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    booth_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoothPhoneView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-phone-booth`, `booth-refused`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    booth_dial: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dialling"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoothPhoneView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-phone-booth`, `booth-refused`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    booth_hang_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoothPhoneView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-phone-booth`, `booth-refused`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    booth_press: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyPress"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoothPhoneView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-phone-booth`, `booth-refused`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    booth_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoothPhoneView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-phone-booth`, `booth-refused`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_callbacks: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string | null;
                /** @description Only those this agent sees (R36). */
                agent_id?: string | null;
                ascending?: boolean;
                limit?: number;
                line_id?: string[] | null;
                mode?: components["schemas"]["RequestMode"] | null;
                /** @description The customer's number: whole, with its plus sign, or a part of it. */
                number?: string | null;
                order?: components["schemas"]["CallbackOrder"];
                outcome?: components["schemas"]["OutcomeKind"][] | null;
                reason?: components["schemas"]["OutcomeReason"] | null;
                /** @description At this instant or later. */
                since?: string | null;
                state?: components["schemas"]["CallbackState"][] | null;
                /** @description Only those to call by hand (R35). */
                to_call?: boolean;
                /** @description Before this instant. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    create_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackWish"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callbacks-off`, `callbacks-locked`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `number-refused`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-requests-of-number`, `too-many-requests-of-key` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-callbacks`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_callback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    call_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `line-not-assigned`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-closed`, `callback-not-listed`, `callback-claimed`, `callback-being-called`, `agent-not-available`, `customer-on-a-call`, `number-not-callable`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `phones-unreachable`, `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    cancel_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-closed`, `callback-already-dialled`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    claim_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `line-not-assigned`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-closed`, `callback-not-listed`, `callback-claimed`, `callback-being-called`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    correct_outcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `agent-not-in-wrap-up`, `outcome-not-correctable`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    dismiss_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `line-not-assigned`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-closed`, `callback-not-listed`, `callback-claimed`, `callback-being-called`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_fairness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FairnessView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-not-ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    move_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToFront"] | components["schemas"]["ToStep"] | components["schemas"]["ToAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-step`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-accepted`, `callback-already-closed`, `callback-not-queued`, `callback-already-there`, `nobody-to-ring`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_moves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoveChoices"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-accepted`, `callback-already-closed`, `callback-not-queued` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    release_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Release"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `line-not-assigned`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-closed`, `callback-not-listed`, `callback-claimed`, `callback-being-called`, `callback-not-claimed`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    why_not_yet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callback_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-callback`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callback-already-accepted`, `callback-already-closed`, `callback-not-queued` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_calls: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string | null;
                /** @description Who talked. */
                agent_id?: string | null;
                ascending?: boolean;
                /** @description Count them as well. */
                count?: boolean;
                direction?: components["schemas"]["CallDirection"] | null;
                limit?: number;
                line_id?: string[] | null;
                /** @description The customer's number: whole, with its plus sign, or a part of it. */
                number?: string | null;
                order?: components["schemas"]["CallOrder"];
                /** @description What became of its callback. */
                outcome?: components["schemas"]["OutcomeKind"][] | null;
                reason?: components["schemas"]["OutcomeReason"] | null;
                /** @description Only those this agent sees (R36). */
                seen_by?: string | null;
                /** @description At this instant or later. */
                since?: string | null;
                /** @description A tag of the system or one of your own. */
                tag?: string | null;
                /** @description The team rung for it last. */
                team_id?: string | null;
                /** @description What became of it. */
                type?: components["schemas"]["CallType"] | null;
                /** @description Before this instant. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRecordPage"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-call`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    write_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRecordView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-call`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `customer-erased`, `too-many-notes`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `note-empty`, `note-too-long`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    tag_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
                tag_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Tagging"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRecordView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-call`, `unknown-agent`, `unknown-tag`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `system-tag`, `tag-archived` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    untag_call: {
        parameters: {
            query?: {
                /** @description Who does it; none is no agent. */
                agent_id?: string | null;
            };
            header?: never;
            path: {
                call_id: string;
                tag_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRecordView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-call`, `unknown-agent`, `unknown-tag`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `system-tag` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_voicemail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/wav": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-call`, `no-voicemail`, `voicemail-not-kept`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    delete_voicemail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoicemailView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-call`, `no-voicemail`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_live_calls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_checklist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_contacts: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string | null;
                limit?: number;
                /** @description A part of the name or of the number; a whole number with its plus sign. */
                search?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-contact`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    name_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactName"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-contact`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_conversation: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string | null;
                limit?: number;
                /** @description Only those this agent sees (R36). */
                seen_by?: string | null;
            };
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactConversation"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-contact`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    erase_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-contact`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `erasure-too-early`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    export_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-contact`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_conversations: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string | null;
                limit?: number;
                /** @description Only with whom a callback is pending or to be made by hand. */
                pending?: boolean;
                /** @description A part of the name or of the number; a whole number with its plus sign. */
                search?: string | null;
                /** @description Only those this agent sees (R36). */
                seen_by?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_errors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorMeaning"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_error: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorMeaning"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-found`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    export_callbacks: {
        parameters: {
            query?: {
                /** @description Only those this agent sees (R36). */
                agent_id?: string | null;
                /** @description CSV, or one JSON object a line. */
                format?: components["schemas"]["ExportFormat"];
                line_id?: string[] | null;
                mode?: components["schemas"]["RequestMode"] | null;
                /** @description The customer's number: whole, with its plus sign, or a part of it. */
                number?: string | null;
                outcome?: components["schemas"]["OutcomeKind"][] | null;
                reason?: components["schemas"]["OutcomeReason"] | null;
                /** @description At this instant or later. */
                since?: string | null;
                /** @description Before this instant. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-exports`, `export-unavailable`, `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    export_calls: {
        parameters: {
            query?: {
                /** @description Who talked. */
                agent_id?: string | null;
                direction?: components["schemas"]["CallDirection"] | null;
                /** @description CSV, or one JSON object a line. */
                format?: components["schemas"]["ExportFormat"];
                line_id?: string[] | null;
                /** @description The customer's number: whole, with its plus sign, or a part of it. */
                number?: string | null;
                /** @description What became of its callback. */
                outcome?: components["schemas"]["OutcomeKind"][] | null;
                reason?: components["schemas"]["OutcomeReason"] | null;
                /** @description Only those this agent sees (R36). */
                seen_by?: string | null;
                /** @description At this instant or later. */
                since?: string | null;
                /** @description A tag of the system or one of your own. */
                tag?: string | null;
                /** @description The team rung for it last. */
                team_id?: string | null;
                /** @description What became of it. */
                type?: components["schemas"]["CallType"] | null;
                /** @description Before this instant. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-exports`, `export-unavailable`, `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_flows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_flow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-flow`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    publish_flow: {
        parameters: {
            query?: {
                seen_version?: number | null;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `flow-changed-meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `invalid-flow` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    check_flow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-draft`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `flow-changed-meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    discard_draft: {
        parameters: {
            query: {
                seen_draft: number;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-draft`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `flow-changed-meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    publish_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-draft`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `flow-changed-meanwhile`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `invalid-flow`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    roll_back_flow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedRollBack"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-flow`, `unknown-version`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `version-in-force`, `flow-changed-meanwhile`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `invalid-flow`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    try_flow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTrial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `invalid-flow`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-flow`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeVersionView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-flow`, `unknown-version`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_machine_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    propose_holidays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                country: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-country`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_lines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    assign_agent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    unassign_agent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_line_announcement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpokenView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-speech-engine` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `text-empty`, `text-too-long` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `speech-failed` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    cancel_line_callbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelPendingCallbacks"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `pending-count-changed`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_line_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpokenView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callbacks-locked`, `no-speech-engine` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `text-empty`, `text-too-long` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `speech-failed` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_line_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_line_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tag of the settings that were seen: if they are others by then, they are not saved. `*` is any. */
                "if-match"?: string;
            };
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedLineSettings"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-line`, `unknown-flow`, `unknown-agent`, `unknown-team`, `unknown-message`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `callbacks-locked` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `changed-meanwhile` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `value-out-of-range` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_live_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_media: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/wav": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-prompt`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    mark_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prompt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageMarks"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-prompt`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prompt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-message`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `message-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    rename_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prompt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewName"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-message`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `message-name-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_message_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageLimits"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    preview_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpokenText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpokenView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `no-speech-engine`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `text-empty`, `text-too-long`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `speech-failed` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    upload_message: {
        parameters: {
            query?: {
                name?: string | null;
            };
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "audio/*": string;
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `message-name-taken`, `message-already-kept`, `too-many-messages`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `recording-too-large`, `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `recording-not-audio`, `recording-format-unknown` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `recording-too-long`, `recording-too-short`, `recording-silent`, `recording-damaged`, `recording-took-too-long`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    keep_spoken_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamedText"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `message-name-taken`, `message-already-kept`, `too-many-messages`, `no-speech-engine`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `text-empty`, `text-too-long`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `speech-failed` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    edit_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                note_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRecordView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `note-of-another-agent`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-note`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `note-empty`, `note-too-long` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    delete_note: {
        parameters: {
            query?: {
                /** @description Who does it; none is no agent. */
                agent_id?: string | null;
            };
            header?: never;
            path: {
                note_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallRecordView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `note-of-another-agent`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-note`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    accept_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                offer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `offer-of-another-agent`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-offer`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `offer-taken`, `offer-withdrawn`, `offer-rang-out`, `offer-already-accepted`, `offer-already-declined`, `accept-on-the-phone`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    decline_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                offer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `offer-of-another-agent`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-offer`, `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `offer-taken`, `offer-withdrawn`, `offer-rang-out`, `offer-already-accepted`, `offer-already-declined`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_due_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    run_retention: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused: `sign-in-refused`, `company-required`, `second-factor-required`, `code-wrong`, `second-factor-unreadable` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-attempts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_language: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLanguage"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `password-wrong`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `password-too-weak` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-attempts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: {
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenSessionView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-session`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupView"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstOwner"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused: `setup-from-elsewhere`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `setup-done`, `email-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `password-too-weak`, `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnTagView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `system-tag`, `tag-name-taken`, `too-many-tags` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    add_team: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_team: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tag of the settings that were seen: if they are others by then, they are not saved. `*` is any. */
                "if-match"?: string;
            };
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `changed-meanwhile` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactorView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `password-wrong`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `second-factor-on`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-attempts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in`, `code-wrong`, `second-factor-unreadable` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `second-factor-on`, `second-factor-off`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `password-wrong`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `second-factor-off`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-attempts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    remove_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `password-wrong`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `second-factor-off`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-attempts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    add_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserWithPassword"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-agent`, `unknown-line`, `unknown-team`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `email-taken`, `agent-taken`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `agent-required`, `value-out-of-range`, `invalid-hours`, `no-outside-number`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tag of the settings that were seen: if they are others by then, they are not saved. `*` is any. */
                "if-match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-agent`, `unknown-line`, `unknown-team`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `last-owner`, `email-taken`, `agent-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `changed-meanwhile` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `agent-required` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    activate_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    deactivate_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `last-owner`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    lift_waits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserWithPassword"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    reset_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-user`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-webhooks`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `webhook-target-refused`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    set_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `webhook-target-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"][];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                after?: string | null;
                limit?: number;
                state?: components["schemas"]["DeliveryState"] | null;
            };
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `unknown-cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_delivery_body: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryBody"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-delivery`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    replay_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                delivery_id: string;
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-delivery`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-replays`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    replay_period: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Period"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-replays`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `period-wrong`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    replay_failed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayOfFailed"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `too-many-replays`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    rotate_webhook_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    test_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-webhook`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    list_webhook_event_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypesView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_webhook_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    ask_what_if: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIf"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-unavailable`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-running`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_what_if: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-unavailable`, `unknown-study`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    stop_what_if: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                study_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-unavailable`, `unknown-study`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    keep_call_list: {
        parameters: {
            query?: {
                /** @description The column with it, where it is not called so. */
                agent?: string | null;
                /** @description The column with it, where it is not called so. */
                arrival?: string | null;
                name?: string | null;
            };
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    name?: string;
                };
                "text/csv": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallListView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-unavailable`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `call-list-too-large`, `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `call-list-unreadable`, `call-list-empty`, `call-list-column-missing`, `call-list-row-wrong`, `call-list-too-long`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_call_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_list_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallListView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-unavailable`, `unknown-call-list`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    ask_what_if_of_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, a request is answered and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListedWhatIf"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyView"];
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first`, `foreign-origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-unavailable`, `unknown-call-list`, `unknown-company` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `what-if-running`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed`, `idempotency-key-wrong`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `journal-away`, `stopping`, `overloaded` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_liveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused: `invalid-token`, `not-signed-in` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/plain": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `not-permitted`, `to-do-first` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/plain": components["schemas"]["ErrorAnswer"];
                };
            };
            /** @description Refused: `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/plain": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    get_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Refused: `not-ready` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
}
