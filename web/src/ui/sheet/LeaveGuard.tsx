// Asks before changes are lost by going elsewhere, whatever of the screen they belong to.

import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../Dialog";
import { Problem } from "../Problem";

interface Saving {
  words: string;
  save: () => Promise<unknown>;
}

interface GuardProps {
  isUnsaved: boolean;
  /** Whether an address belongs to what is changed here: going there loses nothing. */
  isHere?: (pathname: string) => boolean;
  saving?: Saving;
}

export function LeaveGuard({ isUnsaved, isHere = nowhere, saving }: GuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => isUnsaved && !isHere(next.pathname),
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  return <LeaveDialog opened={blocker.status === "blocked"} stay={() => blocker.reset?.()} go={() => blocker.proceed?.()} saving={saving} />;
}

const nowhere = () => false;

interface DialogProps {
  opened: boolean;
  stay: () => void;
  go: () => void;
  saving?: Saving | undefined;
}

export function LeaveDialog({ opened, stay, go, saving }: DialogProps) {
  const { t } = useTranslation("sheet");
  const kept = useMutation({ mutationFn: async () => saving?.save(), onSuccess: go, onError: stay });
  return (
    <Dialog title={t("leave.title")} opened={opened} close={stay}>
      <Stack>
        <Text>{t("leave.words")}</Text>
        <Problem error={kept.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={stay}>
            {t("leave.stay")}
          </Button>
          <Button variant="default" onClick={go}>
            {t("leave.go")}
          </Button>
          {saving !== undefined && (
            <Button loading={kept.isPending} onClick={() => { kept.mutate(); }}>
              {saving.words}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

// ---- a screen of several parts, each with its own changes

const CountContext = createContext<(by: 1 | -1) => void>(() => undefined);

/** Guards a screen while any part of it says by `useUnsaved` that it holds changes. */
export function GuardedParts({ children }: { children: ReactNode }) {
  const [unsaved, count] = useState(0);
  const [add] = useState(() => (by: 1 | -1) => { count((before) => before + by); });
  return (
    <CountContext value={add}>
      {children}
      <LeaveGuard isUnsaved={unsaved > 0} />
    </CountContext>
  );
}

export function useUnsaved(isUnsaved: boolean): void {
  const add = useContext(CountContext);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    add(1);
    return () => { add(-1); };
  }, [add, isUnsaved]);
}
