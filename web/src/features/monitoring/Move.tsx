// Moving a waiting callback: to the front, to another ring step or to one agent, knowing whom it overtakes.

import { Button, Group, Radio, Select, Stack } from "@mantine/core";
import { useState } from "react";
import type { components } from "@/api/schema";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { useCustomerName } from "@/ui/customer";
import type { ActionProps } from "./RowDialog";
import { useMove, useMoves, type Target } from "./queries";

type Choices = components["schemas"]["MoveChoices"];
type To = Target["to"];

const NAMES_SHOWN = 4;

export function Move({ callbackId, close }: ActionProps) {
  const t = useWords();
  const { data, error } = useMoves(callbackId);
  const move = useMove(callbackId);
  const [to, go] = useState<To>("front");
  const [stepId, chooseStep] = useState<string | null>(null);
  const [agentId, chooseAgent] = useState<string | null>(null);
  if (data === undefined && error === null) return <LoadingRows rows={2} />;
  const target = targetOf(to, stepId, agentId, data);
  return (
    <Stack>
      {data !== undefined && (
        <Radio.Group
          aria-label={t("monitoring:menu.move")}
          value={to}
          onChange={(wanted) => {
            go(wanted as To);
          }}
        >
          <Stack gap="md">
            <Front overtaken={data.overtaken} />
            {data.steps.length > 0 && (
              <Place
                to="step"
                chosen={to === "step"}
                value={stepId}
                choose={chooseStep}
                data={data.steps.map(({ step_id, name, waiting }) => ({
                  value: step_id,
                  label: t("monitoring:move.step_option", { name, n: waiting }),
                }))}
              />
            )}
            {data.agents.length > 0 && (
              <Place
                to="agent"
                chosen={to === "agent"}
                value={agentId}
                choose={chooseAgent}
                data={data.agents.map(({ agent_id, name }) => ({ value: agent_id, label: name }))}
              />
            )}
          </Stack>
        </Radio.Group>
      )}
      <Problem error={move.error ?? error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t("monitoring:move.leave")}
        </Button>
        <Button
          disabled={target === null}
          loading={move.isPending}
          onClick={() => {
            if (target !== null) move.mutate(target, { onSuccess: close });
          }}
        >
          {t("monitoring:move.do")}
        </Button>
      </Group>
    </Stack>
  );
}

function targetOf(to: To, stepId: string | null, agentId: string | null, choices: Choices | undefined): Target | null {
  if (choices === undefined) return null;
  switch (to) {
    case "front":
      return choices.overtaken.length > 0 ? { to } : null;
    case "step":
      return stepId === null ? null : { to, step_id: stepId };
    case "agent":
      return agentId === null ? null : { to, agent_id: agentId };
  }
}

function Front({ overtaken }: Pick<Choices, "overtaken">) {
  const t = useWords();
  const format = useFormat();
  const customerName = useCustomerName();
  const names = overtaken.slice(0, NAMES_SHOWN).map(({ customer }) => customerName(customer));
  const more = overtaken.length - names.length;
  const who = more > 0 ? format.list([...names, t("monitoring:move.others", { n: more })]) : format.list(names);
  return (
    <Radio
      value="front"
      label={t("monitoring:move.front")}
      description={overtaken.length === 0 ? t("monitoring:move.nobody") : t("monitoring:move.overtakes", { who })}
    />
  );
}

interface PlaceProps {
  to: "step" | "agent";
  chosen: boolean;
  value: string | null;
  choose: (value: string | null) => void;
  data: { value: string; label: string }[];
}

function Place({ to, chosen, value, choose, data }: PlaceProps) {
  const t = useWords();
  return (
    <Stack gap="xs">
      <Radio value={to} label={t(`monitoring:move.${to}`)} description={t(`monitoring:move.${to}_words`)} />
      {chosen && (
        <Select
          ml={32}
          aria-label={t(`monitoring:move.${to}`)}
          placeholder={t("monitoring:move.choose")}
          comboboxProps={{ withinPortal: false }}
          data={data}
          value={value}
          onChange={choose}
        />
      )}
    </Stack>
  );
}
