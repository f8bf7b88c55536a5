// The result in a few sentences, and how far it is to be believed.

import { IconArrowDownRight, IconArrowUpRight, IconEqual } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { useDates } from "@/ui/charts/dates";
import classes from "./WhatIf.module.css";
import { FIGURES, differenceIn, helped, type Difference, type Figure, type Result } from "./result";
import { useWritten } from "./written";

const TOLD = ["abandoned", "completed", "live_mean", "callback_mean"];

export function Words({ result, isList }: { result: Result; isList: boolean }) {
  const t = useWords();
  const dates = useDates();
  const write = useWritten();
  const { same_settings: same, other_settings: other, as_it_was: real, not_replayed: left } = result;
  const more = helped(other) - helped(same);
  const told = FIGURES.filter(({ name }) => TOLD.includes(name));
  return (
    <div className={classes.words}>
      <p className={classes.lead}>
        {more === 0
          ? t("what_if:lead.same", { n: write.count(helped(same)) })
          : t(more > 0 ? "what_if:lead.more" : "what_if:lead.fewer", { count: Math.abs(more), n: write.count(Math.abs(more)), before: write.count(helped(same)), after: write.count(helped(other)) })}
      </p>
      <ul className={classes.told}>
        {told.map((figure) => (
          <Sentence key={figure.name} figure={figure} result={result} />
        ))}
      </ul>
      <p className={classes.trust}>
        {t(isList ? "what_if:trust_list" : "what_if:trust", {
          span: dates.span(Date.parse(result.from), Date.parse(result.until) - (isList ? 0 : 1)),
          real: write.count(real.abandoned),
          same: write.count(same.abandoned),
        })}
        {(left?.under_way_at_the_beginning ?? 0) > 0 && ` ${t("what_if:under_way", { count: left?.under_way_at_the_beginning ?? 0 })}`}
        {(left?.phone_system_losses ?? 0) > 0 && ` ${t("what_if:losses", { count: left?.phone_system_losses ?? 0 })}`}
      </p>
    </div>
  );
}

function Sentence({ figure, result }: { figure: Figure; result: Result }) {
  const t = useWords();
  const write = useWritten();
  const [before, after] = [figure.read(result.same_settings), figure.read(result.other_settings)];
  const difference = differenceIn(figure, result);
  if (before === null && after === null) return null;
  const written = (value: number | null) => (value === null ? "–" : write[figure.sort](value));
  return (
    <li>
      <span>{t(before === null ? "what_if:sentence_first" : "what_if:sentence", { what: t(`what_if:figure.${figure.name as "calls"}`), before: written(before), after: written(after) })}</span>
      {difference !== null && <DifferenceWords difference={difference} sort={figure.sort} />}
    </li>
  );
}

export function DifferenceWords({ difference: { by, tone }, sort }: { difference: Difference; sort: Figure["sort"] }) {
  const t = useWords();
  const write = useWritten();
  const Arrow = by > 0 ? IconArrowUpRight : by < 0 ? IconArrowDownRight : IconEqual;
  return (
    <span className={classes.difference} data-tone={tone}>
      <Arrow size={14} aria-hidden />
      {by === 0 ? t("what_if:unchanged") : write.change(by, sort)}
      {tone !== "neutral" && <span className={classes.tone}>{t(`what_if:tone.${tone}`)}</span>}
    </span>
  );
}
