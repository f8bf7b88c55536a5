// A call list of one's own: sent, looked at, and said what is in it or what is wrong with it.

import { FileInput, Select, Stack, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useDates } from "@/ui/charts/dates";
import { Problem } from "@/ui/Problem";
import classes from "./WhatIf.module.css";
import { columnsOf, useCallList, useSendList } from "./queries";
import type { WhatIfSearch } from "./question";

interface Props {
  search: WhatIfSearch;
  choose: (search: WhatIfSearch) => void;
}

export function ListFile({ search, choose }: Props) {
  const t = useWords();
  const format = useFormat();
  const dates = useDates();
  const [file, setFile] = useState<File | null>(null);
  const kept = useCallList(search.list);
  const send = useSendList(({ id }) => {
    choose({ ...search, list: id, study: undefined });
  });
  const columns = columnsOf(send.error);
  const list = kept.data;
  return (
    <Stack gap="sm">
      <FileInput
        label={t("what_if:list.file")}
        description={t("what_if:list.help")}
        placeholder={t("what_if:list.choose")}
        accept=".csv,.gz,text/csv"
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        value={file}
        disabled={send.isPending}
        onChange={(chosen) => {
          setFile(chosen);
          if (chosen !== null) send.mutate({ file: chosen });
        }}
      />
      {send.isPending && (
        <Text size="sm" c="dimmed" role="status">
          {t("what_if:list.sending")}
        </Text>
      )}
      <Problem error={send.error ?? kept.error} title={t("what_if:list.refused")} />
      {columns.length > 0 && file !== null && (
        <Select
          label={t("what_if:list.arrival")}
          description={t("what_if:list.arrival_help")}
          placeholder={t("what_if:list.column")}
          data={columns}
          onChange={(arrival) => {
            if (arrival !== null) send.mutate({ file, arrival });
          }}
        />
      )}
      {list !== undefined && send.error === null && (
        <dl className={classes.list}>
          <dt>{list.name}</dt>
          <dd>{t("what_if:list.holds", { count: list.calls, n: format.number(list.calls), span: dates.span(Date.parse(list.begins), Date.parse(list.until)) })}</dd>
          <dd>{t(list.knows_agents ? "what_if:list.knows_agents" : "what_if:list.no_agents")}</dd>
        </dl>
      )}
    </Stack>
  );
}
