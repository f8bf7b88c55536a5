// All Smartflows: what is in force, what is drafted, which numbers use each, and beginning a new one.

import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import { language } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { StateBadge } from "@/ui/StateBadge";
import classes from "./Flow.module.css";
import { idFrom } from "./ids";
import type { FlowSettings } from "./model";
import { saveDraft, useAllFlows, useFreshFlows, type DraftView, type FlowView, type LineView } from "./queries";

interface Known {
  id: string;
  settings: FlowSettings;
  flow: FlowView | undefined;
  draft: DraftView | undefined;
}

export function FlowsScreen() {
  const t = useWords();
  const [flows, drafts, lines] = useAllFlows();
  const mayChange = useMay("settings.change");
  const [adding, add] = useState(false);
  useFreshFlows();
  const failed = [flows, drafts, lines].find(({ error }) => error !== null);
  const known = allOf(flows.data ?? [], drafts.data ?? []);
  const isHere = flows.isSuccess && drafts.isSuccess && lines.isSuccess;
  return (
    <Screen
      title={t("flow:screen.title")}
      width={900}
      beside={
        mayChange && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => { add(true); }}>
            {t("flow:screen.new")}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t("flow:screen.words")}
      </Text>
      {failed !== undefined && <Problem error={failed.error} title={t("problem.load_title")} retry={() => void failed.refetch()} />}
      {!isHere && failed === undefined && <LoadingRows height={56} />}
      {isHere && (
        <Panel title={t("flow:screen.count", { count: known.length })}>
          {known.length === 0 && <Empty title={t("flow:screen.none_title")} words={t("flow:screen.none_words")} />}
          <ul className={classes.plain}>
            {known.map((each) => (
              <Row key={each.id} known={each} lines={lines.data.filter(({ settings }) => settings.flow_id === each.id)} />
            ))}
          </ul>
        </Panel>
      )}
      <Modal
        opened={adding}
        onClose={() => { add(false); }}
        withinPortal={false}
        title={t("flow:screen.new")}
        classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <NewFlow known={known} close={() => { add(false); }} />
      </Modal>
    </Screen>
  );
}

function allOf(flows: readonly FlowView[], drafts: readonly DraftView[]): Known[] {
  const published = flows.map((flow) => ({ id: flow.id, settings: flow.settings, flow, draft: drafts.find(({ flow_id }) => flow_id === flow.id) }));
  const never = drafts.filter(({ flow_id }) => !flows.some(({ id }) => id === flow_id));
  return [...published, ...never.map((draft) => ({ id: draft.flow_id, settings: draft.settings, flow: undefined, draft }))];
}

function Row({ known: { id, settings, flow, draft }, lines }: { known: Known; lines: readonly LineView[] }) {
  const t = useWords();
  const format = useFormat();
  const used = lines.length === 0 ? t("flow:screen.unused") : t("flow:screen.used_by", { numbers: format.list(lines.map((line) => line.settings.name)) });
  return (
    <li className={classes.flowRow}>
      <div>
        <Link to="/flows/$flowId" params={{ flowId: id }} className={classes.flowName}>
          {settings.name}
        </Link>
        <Text size="sm" c="dimmed" className="figures">
          {[used, t("flow:screen.steps", { count: settings.steps.length })].join(" · ")}
        </Text>
      </div>
      <Group gap="xs">
        {flow !== undefined && <StateBadge tone="talking">{t("flow:versions.version", { n: flow.version })}</StateBadge>}
        {draft !== undefined && <StateBadge tone="waiting">{t("flow:state.draft")}</StateBadge>}
        {flow !== undefined && flow.warnings.length > 0 && <StateBadge tone="late">{t("flow:list.warnings", { count: flow.warnings.length })}</StateBadge>}
      </Group>
    </li>
  );
}

const EMPTY = " empty";
const NAME_LENGTH_MAX = 100;

function NewFlow({ known, close }: { known: readonly Known[]; close: () => void }) {
  const t = useWords();
  const navigate = useNavigate();
  const [name, call] = useState("");
  const [from, beginWith] = useState(EMPTY);
  const creating = useMutation({
    mutationFn: () => {
      const source = known.find(({ id }) => id === from);
      const settings = source === undefined ? firstSteps(language()) : source.settings;
      return saveDraft(idFrom(name, known.map(({ id }) => id)), { draft: 0, version: 0 }, { ...settings, name: name.trim() });
    },
    onSuccess: async (draft) => {
      close();
      await navigate({ to: "/flows/$flowId", params: { flowId: draft.flow_id } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") creating.mutate();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t("flow:screen.new_words")}
        </Text>
        <TextInput label={t("flow:screen.new_name")} value={name} maxLength={NAME_LENGTH_MAX} data-autofocus onChange={(event) => { call(event.currentTarget.value); }} />
        <Select
          label={t("flow:screen.new_from")}
          comboboxProps={{ withinPortal: false }}
          data={[{ value: EMPTY, label: t("flow:screen.new_empty") }, ...known.map(({ id, settings }) => ({ value: id, label: t("flow:screen.new_copy", { flow: settings.name }) }))]}
          value={from}
          onChange={(wanted) => { beginWith(wanted ?? EMPTY); }}
        />
        <Problem error={creating.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" disabled={name.trim() === ""} loading={creating.isPending}>
            {t("flow:screen.new_do")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const firstSteps = (spoken: string): Omit<FlowSettings, "name"> => ({
  first: "welcome",
  steps: [
    { kind: "audio", id: "welcome", prompt: `${spoken}/welcome`, next: "voicemail" },
    { kind: "voicemail", id: "voicemail", prompt: `${spoken}/voicemail_greeting` },
  ],
});
