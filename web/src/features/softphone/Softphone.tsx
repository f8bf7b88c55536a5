// The agent's telephone in the frame of the app: it stays while screens come and go.

import { Popover, UnstyledButton } from "@mantine/core";
import { IconPhone, IconPhoneCalling, IconPhoneX } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { PhonePanel } from "./PhonePanel";
import classes from "./Softphone.module.css";
import { standingOf } from "./standing";
import { useSoftphone } from "./useSoftphone";

export function Softphone({ agentId }: { agentId: string }) {
  const t = useWords();
  const phone = useSoftphone(agentId);
  const standing = standingOf(phone);
  const [opened, open] = useState<boolean | null>(null);
  const Icon = phone.inCall ? IconPhoneCalling : standing.tone === "failed" ? IconPhoneX : IconPhone;
  const words = t(`softphone:standing.${standing.name}`);
  return (
    <Popover
      opened={opened ?? standing.asks}
      onChange={open}
      position="bottom-end"
      width={304}
      shadow="md"
      withinPortal
      trapFocus={opened === true}
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.button}
          data-tone={standing.tone}
          data-phone={standing.name}
          onClick={() => {
            open(!(opened ?? standing.asks));
          }}
        >
          <span className="spoken">{t("softphone:button", { standing: words })}</span>
          <Icon size={18} stroke={1.8} aria-hidden />
          <span className={classes.dot} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t("softphone:title")}>
        <PhonePanel phone={phone} standing={standing} />
      </Popover.Dropdown>
      <span className="spoken" role="alert">
        {standing.tone === "failed" || standing.name === "lost" ? words : ""}
      </span>
    </Popover>
  );
}
