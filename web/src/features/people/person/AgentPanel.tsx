// What somebody is on the phone: where calls ring, wrap-up, language and working hours.

import { NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import bounds from "@/api/bounds.json";
import type { Sheet } from "@/api/client";
import type { AgentView } from "@/api/views";
import { LANGUAGES } from "@/i18n";
import { useWords } from "@/i18n/words";
import { Week } from "@/ui/hours/Week";
import { isWrong, ordinaryWeek } from "@/ui/hours/periods";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { useDraft } from "@/ui/sheet/useChanges";
import { PHONES } from "../people";
import { ringOutsideAsSeen, saveAgent, settingsOf, useAgentSettings, type AgentSettings } from "../queries";
import { SaveRow } from "./SaveRow";

interface Props {
  agent: AgentView;
  mayChange: boolean;
}

export function AgentPanel({ agent, mayChange }: Props) {
  const t = useWords();
  const settings = useAgentSettings(agent.id);
  return (
    <Panel title={t("people:agent.title")}>
      {settings.isPending && <LoadingRows rows={3} />}
      <Problem error={settings.error} title={t("problem.load_title")} retry={() => void settings.refetch()} />
      {settings.data !== undefined && <Form agent={agent} seen={settings.data} mayChange={mayChange} />}
    </Panel>
  );
}

function Form({ agent, seen, mayChange }: Props & { seen: Sheet<AgentSettings> }) {
  const t = useWords();
  const queries = useQueryClient();
  const { draft, change, forget, isChanged, clashes } = useDraft(seen.settings);
  const [number, dial] = useState("");
  const saving = useMutation({
    mutationFn: async (wanted: AgentSettings) => {
      const dialled = wanted.phone === "outside" ? number.trim() : "";
      const etag = dialled === "" ? seen.etag : await ringOutsideAsSeen(agent.id, seen.etag, dialled);
      return saveAgent(agent.id, etag, wanted);
    },
    onSuccess: (kept) => {
      queries.setQueryData(settingsOf(agent.id), kept);
      forget();
      dial("");
    },
    onError: () => queries.invalidateQueries({ queryKey: settingsOf(agent.id) }),
  });
  const wrongHours = draft.hours != null && isWrong(draft.hours.periods);
  const [asked, ask] = useState(false);
  return (
    <Stack p="md">
      <TextInput
        maw={420}
        disabled={!mayChange}
        maxLength={100}
        label={t("people:agent.name")}
        description={t("people:agent.name_help")}
        value={draft.name}
        onChange={(event) => {
          change({ name: event.currentTarget.value });
        }}
      />
      <PhoneFields agent={agent} draft={draft} change={change} mayChange={mayChange} number={number} dial={dial} />
      <WrapUp draft={draft} change={change} mayChange={mayChange} />
      <Select
        maw={420}
        disabled={!mayChange}
        label={t("people:agent.language")}
        data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
        value={draft.language ?? "en"}
        onChange={(value) => {
          change({ language: value as "en" | "fr" });
        }}
      />
      <Hours draft={draft} change={change} mayChange={mayChange} />
      {isChanged && (
        <Text size="sm" c="dimmed">
          {t("people:agent.impact")}
        </Text>
      )}
      {asked && wrongHours && <Text size="sm">{t("people:agent.wrong")}</Text>}
      <SaveRow
        isChanged={isChanged || number !== ""}
        clashes={clashes}
        isSaved={saving.isSuccess}
        isPending={saving.isPending}
        error={saving.error}
        save={() => {
          ask(true);
          if (!wrongHours) saving.mutate(draft);
        }}
        discard={() => {
          saving.reset();
          forget();
          dial("");
        }}
      />
    </Stack>
  );
}

interface PartProps {
  draft: AgentSettings;
  change: (told: Partial<AgentSettings>) => void;
  mayChange: boolean;
}

interface PhoneProps extends PartProps {
  agent: AgentView;
  number: string;
  dial: (number: string) => void;
}

function PhoneFields({ agent, draft, change, mayChange, number, dial }: PhoneProps) {
  const t = useWords();
  const phone = draft.phone ?? "browser";
  return (
    <Stack gap={6} maw={420}>
      <Text size="sm" fw={500} id="agent-phone">
        {t("people:agent.phone")}
      </Text>
      <SegmentedControl
        aria-labelledby="agent-phone"
        disabled={!mayChange}
        value={phone}
        data={PHONES.map((value) => ({ value, label: t(`people:phone.${value}`) }))}
        onChange={(value) => {
          change({ phone: value });
        }}
      />
      <Text size="sm" c="dimmed">
        {t(`people:agent.phone_${phone}`)}
      </Text>
      {phone === "outside" && (
        <TextInput
          type="tel"
          disabled={!mayChange}
          maxLength={40}
          label={t("people:agent.number")}
          description={agent.outside_number === null ? t("people:agent.number_none") : t("people:agent.number_help", { number: agent.outside_number })}
          value={number}
          onChange={(event) => {
            dial(event.currentTarget.value);
          }}
        />
      )}
    </Stack>
  );
}

function WrapUp({ draft, change, mayChange }: PartProps) {
  const t = useWords();
  const { minimum, maximum } = bounds.AgentSettings.wrap_up_seconds;
  return (
    <NumberInput
      maw={420}
      disabled={!mayChange}
      label={t("people:agent.wrap_up")}
      description={t("people:agent.wrap_up_help", { minimum, maximum })}
      suffix=" s"
      min={minimum}
      max={maximum}
      step={15}
      value={draft.wrap_up_seconds ?? 0}
      onChange={(value) => {
        change({ wrap_up_seconds: Number(value) });
      }}
    />
  );
}

function Hours({ draft, change, mayChange }: PartProps) {
  const t = useWords();
  const hours = draft.hours ?? null;
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <Stack gap="xs">
      <Select
        maw={420}
        disabled={!mayChange}
        label={t("people:agent.hours")}
        description={t("people:agent.hours_help")}
        data={(["always", "week"] as const).map((value) => ({ value, label: t(`people:agent.hours_${value}`) }))}
        value={hours === null ? "always" : "week"}
        onChange={(value) => {
          change({ hours: value === "always" ? null : { time_zone: ownZone(zones), periods: ordinaryWeek() } });
        }}
      />
      {hours !== null && (
        <>
          <Select
            searchable
            maw={420}
            disabled={!mayChange}
            label={t("people:agent.zone")}
            data={zones.includes(hours.time_zone) ? zones : [hours.time_zone, ...zones]}
            limit={100}
            value={hours.time_zone}
            onChange={(value) => {
              if (value !== null) change({ hours: { ...hours, time_zone: value } });
            }}
          />
          <Week
            label={t("people:agent.hours")}
            periods={hours.periods}
            set={(periods) => {
              change({ hours: { ...hours, periods } });
            }}
            disabled={!mayChange}
            closed={t("people:agent.hours_free")}
            never={t("people:agent.hours_never")}
          />
        </>
      )}
    </Stack>
  );
}

function ownZone(zones: readonly string[]): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zones.includes(own) ? own : "Europe/Paris";
}
