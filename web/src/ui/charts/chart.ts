// What a chart shows: rows, how each is called, and the series that are read from them. The
// drawing, the table beside it and the file are all made of this.

import type { Meaning } from "./palette";

export interface Series<Row> {
  key: string;
  name: string;
  read: (row: Row) => number | null;
  /** How a value is written; in a file it stands as it is. */
  write: (value: number) => string;
  meaning?: Meaning;
  dashed?: boolean;
}

export interface Chart<Row> {
  rows: readonly Row[];
  /** What the first column is. */
  rowName: string;
  /** The whole name of a row, in the table and in the file. */
  name: (row: Row) => string;
  /** A short one for the axis. */
  short?: (row: Row) => string;
  series: readonly Series<Row>[];
  /** What stands in the table and in the file alone. */
  details?: readonly Series<Row>[];
}

export const columnsOf = <Row,>({ series, details = [] }: Chart<Row>): readonly Series<Row>[] => [...series, ...details];

export const written = <Row,>({ read, write }: Series<Row>, row: Row): string => {
  const value = read(row);
  return value === null ? "–" : write(value);
};
