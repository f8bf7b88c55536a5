// What is different between two Smartflows, in words.

import { Text } from "@mantine/core";
import { useMemo } from "react";
import i18next from "i18next";
import { useFormat } from "@/i18n/format";
import type { en } from "@/i18n/catalogues";
import { useWords } from "@/i18n/words";
import { differencesBetween, type Difference, type WayName } from "./differences";
import classes from "./Flow.module.css";
import { stepById, type Exit, type FlowSettings, type Step } from "./model";
import { useTitles } from "./titles";

interface Props {
  was: FlowSettings;
  is: FlowSettings;
}

export function Differences({ was, is }: Props) {
  const t = useWords();
  const sentence = useSentence(was, is);
  const found = useMemo(() => differencesBetween(was, is), [was, is]);
  if (found.length === 0) return <Text size="sm">{t("flow:difference.none")}</Text>;
  return (
    <ul className={classes.differences}>
      {found.map((difference, index) => (
        <li key={index}>{sentence(difference)}</li>
      ))}
    </ul>
  );
}

function useSentence(was: FlowSettings, is: FlowSettings): (difference: Difference) => string {
  const t = useWords();
  const titles = useTitles();
  const valueOf = useValue();
  const named = (flow: FlowSettings, id: string) => {
    const step = stepById(flow, id);
    return step === undefined ? t("flow:difference.nowhere") : titles.step(step);
  };
  const wayOf = (step: Step, way: WayName) => (way.startsWith("key ") ? t("flow:way.key", { digit: way.slice("key ".length) }) : titles.way(step, way as Exit));
  return (difference) => {
    switch (difference.kind) {
      case "name":
        return t("flow:difference.name", difference);
      case "start":
        return t("flow:difference.start", { was: named(was, difference.was), is: named(is, difference.is) });
      case "added":
      case "removed":
        return t(`flow:difference.${difference.kind}`, { step: titles.step(difference.step) });
      case "way":
        return t("flow:difference.way", { step: titles.step(difference.step), way: wayOf(difference.step, difference.way), was: named(was, difference.was), is: named(is, difference.is) });
      case "way-added":
        return t("flow:difference.way_added", { step: titles.step(difference.step), way: wayOf(difference.step, difference.way), is: named(is, difference.is) });
      case "way-removed":
        return t("flow:difference.way_removed", { step: titles.step(difference.step), way: wayOf(difference.step, difference.way) });
      case "setting": {
        const field = fieldName(difference.step, difference.field);
        const about = { step: titles.step(difference.step), field: field === null ? difference.field : t(`flow:field.${field}`) };
        const [before, after] = [valueOf(difference.field, difference.was), valueOf(difference.field, difference.is)];
        if (before === null || after === null) return t("flow:difference.setting_changed", about);
        return t("flow:difference.setting", { ...about, was: before, is: after });
      }
    }
  };
}

type FieldWords = keyof typeof en.flow.field;

function fieldName(step: Step, field: string): FieldWords | null {
  const names = [field, `${field}_${step.kind}`];
  return (names.find((name) => i18next.exists(`field.${name}`, { ns: "flow" })) as FieldWords | undefined) ?? null;
}

/** Write a value as people say it; null for what is too much to say. */
function useValue(): (field: string, value: unknown) => string | null {
  const t = useWords();
  const format = useFormat();
  const titles = useTitles();
  return (field, value) => {
    if (typeof value === "boolean") return t(value ? "flow:field.yes" : "flow:field.no");
    if (typeof value === "number") return field.endsWith("_seconds") ? format.duration(value * 1000) : format.number(value);
    if (field === "rule") return t(`flow:field.rule_${value as "random"}`);
    if (field === "prompt") return titles.message(value as string | null);
    if (field === "offer_above_seconds") return t("flow:field.always");
    if (field === "target") return titles.gist({ kind: "ring", id: "", next: "", target: value as { team_id: string } });
    if (field === "line_id") return titles.gist({ kind: "redirect-to-line", id: "", line_id: String(value) });
    return typeof value === "string" ? value : null;
  };
}
