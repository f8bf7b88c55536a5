// What stands around every setting: its name, what it is for, its bounds, and the way back to the default.

import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/words";
import { isSame } from "@/ui/sheet/useChanges";
import type { Path } from "../paths";
import { useSetting } from "../sheet";
import classes from "../Numbers.module.css";

interface Props {
  path: Path;
  /** The default in words, where the bare value says too little. */
  told?: string;
  /** The default, where the API cannot know it. */
  fallback?: unknown;
  children: ReactNode;
}

/** A setting with a button that gives it its default back, where it has another value. */
export function Field({ path, told, fallback, children }: Props) {
  const t = useWords();
  const { value, set, bounds, disabled, isChanged } = useSetting(path);
  const usual = fallback ?? bounds.default;
  const resettable = usual !== undefined && !disabled && !isSame(value, usual);
  return (
    <div className={classes.field} data-changed={isChanged}>
      {children}
      {resettable && (
        <Group justify="flex-start">
          <Button
            size="compact-xs"
            variant="subtle"
            className={classes.reset}
            onClick={() => {
              set(usual);
            }}
          >
            {t("numbers:reset", { value: told ?? String(usual) })}
          </Button>
        </Group>
      )}
    </div>
  );
}
