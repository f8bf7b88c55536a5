// Asked once: may requests be heard, and shown while this tab is hidden?

import { Button, Group, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import classes from "./Workspace.module.css";
import { useRingAloud } from "./preferences";

export function AskToRing() {
  const t = useWords();
  const [aloud, ringAloud] = useRingAloud();
  if (aloud !== null) return null;
  const agree = () => {
    ringAloud(true);
    if ("Notification" in globalThis) void Notification.requestPermission();
  };
  return (
    <Stack className={classes.ask} gap="xs">
      <Text size="sm" fw={550}>
        {t("workspace:ring.ask")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("workspace:ring.ask_words")}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={agree}>
          {t("workspace:ring.yes")}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.notNow}
          onClick={() => {
            ringAloud(false);
          }}
        >
          {t("workspace:ring.no")}
        </Button>
      </Group>
    </Stack>
  );
}
