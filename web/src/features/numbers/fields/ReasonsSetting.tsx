import { TagsInput } from "@mantine/core";
import { useAwayReasons } from "@/ui/away";
import type { Path } from "../paths";
import { useSetting } from "../sheet";
import { Field } from "./Field";

const REASONS_MAX = 12;
const LENGTH_MAX = 40;

interface Props {
  path: Path;
  label: string;
  help: string;
}

/** What agents choose from: the usual reasons in the reader's language, and the company's own words. */
export function ReasonsSetting({ path, label, help }: Props) {
  const { shown, written } = useAwayReasons();
  const { value, set, problem, disabled } = useSetting<readonly string[] | null>(path);
  const reasons = value ?? [];
  return (
    <Field path={path}>
      <TagsInput
        label={label}
        description={help}
        value={reasons.map(shown)}
        onChange={(texts) => {
          set(texts.map((text) => written(text.slice(0, LENGTH_MAX).trim())));
        }}
        maxTags={REASONS_MAX}
        error={problem}
        disabled={disabled}
      />
    </Field>
  );
}
