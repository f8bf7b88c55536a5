// Whom a step rings and how, and what callers hear meanwhile.

import { Select, Stack, Switch, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Listen } from "@/ui/messages/Listen";
import { MessagesInTurn } from "@/ui/messages/MessagesInTurn";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import type { StepOf } from "../model";
import { Quantity, Toggle, boundOf } from "./fields";
import { useChange } from "./useChange";

type Ring = StepOf<"ring">;
type Waiting = NonNullable<Ring["waiting"]>;
const RULES = ["simultaneous", "random", "longest-idle"] as const;
const OFFERED_ABOVE_FIRST = 60;

export function RingFields({ step }: { step: Ring }) {
  const t = useWords();
  const { mayChange } = useEditor();
  const change = useChange(step);
  const rule = step.rule ?? "simultaneous";
  return (
    <>
      <Target step={step} />
      {"team_id" in step.target && (
        <Select
          label={t("flow:field.rule")}
          data={RULES.map((value) => ({ value, label: t(`flow:field.rule_${value}`) }))}
          value={rule}
          disabled={!mayChange}
          onChange={(wanted) => { change({ rule: RULES.find((each) => each === wanted) ?? "simultaneous" }); }}
        />
      )}
      <Quantity model="RingStep" field="ring_for_seconds" unit=" s" step={10} value={step.ring_for_seconds} set={(seconds) => { change({ ring_for_seconds: seconds }); }} />
      {"team_id" in step.target && rule !== "simultaneous" && (
        <Quantity model="RingStep" field="ring_each_for_seconds" unit=" s" step={5} value={step.ring_each_for_seconds} set={(seconds) => { change({ ring_each_for_seconds: seconds }); }} />
      )}
      <Toggle field="ring_even_if_busy" checked={step.ring_even_if_busy ?? true} set={(on) => { change({ ring_even_if_busy: on }); }} />
      <WaitingFields step={step} />
      <Callbacks />
    </>
  );
}

const TEAM = "team ";
const AGENT = "agent ";

function Target({ step }: { step: Ring }) {
  const t = useWords();
  const { teams, problems, mayChange } = useEditor();
  const agents = useLive((live) => live.agents);
  const change = useChange(step);
  const wrong = problems.find(({ code, step_id }) => step_id === step.id && (code === "unknown-team" || code === "unknown-agent"));
  const value = "agent_id" in step.target ? AGENT + step.target.agent_id : TEAM + step.target.team_id;
  return (
    <Select
      searchable
      label={t("flow:field.target")}
      description={t("flow:field.target_help")}
      placeholder={t("flow:field.target_none")}
      nothingFoundMessage={t("calendar:nothing_found")}
      data={[
        { group: t("flow:field.teams"), items: teams.map(({ id, settings }) => ({ value: TEAM + id, label: settings.name })) },
        { group: t("flow:field.agents"), items: [...agents.values()].map(({ id, name }) => ({ value: AGENT + id, label: name })) },
      ]}
      value={value === TEAM || value === AGENT ? null : value}
      disabled={!mayChange}
      error={wrong && t("flow:field.target_none")}
      onChange={(wanted) => {
        if (wanted === null) return;
        change({ target: wanted.startsWith(TEAM) ? { team_id: wanted.slice(TEAM.length) } : { agent_id: wanted.slice(AGENT.length) } });
      }}
    />
  );
}

function WaitingFields({ step }: { step: Ring }) {
  const t = useWords();
  const { messages, circumstances, command, mayChange } = useEditor();
  const waiting: Waiting = step.waiting ?? {};
  const inTurn = waiting.messages ?? [];
  const above = waiting.offer_above_seconds ?? null;
  const change = (told: Partial<Waiting>) => {
    command({ do: "change", id: step.id, told: { waiting: { ...waiting, ...told } } }, `${step.id} ${Object.keys(told).join(" ")}`);
  };
  return (
    <Stack gap="md" role="group" aria-label={t("flow:field.waiting")}>
      <div>
        <Title order={3}>{t("flow:field.waiting")}</Title>
        <Text size="sm" c="dimmed">
          {t("flow:field.waiting_words")} {t("flow:field.music_help")}
        </Text>
      </div>
      <div>
        <Listen prompt={waiting.music ?? String(boundOf("WaitingExperience", "music").default)} name={t("flow:field.music")} />
      </div>
      <MessagesInTurn
        label={t("flow:field.messages")}
        help={t("flow:field.messages_help")}
        prompts={inTurn}
        set={(prompts) => { change({ messages: prompts }); }}
        messages={messages}
        language={circumstances.language}
        ready={["offer"]}
        disabled={!mayChange}
      />
      {inTurn.length > 0 && (
        <>
          <Quantity model="WaitingExperience" field="message_every_seconds" unit=" s" step={5} value={waiting.message_every_seconds} set={(seconds) => { change({ message_every_seconds: seconds }); }} />
          <Switch
            label={t("flow:field.offer_above")}
            description={t("flow:field.offer_above_help")}
            checked={above !== null}
            disabled={!mayChange}
            onChange={(event) => { change({ offer_above_seconds: event.currentTarget.checked ? OFFERED_ABOVE_FIRST : null }); }}
          />
          {above !== null && <OfferAbove value={above} set={(seconds) => { change({ offer_above_seconds: seconds }); }} />}
        </>
      )}
      <Toggle field="tell_wait" checked={waiting.tell_wait ?? false} set={(on) => { change({ tell_wait: on }); }} />
      {waiting.tell_wait === true && (
        <Quantity model="WaitingExperience" field="tell_wait_every_seconds" unit=" s" step={15} value={waiting.tell_wait_every_seconds} set={(seconds) => { change({ tell_wait_every_seconds: seconds }); }} />
      )}
    </Stack>
  );
}

const OfferAbove = ({ value, set }: { value: number; set: (seconds: number) => void }) => (
  <Quantity model="WaitingExperience" field="offer_above_seconds" unit=" s" step={30} value={value} set={set} />
);

/** What is set for each number, and not here. */
function Callbacks() {
  const t = useWords();
  const { own } = useEditor();
  return (
    <div>
      <Title order={3}>{t("flow:inspect.callbacks")}</Title>
      <Text size="sm" c="dimmed">
        {t("flow:inspect.callbacks_words")}
      </Text>
      <ul className={classes.plain}>
        {own.map(({ id, settings }) => (
          <li key={id}>
            <Link to="/numbers/$lineId/$tab" params={{ lineId: id, tab: "callbacks" }} className={classes.link}>
              {t("flow:inspect.callbacks_of", { number: settings.name })}
            </Link>
            {settings.callbacks?.mode !== undefined && ` (${t(`flow:inspect.mode_${settings.callbacks.mode}`)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
