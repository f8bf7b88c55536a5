// Says which lines the figures are of, to who sees some of them only (R36).

import { Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import classes from "./Analytics.module.css";
import { useLines } from "./queries";

export function SeenLines() {
  const t = useWords();
  const format = useFormat();
  const names = (useLines().data ?? []).map(({ settings }) => settings.name);
  return (
    <Text size="sm" className={classes.seen} role="note">
      <IconEye size={16} aria-hidden />
      <span>{t("analytics:seen_lines", { count: names.length, lines: format.list(names) })}</span>
    </Text>
  );
}
