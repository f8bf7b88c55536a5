// All that went on with a contact, the newest first: calls with their message, tags and notes, and
// callbacks, each linked with the calls on its other side (R35, R40).

import { Button, Text } from "@mantine/core";
import { IconArrowBackUp, IconPlayerPlay } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { CallRecordView, CallbackView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { StateBadge } from "@/ui/StateBadge";
import classes from "./Conversation.module.css";
import { Player } from "./Player";
import { TagsAndNotes } from "./TagsAndNotes";
import { useEntryState } from "./entryState";
import type { Entry } from "./queries";

interface Props {
  entries: readonly Entry[];
  /** What stands in the place of a call's tags and notes, where they are written. */
  written?: (call: CallRecordView) => ReactNode;
}

export function Entries({ entries, written }: Props) {
  const began = new Map(entries.flatMap(({ call }) => (call === null ? [] : [[call.id, call.began_at] as const])));
  return (
    <ol className={classes.entries}>
      {entries.map((entry) => (
        <li key={(entry.call ?? entry.callback)?.id}>
          {entry.call !== null && <CallEntry entry={entry} call={entry.call} began={began} written={written} />}
          {entry.callback !== null && <CallbackEntry entry={entry} callback={entry.callback} />}
        </li>
      ))}
    </ol>
  );
}

interface CallProps {
  entry: Entry;
  call: CallRecordView;
  began: ReadonlyMap<string, string>;
  written: Props["written"];
}

function CallEntry({ entry, call, began, written }: CallProps) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const { clock } = useLiveStore();
  const state = useEntryState()(entry);
  const about = [
    format.moment(entry.at, clock.now()),
    call.line.name,
    call.agent_id && agentName(call.agent_id),
    call.talked_seconds !== null && format.duration(call.talked_seconds * 1000),
  ];
  return (
    <>
      <Link to="/calls/$callId" params={{ callId: call.id }} className={classes.link}>
        {t(call.direction === "inbound" ? "conversations:call_from" : "conversations:call_to")}
      </Link>
      <StateBadge tone={state.tone} icon={state.icon}>
        {state.words}
      </StateBadge>
      <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
        {about.filter(Boolean).join(" · ")}
      </Text>
      <Linked call={call} began={began} />
      {call.voicemail !== null && (
        <div className={classes.whole}>
          <Message callId={call.id} voicemail={call.voicemail} />
        </div>
      )}
      <div className={classes.whole}>
        {written === undefined ? <TagsAndNotes call={call} /> : written(call)}
      </div>
    </>
  );
}

/** The calls on the other side of its callback (R40). */
function Linked({ call, began }: { call: CallRecordView; began: ReadonlyMap<string, string> }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  if (call.linked_call_ids.length === 0) return null;
  const key = call.direction === "inbound" ? "call_back" : "asked_in";
  return (
    <div className={classes.linked}>
      {call.linked_call_ids.map((id) => {
        const at = began.get(id);
        return (
          <Link key={id} to="/calls/$callId" params={{ callId: id }}>
            <IconArrowBackUp size={14} aria-hidden />
            {at === undefined ? t(`conversations:${key}`) : t(`conversations:${key}_at`, { time: format.moment(at, clock.now()) })}
          </Link>
        );
      })}
    </div>
  );
}

function Message({ callId, voicemail }: { callId: string; voicemail: NonNullable<CallRecordView["voicemail"]> }) {
  const t = useWords();
  const format = useFormat();
  const [heard, hear] = useState(false);
  if (!voicemail.kept) {
    return (
      <Text size="sm" c="dimmed">
        {t("conversations:message_gone")}
      </Text>
    );
  }
  if (heard) return <Player callId={callId} playing />;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerPlay size={14} aria-hidden />}
      onClick={() => {
        hear(true);
      }}
    >
      {t("conversations:listen", { time: format.duration(voicemail.seconds * 1000) })}
    </Button>
  );
}

function CallbackEntry({ entry, callback }: { entry: Entry; callback: CallbackView }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const state = useEntryState()(entry);
  const { outcome, line } = callback;
  const original = callback.inbound_call_ids.at(0);
  const what = outcome === null ? t(`domain:callback.${callback.state}`) : outcome.reason && t(`domain:reason.${outcome.reason}`);
  return (
    <>
      {original === undefined ? (
        <Text span fw={550}>
          {t("conversations:callback")}
        </Text>
      ) : (
        <Link to="/calls/$callId" params={{ callId: original }} className={classes.link}>
          {t("conversations:callback")}
        </Link>
      )}
      <StateBadge tone={state.tone} icon={state.icon}>
        {outcome === null ? state.words : t(`domain:outcome.${outcome.kind}`)}
      </StateBadge>
      <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
        {[format.moment(entry.at, clock.now()), line.name, what].filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}
