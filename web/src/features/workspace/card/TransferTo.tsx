// Where a conversation is transferred to: a colleague, a team, a number of ours, or one outside.

import { Button, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "@/api/client";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { useConsult, useTransfer, type TransferTarget } from "../actions";

interface Props {
  agent: AgentView;
  lineId: string | null;
  close: () => void;
}

type Where = "inside" | "outside";

export function TransferTo({ agent, lineId, close }: Props) {
  const t = useWords();
  const [where, go] = useState<Where>("inside");
  const [chosen, choose] = useState<string | null>(null);
  const [number, type] = useState("");
  const transfer = useTransfer(agent.id);
  const consult = useConsult(agent.id);
  const targets = useTargets(agent, lineId);
  const target = where === "outside" ? outside(number) : chosen === null ? null : readTarget(chosen);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (target !== null) transfer.mutate(target, { onSuccess: close });
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t("workspace:talk.transfer_where")}
          value={where}
          onChange={(wanted) => {
            transfer.reset();
            go(wanted);
          }}
          data={(["inside", "outside"] as const).map((value) => ({ value, label: t(`workspace:talk.${value}`) }))}
        />
        {where === "inside" ? (
          <Select
            searchable
            label={t("workspace:talk.transfer_to")}
            placeholder={t("workspace:talk.transfer_choose")}
            nothingFoundMessage={t("workspace:talk.nobody")}
            comboboxProps={{ withinPortal: false }}
            data={targets}
            value={chosen}
            onChange={choose}
          />
        ) : (
          <TextInput
            type="tel"
            autoComplete="off"
            label={t("workspace:talk.outside_number")}
            description={t("workspace:talk.outside_words")}
            value={number}
            onChange={(event) => {
              type(event.currentTarget.value);
            }}
          />
        )}
        <Problem error={transfer.error ?? consult.error} />
        {target?.to === "agent" && (
          <Button
            variant="default"
            loading={consult.isPending}
            onClick={() => {
              consult.mutate(target.id, { onSuccess: close });
            }}
          >
            {t("workspace:talk.consult")}
          </Button>
        )}
        <Button type="submit" disabled={target === null} loading={transfer.isPending}>
          {t("workspace:talk.transfer")}
        </Button>
      </Stack>
    </form>
  );
}

const outside = (number: string): TransferTarget | null =>
  number.trim() === "" ? null : { to: "number", id: number.trim() };

function readTarget(chosen: string): TransferTarget {
  const [to, ...id] = chosen.split(" ");
  return { to: to as TransferTarget["to"], id: id.join(" ") };
}

function useTargets(agent: AgentView, lineId: string | null) {
  const t = useWords();
  const agents = useLive((live) => live.agents);
  const teams = useQuery({ queryKey: ["teams"], queryFn: () => ask(api.GET("/api/v1/teams")) });
  const lines = useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });
  return [
    {
      group: t("workspace:talk.colleagues"),
      items: [...agents.values()]
        .filter(({ id }) => id !== agent.id)
        .map(({ id, name, condition }) => ({
          value: `agent ${id}`,
          label: condition === "available" ? name : t("workspace:talk.away", { name }),
          disabled: condition !== "available",
        })),
    },
    {
      group: t("workspace:talk.teams"),
      items: (teams.data ?? []).map(({ id, settings }) => ({ value: `team ${id}`, label: settings.name })),
    },
    {
      group: t("workspace:talk.numbers"),
      items: (lines.data ?? [])
        .filter(({ id }) => id !== lineId)
        .map(({ id, settings }) => ({ value: `line ${id}`, label: settings.name })),
    },
  ];
}
