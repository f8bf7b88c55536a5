// Who did what, when and from where.

import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLiveStore } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import classes from "../Integrations.module.css";
import { useKeys, useSubjectName, useUsers } from "../names";
import { AuditExport } from "./AuditExport";
import { ACTIONS, useActionWords, useDetails } from "./describe";
import { flattened } from "./details";
import { useLog, type Entry } from "./queries";
import { isFiltered, readSearch, type AuditSearch } from "./search";

const route = getRouteApi("/audit-log");

export function AuditLogScreen() {
  const t = useWords();
  const search = readSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const log = useLog(search);
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const choose = (wanted: AuditSearch) => void navigate({ search: wanted, replace: true });
  const filtered = isFiltered(search);
  return (
    <Screen title={t("integrations:audit.title")} beside={<AuditExport search={search} />} width={1100}>
      <Panel title={t("integrations:audit.entries")}>
        <Filters search={search} choose={choose} />
        {log.error !== null && (
          <div className={classes.padded}>
            <Problem error={log.error} title={t("problem.load_title")} retry={() => void log.refetch()} />
          </div>
        )}
        {log.isPending && <LoadingRows rows={8} />}
        {log.isSuccess && entries.length === 0 && (
          <Empty title={t(filtered ? "integrations:audit.nothing_title" : "integrations:audit.none_title")} words={t(filtered ? "integrations:audit.nothing_words" : "integrations:audit.none_words")}>
            {filtered && (
              <Button mt="xs" variant="default" size="xs" onClick={() => { choose({}); }}>
                {t("integrations:audit.clear")}
              </Button>
            )}
          </Empty>
        )}
        <ol className={classes.rows} data-stale={log.isPlaceholderData} aria-label={t("integrations:audit.entries")}>
          {entries.map((entry) => (
            <Row key={entry.number} entry={entry} />
          ))}
        </ol>
        {log.hasNextPage && (
          <Group justify="center" p="sm">
            <Button variant="default" size="xs" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t("integrations:more")}
            </Button>
          </Group>
        )}
      </Panel>
    </Screen>
  );
}

const COMMAND_LINE = "command line";

interface FilterProps {
  search: AuditSearch;
  choose: (search: AuditSearch) => void;
}

function Filters({ search, choose }: FilterProps) {
  const t = useWords();
  const actionWords = useActionWords();
  const users = useUsers();
  const keys = useKeys();
  const people = [
    ...(users.data ?? []).map(({ id, name }) => ({ value: `user:${id}`, label: name })),
    ...(keys.data ?? []).map(({ id, name }) => ({ value: `key:${id}`, label: t("integrations:audit.key", { name }) })),
    { value: "operator", label: t("integrations:actor.operator") },
    { value: "nobody", label: t("integrations:actor.nobody") },
  ];
  const actions = ACTIONS().map((value) => ({ value: value as string, label: actionWords(value) }));
  const known = (list: { value: string; label: string }[], value: string | undefined) =>
    value === undefined || list.some((each) => each.value === value) ? list : [...list, { value, label: value }];
  return (
    <div role="group" aria-label={t("integrations:audit.filters")} className={classes.fields}>
      <Select
        size="xs"
        searchable
        clearable
        label={t("integrations:audit.who")}
        placeholder={t("integrations:audit.anybody")}
        data={known(people, search.who)}
        value={search.who ?? null}
        clearButtonProps={{ "aria-label": t("integrations:audit.clear_who") }}
        onChange={(who) => { choose({ ...search, who: who ?? undefined }); }}
      />
      <Select
        size="xs"
        searchable
        clearable
        label={t("integrations:audit.what")}
        placeholder={t("integrations:audit.anything")}
        data={known(actions, search.action)}
        value={search.action ?? null}
        clearButtonProps={{ "aria-label": t("integrations:audit.clear_what") }}
        onChange={(action) => { choose({ ...search, action: action ?? undefined }); }}
      />
      {(["since", "until"] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          label={t(`integrations:audit.${end}`)}
          value={search[end] ?? ""}
          onChange={(event) => { choose({ ...search, [end]: event.currentTarget.value || undefined }); }}
        />
      ))}
    </div>
  );
}

function Row({ entry }: { entry: Entry }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const actionWords = useActionWords();
  const subjectName = useSubjectName();
  const details = useDetails()(entry);
  const { at, actor, name, address, action, subject } = entry;
  const about = subject === null ? null : subjectName(subject);
  const who = actor === "operator" || actor === "nobody" ? t(`integrations:actor.${actor}`) : name;
  return (
    <li>
      <div className={classes.who}>
        <span className={classes.name}>{actionWords(action)}</span>
        {subject !== null && (about !== null || !isOpaque(subject)) && <span title={subject}>{about ?? <Text span c="dimmed" className={classes.token}>{subject}</Text>}</span>}
      </div>
      <time dateTime={at} title={at} className="figures">
        <Text span size="sm" c="dimmed">
          {format.moment(at, clock.now())}
        </Text>
      </time>
      <Text size="sm" c="dimmed" className={classes.whole}>
        {[actor.startsWith("key:") ? t("integrations:audit.key", { name: who }) : who, address && t("integrations:audit.from", { address: address === COMMAND_LINE ? t("integrations:audit.command_line") : address })].filter(Boolean).join(" · ")}
      </Text>
      {details.words.length > 0 && (
        <Text size="sm" className={classes.whole}>
          {details.words.join(" · ")}
        </Text>
      )}
      {details.sent !== undefined && <Sent sent={details.sent} />}
    </li>
  );
}

/** Tell whether an id says nothing to anybody, such as that of a session. */
const isOpaque = (id: string) => /^[0-9a-f]{12,}$/.test(id);

function Sent({ sent }: { sent: unknown }) {
  const t = useWords();
  const values = flattened(sent);
  return (
    <details className={`${classes.disclosure} ${classes.whole}`}>
      <summary>{t("integrations:audit.values", { count: values.length })}</summary>
      <dl className={classes.values}>
        {values.map(({ path, value }) => (
          <div key={path} className={classes.pair}>
            <dt className={classes.token}>{path}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
