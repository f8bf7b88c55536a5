// Where one's own calls ring: on the phone one has been given, or on an outside number.

import { Button, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { ringOn } from "./queries";

type Place = "own" | "outside";

export function RingsOn({ agent }: { agent: AgentView }) {
  const t = useWords();
  const [choosing, choose] = useState(false);
  const [number, type] = useState("");
  const moving = useMutation({
    mutationFn: (place: Place) => ringOn(agent.id, place === "own" ? { phone: place } : { phone: place, number: number.trim() || null }),
    onSuccess: () => {
      choose(false);
      type("");
    },
  });
  const outside = choosing || agent.phone === "outside";
  return (
    <Panel title={t("account:rings.title")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          moving.mutate("outside");
        }}
      >
        <Stack p="md" align="flex-start">
          <SegmentedControl
            aria-label={t("account:rings.title")}
            value={outside ? "outside" : "own"}
            onChange={(place) => {
              moving.reset();
              if (place === "outside") choose(true);
              else if (agent.phone === "outside") moving.mutate("own");
              else choose(false);
            }}
            data={(["own", "outside"] as const).map((value) => ({ value, label: t(`account:rings.${value}`) }))}
          />
          <Text size="sm" c="dimmed">
            {t(outside ? "account:rings.outside_words" : "account:rings.own_words")}
          </Text>
          {outside && (
            <TextInput
              type="tel"
              autoComplete="tel"
              maxLength={40}
              label={t("account:rings.number")}
              description={agent.outside_number === null ? undefined : t("account:rings.known", { number: agent.outside_number })}
              value={number}
              onChange={(event) => {
                type(event.currentTarget.value);
              }}
            />
          )}
          <Problem error={moving.error} />
          {outside && (
            <Button
              type="submit"
              variant="default"
              loading={moving.isPending}
              disabled={number.trim() === "" && (agent.phone === "outside" || agent.outside_number === null)}
            >
              {t("account:rings.use")}
            </Button>
          )}
        </Stack>
      </form>
    </Panel>
  );
}
