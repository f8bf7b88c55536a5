// One number with its settings, tab by tab; what was changed on one tab is kept on the others.

import { Anchor, Group, Stack, Text } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, type ComponentType } from "react";
import { phoneNumber } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { Tabs } from "@/ui/Tabs";
import tabs from "@/ui/Tabs.module.css";
import { ModeBadge, OpeningBadge } from "./badges";
import classes from "./Numbers.module.css";
import { useEverything, useFreshSettings } from "./queries";
import { SaveBar } from "./SaveBar";
import { SheetContext } from "./sheet";
import { LockBanner, ReadOnlyBanner } from "./tabs/Banners";
import { CallbacksTab } from "./tabs/CallbacksTab";
import { GeneralTab } from "./tabs/GeneralTab";
import { HoursTab } from "./tabs/HoursTab";
import { MessagesTab } from "./tabs/MessagesTab";
import { QueuesTab } from "./tabs/QueuesTab";
import { useNewSheet, type Loaded } from "./useNewSheet";

const TABS = { general: GeneralTab, callbacks: CallbacksTab, messages: MessagesTab, hours: HoursTab, queues: QueuesTab } satisfies Record<string, ComponentType>;
type Tab = keyof typeof TABS;
const isTab = (given: string): given is Tab => Object.hasOwn(TABS, given);

export function NumberScreen() {
  const t = useWords();
  const { lineId, tab } = useParams({ from: "/numbers/$lineId/$tab" });
  const [lines, flows, account, messages, teams] = useEverything();
  useFreshSettings();
  const failed = [lines, flows, account, messages, teams].find(({ error }) => error !== null);
  const line = lines.data?.find(({ id }) => id === lineId);
  const flow = flows.data?.find(({ id }) => id === line?.settings.flow_id);
  if (line === undefined || flow === undefined || !account.data || !messages.data || !teams.data || !lines.data || !flows.data) {
    const missing = lines.isSuccess && line === undefined;
    return (
      <Screen title={t("nav.numbers")} width={WIDTH}>
        {missing ? (
          <Empty title={t("numbers:unknown_title")} words={t("numbers:unknown_words")}>
            <Anchor component={Link} to="/numbers">
              {t("numbers:back")}
            </Anchor>
          </Empty>
        ) : failed === undefined ? (
          <LoadingRows rows={6} height={72} />
        ) : (
          <Problem error={failed.error} title={t("problem.load_title")} retry={() => void failed.refetch()} />
        )}
      </Screen>
    );
  }
  const loaded = { line, flow, account: account.data, lines: lines.data, flows: flows.data, messages: messages.data, teams: teams.data };
  return <Settings key={lineId} loaded={loaded} tab={isTab(tab) ? tab : "general"} />;
}

const WIDTH = 780;

function Settings({ loaded, tab }: { loaded: Loaded; tab: Tab }) {
  const t = useWords();
  const sheet = useNewSheet(loaded);
  const { line } = sheet;
  const Shown = TABS[tab];
  useAnchor();
  return (
    <SheetContext value={sheet}>
      <Screen
        title={line.settings.name}
        width={WIDTH}
        beside={
          <Group gap="xs">
            <OpeningBadge line={line} />
            <ModeBadge line={line} />
          </Group>
        }
      >
        <Stack gap="sm" mt={-12}>
          <Group gap="md">
            <Link to="/numbers" className={classes.back}>
              <IconChevronLeft size={16} aria-hidden />
              {t("numbers:back")}
            </Link>
            {line.number !== null && (
              <Text c="dimmed" className="figures">
                {phoneNumber(line.number)}
              </Text>
            )}
          </Group>
          <Tabs label={t("numbers:tabs")} shown={tab}>
            {(Object.keys(TABS) as Tab[]).map((each) => (
              <Link
                key={each}
                to="/numbers/$lineId/$tab"
                params={{ lineId: line.id, tab: each }}
                className={tabs.tab}
                aria-current={each === tab ? "page" : undefined}
              >
                {t(`numbers:tab.${each}`)}
              </Link>
            ))}
            <Link to="/flows/$flowId" params={{ flowId: sheet.flow.id }} className={tabs.tab}>
              {t("numbers:flow.tab")}
            </Link>
          </Tabs>
        </Stack>
        <ReadOnlyBanner />
        {tab === "callbacks" && <LockBanner />}
        <Shown />
        <SaveBar sheet={sheet} />
      </Screen>
    </SheetContext>
  );
}

/** Go to the section that the address names, once it is drawn. */
function useAnchor(): void {
  useEffect(() => {
    if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
}
