// A chart as a file for a spreadsheet: one line a row, numbers as they are.

import { save } from "@/api/save";
import { columnsOf, type Chart } from "./chart";

const NEWLINE = "\r\n";
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export function asCsv<Row>(chart: Chart<Row>): string {
  const { rows, rowName, name } = chart;
  const columns = columnsOf(chart);
  const head = [rowName, ...columns.map((each) => each.name)].map(cell);
  const lines = rows.map((row) => [cell(name(row)), ...columns.map(({ read }) => plain(read(row)))]);
  return [head, ...lines].map((cells) => cells.join(",") + NEWLINE).join("");
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const plain = (value: number | null): string => (value === null ? "" : String(Math.round(value * 10_000) / 10_000));

/** Hand a text over as a file of the reader's. */
export function hand(text: string, file: string): void {
  save(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }), file);
}
