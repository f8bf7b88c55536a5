// The bar that stays in sight while something is changed: what it means, and saving or giving it up.

import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { Clash } from "@/ui/sheet/Clash";
import { LeaveGuard } from "@/ui/sheet/LeaveGuard";
import { isChangedMeanwhile } from "@/ui/sheet/useChanges";
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
  const isClash = sheet.clashes || isChangedMeanwhile(saving.error);
  const discard = () => {
    saving.reset();
    forget();
  };
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
      <LeaveGuard isUnsaved={paths.length > 0} isHere={(pathname) => pathname.startsWith(`/numbers/${sheet.line.id}/`)} />
      {paths.length > 0 && (
        <section className={classes.bar} aria-label={t("numbers:save.region")}>
          <Impacts sheet={sheet} />
          {isClash && <Clash isPending={saving.isPending} loadTheirs={discard} saveMine={ask} />}
          {!isChangedMeanwhile(saving.error) && <Problem error={saving.error} />}
          {asked && wrong.length > 0 && <Text size="sm">{t("numbers:save.wrong", { count: wrong.length })}</Text>}
          <Group justify="space-between" gap="xs">
            <Text fw={550} className="figures" aria-live="polite">
              {t("numbers:save.changes", { count: paths.length })}
            </Text>
            {!isClash && (
              <Group gap="xs">
                <Button variant="default" onClick={discard}>
                  {t("numbers:save.discard")}
                </Button>
                <Button loading={saving.isPending} onClick={ask}>
                  {t("action.save")}
                </Button>
              </Group>
            )}
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
