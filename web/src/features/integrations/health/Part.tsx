// One part of the installation: how it does in a word, a sentence, and what to do about it.

import { Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useId, type ReactNode } from "react";
import { useWords } from "@/i18n/words";
import { StateBadge, type StateTone } from "@/ui/StateBadge";
import classes from "../Integrations.module.css";
import type { Level } from "./judge";

export const TONES: Record<Level, StateTone> = { well: "talking", careful: "late", broken: "failed" };
export const ICONS = { well: IconCircleCheck, careful: IconAlertTriangle, broken: IconCircleX } as const;

interface Props {
  title: string;
  level: Level;
  words: string;
  todo?: string | undefined;
  children?: ReactNode;
}

export function Part({ title, level, words, todo, children }: Props) {
  const t = useWords();
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.partHead}>
        <h2 id={id}>{title}</h2>
        <StateBadge tone={TONES[level]} icon={ICONS[level]}>
          {t(`integrations:health.level.${level}`)}
        </StateBadge>
      </div>
      <Text size="sm">{words}</Text>
      {todo !== undefined && level !== "well" && (
        <Text size="sm">
          <strong>{t("integrations:health.todo")}</strong> {todo}
        </Text>
      )}
      {children}
    </section>
  );
}
