// The tags of a call, each with its colour.

import type { CallRecordView } from "@/api/views";
import classes from "./CallTags.module.css";
import { useTags } from "./tags";

export function CallTags({ call }: { call: CallRecordView }) {
  const tags = useTags();
  const shown = [...tags.filter(({ id }) => call.tags.some((tag) => tag === id)), ...call.own_tags];
  if (shown.length === 0) return null;
  return (
    <div className={classes.tags}>
      {shown.map(({ id, name, colour }) => (
        <span key={id} className={classes.tag}>
          <i style={{ background: colour }} aria-hidden />
          {name}
        </span>
      ))}
    </div>
  );
}
