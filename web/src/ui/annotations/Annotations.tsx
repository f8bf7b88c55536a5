// Notes and tags of a call, while it goes on, in wrap-up, and afterwards (R30).

import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CallRecordView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import classes from "./Annotations.module.css";
import { TagRow } from "./TagRow";
import { useAnnotate, useAnnotated, type Deed } from "./queries";

export const NOTE_LENGTH_MAX = 4_000;

interface Props {
  callId: string;
  /** Who writes; null for somebody who is no agent. */
  agentId: string | null;
}

export function Annotations({ callId, agentId }: Props) {
  const t = useWords();
  const { data: call, error, isPending, refetch } = useAnnotated(callId);
  const annotate = useAnnotate(callId, agentId);
  const [text, write] = useState("");
  if (isPending) return <LoadingRows rows={2} height={28} />;
  if (call === undefined) return <Problem error={error} retry={() => void refetch()} />;
  return (
    <Stack gap="xs" role="group" aria-label={t("workspace:notes.title")}>
      <TagRow call={call} annotate={annotate.mutate} busy={annotate.isPending} />
      {call.notes.length > 0 && (
        <ul className={classes.notes} aria-label={t("workspace:notes.notes")}>
          {call.notes.map((note) => (
            <Note key={note.id} note={note} mine={note.agent_id === agentId} annotate={annotate.mutate} busy={annotate.isPending} />
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          annotate.mutate(
            { what: "write", text },
            {
              onSuccess: () => {
                write("");
              },
            },
          );
        }}
      >
        <Stack gap={6}>
          <Textarea
            size="sm"
            autosize
            minRows={1}
            maxRows={8}
            maxLength={NOTE_LENGTH_MAX}
            aria-label={t("workspace:notes.write")}
            placeholder={t("workspace:notes.write")}
            value={text}
            onChange={(event) => {
              write(event.currentTarget.value);
            }}
          />
          {text.trim() !== "" && (
            <Button type="submit" size="xs" variant="default" loading={annotate.isPending} className={classes.save}>
              {t("workspace:notes.save")}
            </Button>
          )}
        </Stack>
      </form>
      <Problem error={annotate.error} />
    </Stack>
  );
}

interface NoteProps {
  note: CallRecordView["notes"][number];
  mine: boolean;
  annotate: (deed: Deed) => void;
  busy: boolean;
}

function Note({ note, mine, annotate, busy }: NoteProps) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const { clock } = useLiveStore();
  const [draft, edit] = useState<string | null>(null);
  const who = note.agent_id === null ? t("user.operator") : agentName(note.agent_id);
  if (draft !== null) {
    return (
      <li className={classes.note}>
        <Textarea
          size="sm"
          autosize
          autoFocus
          maxLength={NOTE_LENGTH_MAX}
          aria-label={t("workspace:notes.edit")}
          value={draft}
          onChange={(event) => {
            edit(event.currentTarget.value);
          }}
        />
        <Group gap={6} mt={6}>
          <Button
            size="xs"
            disabled={draft.trim() === "" || busy}
            onClick={() => {
              annotate({ what: "edit", noteId: note.id, text: draft });
              edit(null);
            }}
          >
            {t("action.save")}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              edit(null);
            }}
          >
            {t("action.cancel")}
          </Button>
        </Group>
      </li>
    );
  }
  return (
    <li className={classes.note}>
      <Text size="sm" className={classes.text}>
        {note.text}
      </Text>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {`${who} · ${format.moment(note.edited_at ?? note.written_at, clock.now())}`}
        </Text>
        {mine && (
          <>
            <button
              type="button"
              className={classes.action}
              onClick={() => {
                edit(note.text);
              }}
            >
              {t("workspace:notes.edit")}
            </button>
            <button
              type="button"
              className={classes.action}
              disabled={busy}
              onClick={() => {
                annotate({ what: "delete", noteId: note.id });
              }}
            >
              {t("workspace:notes.delete")}
            </button>
          </>
        )}
      </Group>
    </li>
  );
}
