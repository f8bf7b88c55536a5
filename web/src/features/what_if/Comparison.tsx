// Three columns of the same figures, and what the settings change: by sign, colour and word.

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { asCsv, hand } from "@/ui/charts/csv";
import { Panel } from "@/ui/Panel";
import { DifferenceWords } from "./Words";
import classes from "./WhatIf.module.css";
import { COLUMNS, FIGURES, differenceIn, type Column, type Figure, type Result } from "./result";
import { useWritten } from "./written";

export function useColumnNames(isList: boolean): Record<Column, string> {
  const t = useWords();
  return {
    as_it_was: t("what_if:column.as_it_was"),
    same_settings: t(isList ? "what_if:column.without_callbacks" : "what_if:column.same_settings"),
    other_settings: t("what_if:column.other_settings"),
  };
}

export function Comparison({ result, isList }: { result: Result; isList: boolean }) {
  const t = useWords();
  const columns = useColumnNames(isList);
  const title = t("what_if:side_by_side");
  const save = () => {
    const series = COLUMNS.map((column) => ({
      key: column,
      name: columns[column],
      read: (figure: Figure) => figure.read(result[column]),
      write: String,
    }));
    const chart = { rows: FIGURES, rowName: t("what_if:figure_name"), name: ({ name }: Figure) => t(`what_if:figure.${name as "calls"}`), series };
    hand(asCsv(chart), "what-if.csv");
  };
  return (
    <Panel
      title={title}
      beside={
        <Tooltip label={t("charts:export", { title })}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("charts:export", { title })} onClick={save}>
            <IconDownload size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("charts:table_of", { title })}>
        <table className={`${classes.table} figures`}>
          <thead>
            <tr>
              <th scope="col">{t("what_if:figure_name")}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {columns[column]}
                </th>
              ))}
              <th scope="col">{t("what_if:column.difference")}</th>
            </tr>
          </thead>
          <tbody>
            {FIGURES.map((figure) => (
              <Row key={figure.name} figure={figure} result={result} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ figure, result }: { figure: Figure; result: Result }) {
  const t = useWords();
  const write = useWritten();
  const difference = differenceIn(figure, result);
  return (
    <tr data-part={figure.part}>
      <th scope="row">{t(`what_if:figure.${figure.name as "calls"}`)}</th>
      {COLUMNS.map((column) => {
        const value = figure.read(result[column]);
        return (
          <td key={column} data-column={column}>
            {value === null ? "–" : write[figure.sort](value)}
          </td>
        );
      })}
      <td>{difference !== null && <DifferenceWords difference={difference} sort={figure.sort} />}</td>
    </tr>
  );
}
