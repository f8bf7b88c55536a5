// Whom the list shows: a text, and what people are; all of it stands in the address.

import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import classes from "./People.module.css";
import { PHONES, ROLES, STATES, type PeopleSearch } from "./people";
import type { TeamView } from "./queries";

const TYPED_AFTER_MS = 200;
const ANY = "";

interface Props {
  search: PeopleSearch;
  choose: (search: PeopleSearch) => void;
  teams: readonly TeamView[];
  mayManage: boolean;
}

export function Filters({ search, choose, teams, mayManage }: Props) {
  const t = useWords();
  const [typed, type] = useState(search.q ?? "");
  const tell = useDebouncedCallback((q: string) => {
    choose({ ...search, q });
  }, TYPED_AFTER_MS);
  const choices = {
    role: ROLES.map((value) => ({ value: value as string, label: t(`user.role_${value}`) })),
    team: teams.map(({ id, settings }) => ({ value: id, label: settings.name })),
    state: STATES.map((value) => ({ value: value as string, label: t(`people:state.${value}`) })),
    phone: PHONES.map((value) => ({ value: value as string, label: t(`people:phone.${value}`) })),
  };
  const names = mayManage ? (["role", "team", "state", "phone"] as const) : (["team", "phone"] as const);
  return (
    <div role="group" aria-label={t("people:list.filters")} className={classes.filters}>
      <TextInput
        size="xs"
        label={t("people:list.search")}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => {
          type(event.currentTarget.value);
          tell(event.currentTarget.value);
        }}
      />
      {names.map((name) => (
        <Select
          key={name}
          size="xs"
          label={t(`people:list.${name}`)}
          data={[{ value: ANY, label: t("people:list.any") }, ...choices[name]]}
          value={search[name] ?? ANY}
          onChange={(value) => {
            choose({ ...search, q: typed, [name]: value === null || value === ANY ? undefined : value });
          }}
        />
      ))}
    </div>
  );
}
