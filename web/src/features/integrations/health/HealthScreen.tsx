// How the installation does: phones, storage, disks, clock, worker, webhooks, alerts; and what to do.

import { Progress, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/useSession";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive, useLiveStore, useNow } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { StateBadge } from "@/ui/StateBadge";
import classes from "../Integrations.module.css";
import { useWebhooks } from "../names";
import { Alerts } from "./Alerts";
import { Halted, Halting } from "./Halting";
import { ICONS, Part, TONES } from "./Part";
import { judgeClock, judgeDisks, judgeJournal, judgePhones, judgeWebhooks, judgeWorker, worst, type Level } from "./judge";
import { useHealth, useMachine, type Health, type Machine } from "./queries";

const DOCTOR = "ringback doctor";

export function HealthScreen() {
  const t = useWords();
  const health = useHealth();
  const machine = useMachine();
  const { clock } = useLiveStore();
  const offset = clock.now(0);
  const told = health.data;
  const stands = machine.data;
  const levels: Level[] = [
    ...(told === undefined ? [] : [judgePhones(told), judgeJournal(told), judgeWorker(told)]),
    ...(stands === undefined ? [] : [judgeDisks(stands), judgeClock(stands, offset)]),
  ].map(({ level }) => level);
  return (
    <Screen title={t("integrations:health.title")} width={1100}>
      <Problem error={health.error} title={t("integrations:health.unreachable")} retry={() => void health.refetch()} />
      {health.isPending && <LoadingRows rows={3} height={110} />}
      {told !== undefined && <Overall level={health.isError ? "broken" : worst(levels)} health={told} at={health.dataUpdatedAt} />}
      <Halted />
      <Alerts />
      <div className={classes.parts}>
        <Halting />
        {told !== undefined && <Phones health={told} />}
        {told !== undefined && <Journal health={told} />}
        {told !== undefined && <Worker health={told} />}
        <Problem error={machine.error} retry={() => void machine.refetch()} />
        {stands !== undefined && <Disks machine={stands} />}
        {stands !== undefined && <Clock machine={stands} offset={offset} />}
        <Webhooks />
      </div>
      <Text size="sm" c="dimmed">
        {t("integrations:health.doctor")} <code className={classes.command}>{DOCTOR}</code>
      </Text>
    </Screen>
  );
}

function Overall({ level, health, at }: { level: Level; health: Health; at: number }) {
  const t = useWords();
  const format = useFormat();
  return (
    <p className={classes.overall}>
      <StateBadge tone={TONES[level]} icon={ICONS[level]}>
        {t(`integrations:health.overall.${level}`)}
      </StateBadge>
      <Text span size="sm" c="dimmed" className="figures">
        {t("integrations:health.looked", { time: format.time(at, true), uptime: format.duration(health.uptime_seconds * 1000) })}
      </Text>
    </p>
  );
}

function Phones({ health }: { health: Health }) {
  const t = useWords();
  const { level, code } = judgePhones(health);
  const simulated = useLive((live) => live.booth);
  const words = simulated && code === "ready" ? "simulated" : code;
  return (
    <Part title={t("integrations:health.phones.title")} level={level} words={t(`integrations:health.phones.${words}`)} todo={t(`integrations:health.phones.${code}_todo`)}>
      {level !== "well" && <Sentence words={health.phone_system.sentence} />}
    </Part>
  );
}

function Journal({ health }: { health: Health }) {
  const t = useWords();
  const format = useFormat();
  const { level, code } = judgeJournal(health);
  const { sequence, sentence } = health.journal;
  return (
    <Part title={t("integrations:health.journal.title")} level={level} words={t(`integrations:health.journal.${code}`, { n: format.number(sequence) })} todo={t("integrations:health.journal.away_todo")}>
      {level !== "well" && <Sentence words={sentence} />}
    </Part>
  );
}

/** What the server says of it; that is in English alone. */
function Sentence({ words }: { words: string }) {
  const t = useWords();
  return (
    <Text size="sm" c="dimmed">
      {t("integrations:health.says")} <span lang="en">{words}</span>
    </Text>
  );
}

function Worker({ health }: { health: Health }) {
  const t = useWords();
  const format = useFormat();
  const { level, code } = judgeWorker(health);
  const { calls_live: calls, callbacks_open: callbacks, journal } = health;
  return (
    <Part
      title={t("integrations:health.worker.title")}
      level={level}
      words={t(`integrations:health.worker.${code}`, { n: format.number(journal.inputs_waiting) })}
      todo={t("integrations:health.worker.behind_todo")}
    >
      <Text size="sm" c="dimmed" className="figures">
        {t("integrations:health.worker.load", { calls: format.number(calls), callbacks: format.number(callbacks) })}
      </Text>
    </Part>
  );
}

const GIGABYTE = 1e9;

function Disks({ machine }: { machine: Machine }) {
  const t = useWords();
  const format = useFormat();
  const { level, code } = judgeDisks(machine);
  const size = (bytes: number) => format.number(bytes / GIGABYTE, { maximumFractionDigits: 1 });
  return (
    <Part
      title={t("integrations:health.disk.title")}
      level={level}
      words={t(`integrations:health.disk.${code}`)}
      todo={t(`integrations:health.disk.${code === "full" ? "full" : "nearly-full"}_todo`)}
    >
      {machine.disks.map(({ holds, free_bytes: free, whole_bytes: whole }) => {
        const words = t("integrations:health.disk.room", {
          free: size(free),
          whole: size(whole),
          what: format.list(holds.map((each) => t(`integrations:health.disk.holds.${each}`))),
        });
        return (
          <div key={holds.join()}>
            <Text size="sm" c="dimmed" className="figures">
              {words}
            </Text>
            <Progress mt={4} value={100 - (100 * free) / whole} color={`var(--state-${TONES[level]})`} aria-label={words} />
          </div>
        );
      })}
    </Part>
  );
}

function Clock({ machine, offset }: { machine: Machine; offset: number }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { level, code } = judgeClock(machine, offset);
  return (
    <Part
      title={t("integrations:health.clock.title")}
      level={level}
      words={t(`integrations:health.clock.${code}`, { time: format.duration(Math.abs(offset)) })}
      todo={t(`integrations:health.clock.${code === "reader" ? "reader" : code === "apart" ? "apart" : "not-synchronised"}_todo`)}
    >
      <Text size="sm" c="dimmed" className="figures">
        {t("integrations:health.clock.now", { time: format.time(now, true) })}
      </Text>
    </Part>
  );
}

function Webhooks() {
  const t = useWords();
  const may = useMay("webhooks.manage");
  const webhooks = useWebhooks();
  if (!may || webhooks.data === undefined) return null;
  const { level, code } = judgeWebhooks(webhooks.data);
  return (
    <Part title={t("integrations:hooks.title")} level={level} words={t(`integrations:health.webhooks.${code}`, { count: webhooks.data.length })} todo={t("integrations:health.webhooks.todo")}>
      <Text size="sm">
        <Link to="/integrations" className={classes.plain}>
          {t("integrations:health.webhooks.link")}
        </Link>
      </Text>
    </Part>
  );
}
