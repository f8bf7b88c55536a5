// Says that these settings are the Smartflow's, and for which other numbers they count as well.

import { Text } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useSheet } from "../sheet";

export function SharedNote() {
  const t = useWords();
  const format = useFormat();
  const { line, flow, lines } = useSheet();
  const others = lines.filter(({ id, settings }) => id !== line.id && settings.flow_id === flow.id);
  const shared =
    others.length === 0 ? "" : t("numbers:flow.shared", { numbers: format.list(others.map(({ settings }) => settings.name)) });
  return (
    <Text size="sm" c="dimmed">
      {[t("numbers:flow.part_of", { flow: flow.settings.name, version: flow.version }), shared, flow.draft === null ? "" : t("numbers:flow.draft")]
        .filter((each) => each !== "")
        .join(" ")}
    </Text>
  );
}
