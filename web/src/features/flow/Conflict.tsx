// Said when somebody has changed the Smartflow meanwhile: nothing is lost, and what one may do.

import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { useEditor } from "./context";
import classes from "./Flow.module.css";
import type { Made } from "./useShared";
import { useWho } from "./useWho";

export function Conflict({ theirs }: { theirs: Made["theirs"] }) {
  const t = useWords();
  const who = useWho();
  const { editor, flow, draft, dispatch, ask, say } = useEditor();
  if (theirs === null) return null;
  const what =
    theirs.seen.version !== editor.seen.version && flow !== null
      ? t("flow:conflict.version", { who: who(flow.published_by), version: flow.version })
      : draft !== null
        ? t("flow:conflict.draft", { who: who(draft.saved_by) })
        : t("flow:conflict.gone");
  return (
    <Alert role="alert" variant="outline" color="gray" className={classes.conflict} icon={<IconUsers aria-hidden />} title={t("flow:conflict.title")}>
      <Stack gap="sm">
        <span>
          {what} {t("flow:conflict.safe")} {t("flow:conflict.mine_help")}
        </span>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => { ask({ what: "differences" }); }}>
            {t("flow:conflict.differences")}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              dispatch({ type: "take", ...theirs });
              say(t("flow:conflict.taken"));
            }}
          >
            {t("flow:conflict.theirs")}
          </Button>
          <Button size="xs" variant="default" onClick={() => { dispatch({ type: "seen", seen: theirs.seen }); }}>
            {t("flow:conflict.mine")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
