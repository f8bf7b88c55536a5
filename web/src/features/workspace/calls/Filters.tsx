import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { CALL_TYPES, type CallType } from "@/ui/callType";
import { useTags } from "@/ui/tags";
import classes from "./Calls.module.css";
import type { CallFilter } from "./filter";

interface Props {
  filter: CallFilter;
  choose: (filter: CallFilter) => void;
}

export function Filters({ filter, choose }: Props) {
  const t = useWords();
  const agents = useLive((live) => live.agents);
  const lines = useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });
  const tags = useTags();
  const shared = { size: "xs", clearable: true, allowDeselect: true, placeholder: t("workspace:calls.any") } as const;
  return (
    <div className={classes.filters} role="group" aria-label={t("workspace:calls.filters")}>
      {(["since", "until"] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          label={t(`workspace:calls.${end}`)}
          value={filter[end]}
          onChange={(event) => {
            choose({ ...filter, [end]: event.currentTarget.value });
          }}
        />
      ))}
      <Select
        {...shared}
        label={t("workspace:calls.teammate")}
        value={filter.agentId}
        onChange={(agentId) => {
          choose({ ...filter, agentId });
        }}
        data={[...agents.values()].map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...shared}
        label={t("workspace:calls.number")}
        value={filter.lineId}
        onChange={(lineId) => {
          choose({ ...filter, lineId });
        }}
        data={(lines.data ?? []).map(({ id, settings }) => ({ value: id, label: settings.name }))}
      />
      <Select
        {...shared}
        label={t("workspace:calls.type")}
        value={filter.type}
        onChange={(type) => {
          choose({ ...filter, type: type as CallType | null });
        }}
        data={CALL_TYPES.map((type) => ({ value: type, label: t(`domain:type.${type}`) }))}
      />
      <Select
        {...shared}
        label={t("workspace:calls.tag")}
        value={filter.tag}
        onChange={(tag) => {
          choose({ ...filter, tag });
        }}
        data={tags.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  );
}
