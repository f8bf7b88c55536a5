// What people put on a call, to be read: its tags and notes.

import { Text } from "@mantine/core";
import type { CallRecordView } from "@/api/views";
import { CallTags } from "@/ui/CallTags";
import classes from "./Conversation.module.css";

export function TagsAndNotes({ call }: { call: CallRecordView }) {
  return (
    <>
      <CallTags call={call} />
      {call.notes.map((note) => (
        <Text key={note.id} size="sm" className={classes.note}>
          {note.text}
        </Text>
      ))}
    </>
  );
}
