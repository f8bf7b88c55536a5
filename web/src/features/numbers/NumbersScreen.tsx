// The numbers of the company: how each stands, where its calls go, and who waits on it now.

import { Button, Group, Text, TextInput } from "@mantine/core";
import { IconRoute, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { StateBadge } from "@/ui/StateBadge";
import { ModeBadge, OpeningBadge } from "./badges";
import classes from "./Numbers.module.css";
import { useFlows, useFreshSettings, useLines, type FlowView, type LineView } from "./queries";
import { useWaiting } from "./waiting";

const SEARCHED_FROM = 8;

export function NumbersScreen() {
  const t = useWords();
  const lines = useLines();
  const flows = useFlows();
  const [sought, seek] = useState("");
  useFreshSettings();
  const all = lines.data ?? [];
  const found = all.filter(({ settings, number }) => `${settings.name} ${number ?? ""}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()));
  return (
    <Screen
      title={t("nav.numbers")}
      beside={
        <Group gap="xs">
          <Button component={Link} to="/flows" variant="default" leftSection={<IconRoute size={16} aria-hidden />}>
            {t("numbers:flow.all")}
          </Button>
          {all.length >= SEARCHED_FROM && (
          <TextInput
            aria-label={t("numbers:search")}
            placeholder={t("numbers:search")}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={sought}
            onChange={(event) => {
              seek(event.currentTarget.value);
            }}
          />
          )}
        </Group>
      }
    >
      <Problem error={lines.error} title={t("problem.load_title")} retry={() => void lines.refetch()} />
      {lines.isPending && <LoadingRows height={64} />}
      {lines.isSuccess && (
        <Panel title={t("numbers:list.title", { count: found.length })}>
          {all.length === 0 && <Empty title={t("numbers:none_title")} words={t("numbers:none_words")} />}
          {all.length > 0 && found.length === 0 && <Empty title={t("numbers:nothing_found")} />}
          <ul className={classes.numbers}>
            {found.map((line) => (
              <Row key={line.id} line={line} flow={flows.data?.find(({ id }) => id === line.settings.flow_id)} />
            ))}
          </ul>
        </Panel>
      )}
    </Screen>
  );
}

function Row({ line, flow }: { line: LineView; flow: FlowView | undefined }) {
  const t = useWords();
  const format = useFormat();
  const { calls, callbacks } = useWaiting(line.id);
  const waiting = [
    calls > 0 ? t("numbers:list.calls", { count: calls }) : null,
    callbacks > 0 ? t("numbers:list.callbacks", { count: callbacks }) : null,
  ].filter((each) => each !== null);
  return (
    <li className={classes.number}>
      <div className={classes.who}>
        <Link to="/numbers/$lineId/$tab" params={{ lineId: line.id, tab: "callbacks" }} className={classes.name}>
          {line.settings.name}
        </Link>
        <Text size="sm" c="dimmed" className="figures">
          {[line.number === null ? null : phoneNumber(line.number), t("numbers:list.flow", { flow: flow?.settings.name ?? line.settings.flow_id })]
            .filter((each) => each !== null)
            .join(" · ")}
        </Text>
      </div>
      <div className={classes.states}>
        <OpeningBadge line={line} />
        <ModeBadge line={line} />
        {line.warnings.length > 0 && <StateBadge tone="late">{t("numbers:no_offer_short")}</StateBadge>}
        {line.settings.priority === true && <StateBadge tone="ringing">{t("numbers:general.priority_short")}</StateBadge>}
      </div>
      <Text size="sm" className={`figures ${classes.waiting}`} c={waiting.length === 0 ? "dimmed" : undefined}>
        {waiting.length === 0 ? t("numbers:list.nobody") : format.list(waiting)}
      </Text>
    </li>
  );
}
