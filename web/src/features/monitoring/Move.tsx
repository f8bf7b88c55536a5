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

type Chosen = Record<(typeof PLACES)[number], string | null>;

const PLACES = ["step", "agent"] as const;
const NAMES_SHOWN = 4;

export function Move({ callbackId, close }: ActionProps) {
  const t = useWords();
  const { data, error } = useMoves(callbackId);
  const move = useMove(callbackId);
  const [to, go] = useState<To>("front");
  const [chosen, choose] = useState<Chosen>({ step: null, agent: null });
  if (data === undefined && error === null) return <LoadingRows rows={2} />;
  const options = {
    step: data?.steps.map(({ step_id, name, waiting }) => ({ value: step_id, label: t("monitoring:move.step_option", { name, n: waiting }) })) ?? [],
    agent: data?.agents.map(({ agent_id, name }) => ({ value: agent_id, label: name })) ?? [],
  };
  const target = targetOf(to, chosen, data);
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
            {PLACES.map((place) => (
              <Place
                key={place}
                to={place}
                isChosen={to === place}
                value={chosen[place]}
                choose={(id) => {
                  choose({ ...chosen, [place]: id });
                }}
                options={options[place]}
              />
            ))}
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

function targetOf(to: To, { step, agent }: Chosen, choices: Choices | undefined): Target | null {
  if (choices === undefined) return null;
  switch (to) {
    case "front":
      return choices.overtaken.length > 0 ? { to } : null;
    case "step":
      return step === null ? null : { to, step_id: step };
    case "agent":
      return agent === null ? null : { to, agent_id: agent };
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
  to: (typeof PLACES)[number];
  isChosen: boolean;
  value: string | null;
  choose: (value: string | null) => void;
  options: { value: string; label: string }[];
}

function Place({ to, isChosen, value, choose, options }: PlaceProps) {
  const t = useWords();
  if (options.length === 0) return null;
  return (
    <Stack gap="xs">
      <Radio value={to} label={t(`monitoring:move.${to}`)} description={t(`monitoring:move.${to}_words`)} />
      {isChosen && (
        <Select
          ml={32}
          aria-label={t(`monitoring:move.${to}`)}
          placeholder={t("monitoring:move.choose")}
          comboboxProps={{ withinPortal: false }}
          data={options}
          value={value}
          onChange={choose}
        />
      )}
    </Stack>
  );
}
