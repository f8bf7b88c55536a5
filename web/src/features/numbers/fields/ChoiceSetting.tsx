import { Badge, Group, Radio, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/words";
import type { Path } from "../paths";
import { useSetting } from "../sheet";
import classes from "../Numbers.module.css";
import { Field } from "./Field";

export interface Choice {
  value: string;
  label: string;
  help: string;
  recommended?: boolean;
  /** What belongs to this choice alone, shown while it is chosen. */
  details?: ReactNode;
}

interface Props {
  path: Path;
  label: string;
  help?: string;
  choices: readonly Choice[];
}

/** One of a few ways, each with what it means. */
export function ChoiceSetting({ path, label, help, choices }: Props) {
  const t = useWords();
  const { value, set, problem, disabled, bounds } = useSetting<string>(path);
  const usual = choices.find((each) => each.value === bounds.default);
  return (
    <Field path={path} told={usual?.label}>
      <Radio.Group label={label} description={help} value={value} onChange={set} error={problem}>
        <Stack gap="xs" mt="xs">
          {choices.map((choice) => (
            <div key={choice.value} className={classes.choice} data-chosen={choice.value === value}>
              <Radio
                value={choice.value}
                disabled={disabled}
                label={
                  <Group gap="xs" component="span">
                    {choice.label}
                    {choice.recommended === true && (
                      <Badge component="span" size="sm" variant="light" className={classes.recommended}>
                        {t("numbers:recommended")}
                      </Badge>
                    )}
                  </Group>
                }
                description={choice.help}
              />
              {choice.value === value && choice.details !== undefined && (
                <div className={classes.details}>{choice.details}</div>
              )}
            </div>
          ))}
        </Stack>
      </Radio.Group>
      {disabled && <Text className="spoken">{t("numbers:read_only_spoken")}</Text>}
    </Field>
  );
}
