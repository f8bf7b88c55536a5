// Transferring a conversation: choose a colleague, a team or a number, and let it go on there.

import { Button, Popover, Select, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowForwardUp } from "@tabler/icons-react";
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
}

export function Transfer({ agent, lineId }: Props) {
  const t = useWords();
  const [opened, { close, toggle }] = useDisclosure(false);
  const [chosen, choose] = useState<string | null>(null);
  const transfer = useTransfer(agent.id);
  const consult = useConsult(agent.id);
  const targets = useTargets(agent, lineId);
  const target = chosen === null ? null : readTarget(chosen);
  return (
    <Popover opened={opened} onDismiss={close} trapFocus width={300} shadow="md" position="top">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {t("workspace:talk.transfer")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("workspace:talk.transfer_to")}>
        <Stack gap="sm">
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
          <Button
            disabled={target === null}
            loading={transfer.isPending}
            onClick={() => {
              if (target !== null) transfer.mutate(target, { onSuccess: close });
            }}
          >
            {t("workspace:talk.transfer")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

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
