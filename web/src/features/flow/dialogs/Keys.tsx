// The keys of the editor.

import { Table } from "@mantine/core";
import { useWords } from "@/i18n/words";
import classes from "../Flow.module.css";
import { useView } from "../StepsView";

export function Keys() {
  const t = useWords();
  const arrows = t("flow:keys.key_arrows");
  const rows = [
    [useView() === "canvas" ? `${arrows} ← →` : arrows, t("flow:keys.arrows")],
    [t("flow:keys.key_enter"), t("flow:keys.enter")],
    [t("flow:keys.key_escape"), t("flow:keys.escape")],
    ["+", t("flow:keys.plus")],
    [`Alt+${arrows}`, t("flow:keys.alt")],
    [t("flow:keys.key_delete"), t("flow:keys.delete")],
    [t("flow:keys.key_undo"), t("flow:keys.undo")],
    ["Ctrl+S", t("flow:keys.save")],
  ];
  return (
    <Table aria-label={t("flow:keys.title")}>
      <Table.Tbody>
        {rows.map(([key, words]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">
              <kbd className={classes.keyName}>{key}</kbd>
            </Table.Th>
            <Table.Td>{words}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
