// What the list is narrowed to: a number, a queue, calls or callbacks, a state.

import { Select } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import classes from "./Monitoring.module.css";
import { useLines } from "./queries";
import { KINDS, STATES, type BoardSearch } from "./search";

interface Props {
  search: BoardSearch;
  choose: (search: BoardSearch) => void;
}

interface Option {
  value: string;
  label: string;
}

export function Filters({ search, choose }: Props) {
  const t = useWords();
  const queues = useLive((live) => live.queues);
  const lines = useLines().data ?? [];
  const options: Record<keyof BoardSearch, readonly Option[]> = {
    line: lines.map(({ id, settings }) => ({ value: id, label: settings.name })),
    queue: [...queues.values()].map(({ id, name }) => ({ value: id, label: name })).sort((one, other) => one.label.localeCompare(other.label)),
    kind: KINDS.map((value) => ({ value, label: t(`monitoring:entries.${value}`) })),
    state: STATES.map((value) => ({ value, label: t(`monitoring:status.${value}`) })),
  };
  return (
    <div role="group" aria-label={t("monitoring:filter.title")} className={classes.filters}>
      {NAMES.map((name) => (
        <Select
          key={name}
          size="xs"
          aria-label={t(`monitoring:filter.${name}`)}
          placeholder={t(`monitoring:filter.any_${name}`)}
          data={known(options[name], search[name])}
          value={search[name] ?? null}
          clearable
          allowDeselect
          clearButtonProps={{ "aria-label": t("monitoring:filter.any", { what: t(`monitoring:filter.${name}`) }) }}
          comboboxProps={{ withinPortal: true }}
          onChange={(value) => {
            choose({ ...search, [name]: value ?? undefined });
          }}
        />
      ))}
    </div>
  );
}

const NAMES = ["line", "queue", "kind", "state"] as const;

/** A queue that has gone stays chosen until somebody chooses another. */
const known = (options: readonly Option[], value: string | undefined): Option[] =>
  value === undefined || options.some((each) => each.value === value) ? [...options] : [...options, { value, label: value }];
