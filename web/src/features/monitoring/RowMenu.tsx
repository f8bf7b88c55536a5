// What may be asked and done about one callback.

import { Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBarToUp, IconDots, IconHelpCircle, IconTimeline, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import classes from "./Monitoring.module.css";
import type { Asked } from "./RowDialog";
import type { Entry } from "./entries";

interface Props {
  entry: Entry;
  who: string;
  /** Whether the keyboard gets here by Tab: only from the row it is in. */
  reachable: boolean;
  ask: (asked: Asked) => void;
}

export function RowMenu({ entry, who, reachable, ask }: Props) {
  const t = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [wanted, { open: want, close: leave }] = useDisclosure(false);
  if (entry.callbackId === null) return null;
  const close = () => {
    leave();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.more}
        tabIndex={reachable ? 0 : -1}
        aria-label={t("monitoring:menu.open", { who })}
        aria-haspopup="menu"
        aria-expanded={wanted}
        onClick={want}
      >
        <IconDots size={18} aria-hidden />
      </button>
      {wanted && <Actions entry={entry} who={who} ask={ask} close={close} />}
    </>
  );
}

/** Made when it is opened: a menu in every row would be most of the board's work. */
function Actions({ entry, who, ask, close }: Omit<Props, "reachable"> & { close: () => void }) {
  const t = useWords();
  const mayMove = useMay("callbacks.direct");
  const mayCancel = useMay("callbacks.cancel");
  const { callbackId } = entry;
  if (callbackId === null) return null;
  const open = (what: Asked["what"]) => () => {
    ask({ what, callbackId, who });
  };
  return (
    <Menu opened onClose={close} position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <span className={classes.anchor} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTimeline size={16} aria-hidden />} onClick={open("timeline")}>
          {t("monitoring:menu.timeline")}
        </Menu.Item>
        {entry.queued && (
          <Menu.Item leftSection={<IconHelpCircle size={16} aria-hidden />} onClick={open("why")}>
            {t("monitoring:menu.why")}
          </Menu.Item>
        )}
        {entry.queued && mayMove && (
          <Menu.Item leftSection={<IconArrowBarToUp size={16} aria-hidden />} onClick={open("move")}>
            {t("monitoring:menu.move")}
          </Menu.Item>
        )}
        {mayCancel && (
          <Menu.Item leftSection={<IconX size={16} aria-hidden />} className={classes.danger} onClick={open("cancel")}>
            {t("monitoring:menu.cancel")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
