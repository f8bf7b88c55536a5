// Try it: a simulated caller goes through the draft; each moment leads to its step and can be
// made to go otherwise.

import { Button, MultiSelect, SegmentedControl, Select, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconRefresh, IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { phoneNumber } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { isTold } from "@/ui/sentence";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { ProblemList } from "../ProblemsPanel";
import { FIRST_WISH, THERE, momentsOf, type There, type Wish } from "./trial";
import { MomentRow } from "./MomentRow";
import type { Trying } from "./useTrying";

export function TrialPanel({ trying }: { trying: Trying }) {
  const t = useWords();
  const { problems } = useEditor();
  const { wish, want, leave, story } = trying;
  return (
    <Panel
      title={t("flow:trial.title")}
      beside={
        <Button size="xs" variant="subtle" color="gray" className={classes.quietButton} leftSection={<IconX size={14} aria-hidden />} onClick={leave}>
          {t("flow:trial.leave")}
        </Button>
      }
    >
      <Stack gap="md" p="md">
        <Text size="sm" c="dimmed">
          {t("flow:trial.words")}
        </Text>
        {problems.length > 0 ? (
          <>
            <Text size="sm">{t("flow:trial.blocked")}</Text>
            <ProblemList />
          </>
        ) : (
          <>
            <Circumstances wish={wish} want={want} concerned={trying.concerned} />
            <Problem error={story.error} retry={() => void story.refetch()} />
            {story.data === undefined && story.error === null && <LoadingRows rows={4} height={36} />}
            {story.data !== undefined && <Moments trying={trying} />}
          </>
        )}
      </Stack>
    </Panel>
  );
}

function Moments({ trying }: { trying: Trying }) {
  const t = useWords();
  const { editor } = useEditor();
  const { wish, want, story } = trying;
  const known = useMemo(() => new Set(editor.flow.steps.map(({ id }) => id)), [editor.flow.steps]);
  if (story.data === undefined) return null;
  const moments = momentsOf(story.data, known).filter(({ event }) => isTold(event) || event.prompt != null);
  return (
    <div>
      <ol className={classes.moments} aria-label={t("flow:trial.story")} data-checking={story.isPlaceholderData}>
        {moments.map((moment) => (
          <MomentRow key={moment.event.sequence} moment={moment} inbound={story.data.call_id} wish={wish} want={want} />
        ))}
      </ol>
      {!story.data.over && (
        <Text size="sm" c="dimmed">
          {t("flow:trial.goes_on")}
        </Text>
      )}
      <Button
        mt="sm"
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => { want({ ...FIRST_WISH, lineId: wish.lineId, at: wish.at, there: wish.there, free: wish.free, answers: wish.answers }); }}
      >
        {t("flow:trial.again")}
      </Button>
    </div>
  );
}

interface CircumstancesProps {
  wish: Wish;
  want: (wish: Wish) => void;
  concerned: readonly string[];
}

function Circumstances({ wish, want, concerned }: CircumstancesProps) {
  const t = useWords();
  const agentName = useAgentName();
  const { own } = useEditor();
  return (
    <Stack gap="sm">
      {own.length > 1 && (
        <Select
          label={t("flow:trial.line")}
          data={own.map(({ id, number, settings }) => ({ value: id, label: number === null ? settings.name : `${settings.name} · ${phoneNumber(number)}` }))}
          value={wish.lineId ?? own[0]?.id ?? null}
          onChange={(lineId) => { want({ ...wish, lineId }); }}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t("flow:trial.at")}
        description={t("flow:trial.at_help")}
        value={wish.at}
        onChange={(event) => { want({ ...wish, at: event.currentTarget.value }); }}
      />
      <div role="group" aria-label={t("flow:trial.there")}>
        <Text size="sm" fw={500} mb={4}>
          {t("flow:trial.there")}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          value={wish.there}
          aria-label={t("flow:trial.there")}
          data={THERE.map((value) => ({ value, label: t(`flow:trial.there_${value}`) }))}
          onChange={(there) => { want({ ...wish, there: there as There }); }}
        />
      </div>
      {wish.there === "some" && (
        <MultiSelect
          searchable
          aria-label={t("flow:trial.there_some")}
          placeholder={t("flow:trial.choose")}
          data={concerned.map((id) => ({ value: id, label: agentName(id) }))}
          value={[...wish.free]}
          onChange={(free) => { want({ ...wish, free }); }}
        />
      )}
      <Switch label={t("flow:trial.answers")} checked={wish.answers} onChange={(event) => { want({ ...wish, answers: event.currentTarget.checked }); }} />
    </Stack>
  );
}
