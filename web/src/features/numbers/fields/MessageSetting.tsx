// Which message callers hear, as a setting.

import type { Path } from "../paths";
import { useSetting, useSheet } from "../sheet";
import { MessagePicker } from "@/ui/messages/MessagePicker";
import { useMessageTitle } from "@/ui/messages/titles";
import { Field } from "./Field";

interface Props {
  path: Path;
  label: string;
  help: string;
  /** The ready messages that fit here. */
  ready: readonly string[];
  /** Whether there may be none; how that is said. */
  none?: string;
}

export function MessageSetting({ path, ready, none, ...said }: Props) {
  const { line, messages } = useSheet();
  const { value, set, problem, disabled } = useSetting<string | null>(path);
  const title = useMessageTitle();
  const { language } = line.settings;
  const first = ready[0];
  const usual = none === undefined && first !== undefined ? messages.find(({ prompt }) => prompt === `${language}/${first}`) : undefined;
  return (
    <Field path={path} fallback={usual?.prompt} told={usual && title(usual)}>
      <MessagePicker {...said} value={value} set={set} messages={messages} language={language} ready={ready} none={none} problem={problem} disabled={disabled} />
    </Field>
  );
}
