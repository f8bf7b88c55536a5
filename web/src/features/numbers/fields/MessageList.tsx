// Messages played in turn, as a setting.

import { MessagesInTurn } from "@/ui/messages/MessagesInTurn";
import type { Path } from "../paths";
import { useSetting, useSheet } from "../sheet";
import classes from "../Numbers.module.css";

interface Props {
  path: Path;
  label: string;
  help: string;
  ready: readonly string[];
}

export function MessageList({ path, ...said }: Props) {
  const { line, messages } = useSheet();
  const { value, set, problem, disabled, isChanged } = useSetting<string[]>(path);
  return (
    <div className={classes.field} data-changed={isChanged}>
      <MessagesInTurn {...said} prompts={value} set={set} messages={messages} language={line.settings.language} problem={problem} disabled={disabled} />
    </div>
  );
}
