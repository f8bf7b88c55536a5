// What is replayed, and what is to be different; the button that begins.

import { Button, Group, Progress, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Differences } from "./Differences";
import { ListFile } from "./ListFile";
import { PastDays } from "./PastDays";
import classes from "./WhatIf.module.css";
import { useStop, type Study, type usePastDays, type useRun } from "./queries";
import { isDifferent, type WhatIfSearch } from "./question";

interface Props {
  search: WhatIfSearch;
  day: string;
  days: ReturnType<typeof usePastDays>;
  choose: (search: WhatIfSearch) => void;
  run: ReturnType<typeof useRun>;
  study: Study | undefined;
}

export function Question({ search, day, days, choose, run, study }: Props) {
  const t = useWords();
  const isList = search.source === "list";
  const isRunning = study?.state === "running";
  const isReady = isList ? search.list !== undefined : day !== "";
  return (
    <form
      className={classes.question}
      aria-label={t("what_if:question")}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ search, day });
      }}
    >
      <Panel title={t("what_if:replayed")}>
        <Stack p="md" gap="sm">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t("what_if:replayed")}
            value={isList ? "list" : "days"}
            data={[
              { value: "days", label: t("what_if:source.days") },
              { value: "list", label: t("what_if:source.list") },
            ]}
            onChange={(value) => {
              choose({ ...search, source: value === "list" ? "list" : undefined });
            }}
          />
          {isList ? <ListFile search={search} choose={choose} /> : <PastDays search={search} day={day} days={days} choose={choose} />}
        </Stack>
      </Panel>
      <Panel title={t("what_if:different")}>
        <Stack p="md" gap="sm">
          <Differences search={search} choose={choose} />
          {!isList && !isDifferent(search) && (
            <Text size="sm" c="dimmed">
              {t("what_if:nothing_different")}
            </Text>
          )}
          <Problem error={run.error} title={t("what_if:not_begun")} />
          {isRunning ? <Running study={study} /> : (
            <Button type="submit" fullWidth loading={run.isPending} disabled={!isReady} leftSection={<IconPlayerPlay size={16} aria-hidden />}>
              {t("what_if:run")}
            </Button>
          )}
        </Stack>
      </Panel>
    </form>
  );
}

function Running({ study }: { study: Study }) {
  const t = useWords();
  const format = useFormat();
  const stop = useStop();
  return (
    <div role="status" aria-label={t("what_if:running")}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" className="figures">
          {study.progress === 0 ? t("what_if:reading") : t("what_if:progress", { share: format.percent(study.progress) })}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerStop size={14} aria-hidden />}
          loading={stop.isPending}
          onClick={() => {
            stop.mutate(study.id);
          }}
        >
          {t("what_if:stop")}
        </Button>
      </Group>
      <Progress value={100 * study.progress} animated={study.progress === 0} aria-label={t("what_if:running")} />
      <Problem error={stop.error} />
    </div>
  );
}
