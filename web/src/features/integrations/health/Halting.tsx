// Whether anybody is called back at all: halted after a restore or by somebody, and resumed.

import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Part } from "./Part";
import { Sure } from "../Sure";
import { Notice } from "../Notice";
import { useHalting } from "./queries";

export function Halting() {
  const t = useWords();
  const halted = useLive((live) => live.callbacksHalted);
  const lock = useLive((live) => live.callbacksLock);
  const may = useMay("callbacks.halt");
  const [asking, ask] = useState(false);
  const halting = useHalting();
  const close = () => { ask(false); };
  if (halted || lock !== null) return null;
  return (
      <Part title={t("integrations:halt.title")} level="well" words={t("integrations:halt.on")}>
        {may && (
          <div>
            <Button size="xs" variant="default" leftSection={<IconPlayerPause size={14} aria-hidden />} onClick={() => { ask(true); }}>
              {t("integrations:halt.halt")}
            </Button>
          </div>
        )}
      <Sure
        opened={asking}
        close={close}
        title={t("integrations:halt.halt_title")}
        words={t("integrations:halt.halt_words")}
        action={t("integrations:halt.halt")}
        doing={{ ...halting, mutate: () => { halting.mutate(true, { onSuccess: close }); } }}
      />
      </Part>
  );
}

export function Halted() {
  return useLive((live) => live.callbacksHalted) ? <HaltedNotice /> : null;
}

/** Says that nobody is called back, with the button for who may change it. */
function HaltedNotice() {
  const t = useWords();
  const may = useMay("callbacks.halt");
  const [asking, ask] = useState(false);
  const resuming = useHalting();
  const close = () => { ask(false); };
  return (
    <Notice spoken tone="failed" title={t("integrations:halt.halted")} words={t(may ? "integrations:halt.halted_words" : "integrations:halt.halted_who")}>
      {may && (
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => { ask(true); }}>
          {t("integrations:halt.resume")}
        </Button>
      )}
      {may && (
        <Sure
          harmless
          opened={asking}
          close={close}
          title={t("integrations:halt.resume_title")}
          words={t("integrations:halt.resume_words")}
          action={t("integrations:halt.resume")}
          doing={{ ...resuming, mutate: () => { resuming.mutate(false, { onSuccess: close }); } }}
        />
      )}
    </Notice>
  );
}
