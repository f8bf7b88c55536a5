// The bar that stays in sight while something is changed: what it means, and saving or giving it up.

import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import classes from "./Numbers.module.css";
import { harmsOf, impactsOf, type Harm, type Impact } from "./impact";
import type { Changes } from "./paths";
import { useSaving } from "./saving";
import { useProblemOf } from "./sheet";
import type { NewSheet } from "./useNewSheet";
import { useWaiting } from "./waiting";

export function SaveBar({ sheet }: { sheet: NewSheet }) {
  const t = useWords();
  const { changes, saved, wanted, forget } = sheet;
  const [confirming, confirm] = useState<readonly Harm[]>([]);
  const [asked, refocus] = useState(false);
  const saving = useSaving(sheet);
  const problemOf = useProblemOf();
  const paths = Object.keys(changes);
  const wrong = paths.filter((path) => problemOf(path) !== undefined);
  const undo = saving.isSuccess ? saving.data : null;
  const send = (sent: Changes) => {
    confirm([]);
    saving.mutate(sent);
  };
  const ask = () => {
    refocus(true);
    const invalid = document.querySelector<HTMLElement>("#content [aria-invalid=true]");
    if (wrong.length > 0 || invalid !== null) {
      invalid?.focus();
      return;
    }
    refocus(false);
    const harms = harmsOf(saved, wanted);
    if (harms.length > 0) confirm(harms);
    else send(changes);
  };
  return (
    <>
      <LeaveGuard sheet={sheet} />
      {paths.length > 0 && (
        <section className={classes.bar} aria-label={t("numbers:save.region")}>
          <Impacts sheet={sheet} />
          {saving.error !== null && <Problem error={saving.error} />}
          {asked && wrong.length > 0 && <Text size="sm">{t("numbers:save.wrong", { count: wrong.length })}</Text>}
          <Group justify="space-between" gap="xs">
            <Text fw={550} className="figures" aria-live="polite">
              {t("numbers:save.changes", { count: paths.length })}
            </Text>
            <Group gap="xs">
              <Button
                variant="default"
                onClick={() => {
                  saving.reset();
                  forget();
                }}
              >
                {t("numbers:save.discard")}
              </Button>
              <Button loading={saving.isPending} onClick={ask}>
                {t("action.save")}
              </Button>
            </Group>
          </Group>
        </section>
      )}
      {paths.length === 0 && undo !== null && (
        <section className={classes.bar} aria-label={t("numbers:save.region")}>
          <Group justify="space-between" gap="xs">
            <Text fw={550} role="status">
              {t("numbers:save.saved")}
            </Text>
            <Group gap="xs">
              <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} loading={saving.isPending} onClick={() => { send(undo); }}>
                {t("numbers:save.undo")}
              </Button>
              <Button variant="subtle" color="gray" className={classes.quietButton} onClick={() => { saving.reset(); }}>
                {t("action.close")}
              </Button>
            </Group>
          </Group>
        </section>
      )}
      <Confirmation harms={confirming} sheet={sheet} leave={() => { confirm([]); }} go={() => { send(changes); }} />
    </>
  );
}

/** From when on the changes count, and what those who wait now keep. */
function Impacts({ sheet }: { sheet: NewSheet }) {
  const t = useWords();
  const { line, flow, lines, changes } = sheet;
  const format = useFormat();
  const callbacks = useWaiting(line.id).callbacks;
  const others = lines.filter(({ id, settings }) => id !== line.id && settings.flow_id === flow.id);
  const words: Record<Impact, () => string> = {
    requests: () => t("numbers:impact.requests", { count: callbacks }),
    dialling: () => t("numbers:impact.dialling", { count: callbacks }),
    assigned: () => t("numbers:impact.assigned"),
    calls: () => t("numbers:impact.calls"),
    flow: () => {
      const { calls, callbacks: waiting } = flow.waiting;
      const kept = t("numbers:impact.flow", { count: calls + waiting, version: flow.version });
      const shared = others.length === 0 ? "" : t("numbers:impact.shared", { numbers: format.list(others.map(({ settings }) => settings.name)) });
      return `${kept} ${shared}`.trim();
    },
    company: () => t("numbers:impact.company"),
  };
  return (
    <List size="sm" spacing={4} className={classes.impacts} aria-label={t("numbers:impact.title")}>
      {impactsOf(changes).map((impact) => (
        <List.Item key={impact}>{words[impact]()}</List.Item>
      ))}
    </List>
  );
}

interface ConfirmationProps {
  harms: readonly Harm[];
  sheet: NewSheet;
  leave: () => void;
  go: () => void;
}

function Confirmation({ harms, sheet, leave, go }: ConfirmationProps) {
  const t = useWords();
  const { callbacks } = useWaiting(sheet.line.id);
  return (
    <Modal
      opened={harms.length > 0}
      onClose={leave}
      withinPortal={false}
      title={t("numbers:harm.title")}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Stack>
        {harms.map((harm) => (
          <Text key={harm}>{t(`numbers:harm.${harm}`, { count: callbacks })}</Text>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={leave} data-autofocus>
            {t("numbers:harm.leave")}
          </Button>
          <Button color="red.9" onClick={go}>
            {t("numbers:harm.do")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Asks before changes are lost by going elsewhere; the tabs of the same number lose none. */
function LeaveGuard({ sheet: { line, changes } }: { sheet: NewSheet }) {
  const t = useWords();
  const dirty = Object.keys(changes).length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => dirty && !next.pathname.startsWith(`/numbers/${line.id}/`),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      withinPortal={false}
      title={t("numbers:leave.title")}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Stack>
        <Text>{t("numbers:leave.words", { count: Object.keys(changes).length })}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => blocker.reset?.()}>
            {t("numbers:leave.stay")}
          </Button>
          <Button color="red.9" onClick={() => blocker.proceed?.()}>
            {t("numbers:leave.go")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
