// The filters of the history: the usual ones in sight, the others a click away.

import { Button, Collapse, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { CALL_TYPES } from "@/ui/callType";
import { useTags } from "@/ui/tags";
import classes from "./History.module.css";
import { useLines, useTeams } from "./queries";
import { DIRECTIONS, OUTCOMES, REASONS, countFilters, type HistorySearch } from "./search";

const TYPED_AFTER_MS = 300;
/** Filters that are always in sight, taken away. */
const IN_SIGHT: HistorySearch = { number: undefined, since: undefined, until: undefined, type: undefined };

interface Props {
  search: HistorySearch;
  choose: (search: HistorySearch) => void;
}

export function Filters({ search, choose }: Props) {
  const t = useWords();
  const id = useId();
  const more = countFilters({ ...search, ...IN_SIGHT });
  const [open, setOpen] = useState(more > 0);
  return (
    <div role="group" aria-label={t("history:filters")} className={classes.filters}>
      <div className={classes.fields}>
        <NumberField search={search} choose={choose} />
        {(["since", "until"] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            size="xs"
            label={t(`history:${end}`)}
            value={search[end] ?? ""}
            onChange={(event) => {
              choose({ ...search, [end]: event.currentTarget.value || undefined });
            }}
          />
        ))}
        <Choice name="type" values={CALL_TYPES.map((value) => ({ value, label: t(`domain:type.${value}`) }))} search={search} choose={choose} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {more === 0 ? t("history:more_filters") : t("history:more_filters_set", { n: more })}
        </Button>
      </div>
      <Collapse expanded={open} id={id} transitionDuration={120}>
        <OtherFields search={search} choose={choose} />
      </Collapse>
    </div>
  );
}

function NumberField({ search, choose }: Props) {
  const t = useWords();
  const [typed, type] = useState(search.number ?? "");
  const [known, know] = useState(search.number);
  if (known !== search.number) {
    know(search.number);
    type(search.number ?? "");
  }
  const look = useDebouncedCallback((number: string) => {
    know(number || undefined);
    choose({ ...search, number: number || undefined });
  }, TYPED_AFTER_MS);
  return (
    <TextInput
      size="xs"
      type="search"
      inputMode="tel"
      label={t("history:number")}
      placeholder="06 12 34…"
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => {
        type(event.currentTarget.value);
        look(event.currentTarget.value);
      }}
    />
  );
}

function OtherFields({ search, choose }: Props) {
  const t = useWords();
  const maySeeTeams = useMay("settings.see");
  const agents = useLive((live) => live.agents);
  const lines = useLines().data ?? [];
  const teams = useTeams(maySeeTeams).data ?? [];
  const tags = useTags();
  const given = { search, choose };
  return (
    <div className={`${classes.fields} ${classes.others}`}>
      <Choice {...given} name="line" values={lines.map(({ id, settings }) => ({ value: id, label: settings.name }))} />
      <Choice {...given} name="direction" values={DIRECTIONS.map((value) => ({ value, label: t(`history:direction.${value}`) }))} />
      <Choice {...given} name="agent" values={[...agents.values()].map(({ id, name }) => ({ value: id, label: name }))} />
      {maySeeTeams && <Choice {...given} name="team" values={teams.map(({ id, settings }) => ({ value: id, label: settings.name }))} />}
      <Choice {...given} name="tag" values={tags.map(({ id, name }) => ({ value: id, label: name }))} />
      <Choice {...given} name="outcome" values={OUTCOMES.map((value) => ({ value, label: t(`domain:outcome.${value}`) }))} />
      <Choice {...given} name="reason" values={REASONS.map((value) => ({ value, label: t(`domain:reason.${value}`) }))} />
    </div>
  );
}

type Chosen = "type" | "line" | "direction" | "agent" | "team" | "tag" | "outcome" | "reason";

interface ChoiceProps extends Props {
  name: Chosen;
  values: { value: string; label: string }[];
}

function Choice({ name, values, search, choose }: ChoiceProps) {
  const t = useWords();
  return (
    <Select
      size="xs"
      clearable
      searchable={values.length > 8}
      clearButtonProps={{ "aria-label": t("history:clear_one", { what: t(`history:filter.${name}`) }) }}
      label={t(`history:filter.${name}`)}
      placeholder={t("history:any")}
      nothingFoundMessage={t("history:nothing_found")}
      value={search[name] ?? null}
      onChange={(value) => {
        choose({ ...search, [name]: value ?? undefined });
      }}
      data={values}
    />
  );
}
