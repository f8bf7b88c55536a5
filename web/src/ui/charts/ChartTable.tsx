// The same as a chart in numbers, for whoever reads rather than looks.

import { useWords } from "@/i18n/words";
import { columnsOf, written, type Chart } from "./chart";
import classes from "./Charts.module.css";

export function ChartTable<Row>({ title, chart }: { title: string; chart: Chart<Row> }) {
  const t = useWords();
  const columns = columnsOf(chart);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("charts:table_of", { title })}>
      <table className={`${classes.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{chart.rowName}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map((row) => (
            <tr key={chart.name(row)}>
              <th scope="row">{chart.name(row)}</th>
              {columns.map((series) => (
                <td key={series.key}>{written(series, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
