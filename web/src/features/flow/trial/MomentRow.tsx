// One moment of a caller's way: what happened, what is heard, and what the caller could do instead.

import { Button, Group } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Listen } from "@/ui/messages/Listen";
import { isTold, useSentence } from "@/ui/sentence";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { stepById } from "../model";
import { useTitles } from "../titles";
import { doingNothing, hangingUp, pressing, type Moment, type Wish } from "./trial";

interface Props {
  moment: Moment;
  inbound: string;
  wish: Wish;
  want: (wish: Wish) => void;
}

const REACTION_SECONDS = 1;
/** When a caller can do something that matters. */
const CHOOSING = new Set(["audio-started", "menu-started", "queue-joined"]);

export function MomentRow({ moment: { event, seconds, step }, inbound, wish, want }: Props) {
  const t = useWords();
  const format = useFormat();
  const titles = useTitles();
  const sentence = useSentence();
  const { editor, outline, dispatch } = useEditor();
  const at = stepById(editor.flow, step);
  const isCaller = event.call_id === inbound || (event as { item_id?: string }).item_id === inbound;
  const after = Math.round((seconds + REACTION_SECONDS) * 10) / 10;
  const pressed = wish.presses.find((press) => press.after_seconds === after)?.digit ?? (wish.hangsUp === after ? "hang-up" : null);
  const keys = event.name === "menu-started" && at?.kind === "menu" ? at.choices.map(({ digit }) => digit) : ["*"];
  const change = (wanted: Wish) => {
    want(wanted);
  };
  return (
    <li className={classes.moment}>
      <button
        type="button"
        className={classes.momentButton}
        aria-current={at !== undefined && editor.selected === at.id ? "true" : undefined}
        onClick={() => { if (at !== undefined) dispatch({ type: "select", id: at.id }); }}
      >
        <span className={`${classes.clock} figures`}>{clock(seconds)}</span>
        <span>
          {isTold(event) ? sentence(event, [inbound]) : t("flow:trial.heard")}
          {at !== undefined && <span className={classes.where}>{`${String(outline.numbers.get(at.id) ?? "")} ${titles.step(at)}`}</span>}
        </span>
      </button>
      <div className={classes.momentMore}>
        {event.prompt != null && (
          <Group gap="xs">
            <span className={classes.quote}>{titles.message(event.prompt)}</span>
            <Listen prompt={event.prompt} name={`${titles.message(event.prompt)}, ${format.duration(seconds * 1000)}`} />
          </Group>
        )}
        {isCaller && CHOOSING.has(event.name) && (
          <Group gap={4} role="group" aria-label={`${t("flow:trial.caller")}, ${clock(seconds)}`}>
            {keys.map((digit) => (
              <Do key={digit} label={t("flow:trial.press", { digit })} isDone={pressed === digit} onClick={() => { change(pressing(wish, after, digit)); }} />
            ))}
            <Do label={t("flow:trial.nothing")} isDone={pressed === null} onClick={() => { change(doingNothing(wish, after)); }} />
            <Do label={t("flow:trial.hang_up")} isDone={pressed === "hang-up"} onClick={() => { change(hangingUp(wish, after)); }} />
          </Group>
        )}
      </div>
    </li>
  );
}

function Do({ label, isDone, onClick }: { label: string; isDone: boolean; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant={isDone ? "filled" : "default"} aria-pressed={isDone} onClick={onClick}>
      {label}
    </Button>
  );
}

/** Minutes and seconds from the beginning of the call: `1:05`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, "0")}`;
}
