// All versions of the Smartflow: what was different in each, editing from there, rolling back.

import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import { Differences } from "../Differences";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { refresh, rollBack, told, useVersion, useVersions, type VersionView } from "../queries";
import { useWho } from "../useWho";

export function Versions({ close }: { close: () => void }) {
  const t = useWords();
  const { flowId, flow } = useEditor();
  const versions = useVersions(flowId, flow !== null);
  if (versions.isPending && flow !== null) return <LoadingRows rows={3} />;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("flow:versions.words")}
      </Text>
      <Problem error={versions.error} retry={() => void versions.refetch()} />
      {flow === null && <Empty title={t("flow:versions.none")} />}
      <ul className={classes.plain} aria-label={t("flow:versions.title")}>
        {(versions.data ?? []).map((version) => (
          <Version key={version.version} version={version} close={close} />
        ))}
      </ul>
    </Stack>
  );
}

function Version({ version, close }: { version: VersionView; close: () => void }) {
  const t = useWords();
  const format = useFormat();
  const who = useWho();
  const now = useNow();
  const { mayChange } = useEditor();
  const [shown, show] = useState<"nothing" | "compared" | "sure">("nothing");
  const n = version.version;
  const { calls, callbacks } = version.waiting;
  const about = [
    t("flow:versions.by", { when: format.moment(version.published_at, now), who: who(version.published_by) }),
    version.rolled_back_to === null ? null : t("flow:versions.content", { n: version.rolled_back_to }),
    calls + callbacks === 0 ? null : t("flow:versions.waiting", { count: calls + callbacks }),
  ].filter((each) => each !== null);
  return (
    <li className={classes.version}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{t("flow:versions.version", { n })}</Text>
          <Text size="sm" c="dimmed" className="figures">
            {about.join(" · ")}
          </Text>
        </div>
        {version.in_force && <StateBadge tone="talking">{t("flow:state.in_force")}</StateBadge>}
      </Group>
      {!version.in_force && (
        <Group gap="xs">
          <Button size="xs" variant="default" aria-label={t("flow:versions.compare_who", { n })} aria-expanded={shown === "compared"} onClick={() => { show(shown === "compared" ? "nothing" : "compared"); }}>
            {t("flow:versions.compare")}
          </Button>
          {mayChange && <EditFrom n={n} close={close} />}
          {mayChange && (
            <Button size="xs" variant="default" aria-label={t("flow:versions.roll_back_who", { n })} onClick={() => { show("sure"); }}>
              {t("flow:versions.roll_back")}
            </Button>
          )}
        </Group>
      )}
      {shown === "compared" && <Compared n={n} />}
      {shown === "sure" && <Sure n={n} leave={() => { show("nothing"); }} close={close} />}
    </li>
  );
}

function Compared({ n }: { n: number }) {
  const t = useWords();
  const { flowId, flow } = useEditor();
  const version = useVersion(flowId, n);
  if (version.data === undefined || flow === null) return <LoadingRows rows={2} height={20} />;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("flow:versions.compared")}
      </Text>
      <Differences was={flow.settings} is={version.data.settings} />
    </div>
  );
}

/** Put what a version held into the editor, as a change that can be undone. */
function EditFrom({ n, close }: { n: number; close: () => void }) {
  const t = useWords();
  const { flowId, editor, dispatch } = useEditor();
  const [wanted, want] = useState(false);
  const version = useVersion(flowId, wanted ? n : null);
  const take = () => {
    want(true);
    void version.refetch().then(({ data }) => {
      if (data === undefined) return;
      dispatch({ type: "run", command: { do: "replace", flow: data.settings } });
      close();
    });
  };
  return (
    <Button size="xs" variant="default" loading={wanted && version.isFetching} disabled={editor.flow === version.data?.settings} aria-label={t("flow:versions.edit_who", { n })} onClick={take}>
      {t("flow:versions.edit")}
    </Button>
  );
}

function Sure({ n, leave, close }: { n: number; leave: () => void; close: () => void }) {
  const t = useWords();
  const queries = useQueryClient();
  const { flowId, flow, draft, editor, say } = useEditor();
  const rolling = useMutation({
    mutationFn: () => rollBack(flowId, n, editor.seen.version),
    onSuccess: (published) => {
      told(queries, flowId, draft, published);
      say(t("flow:publish.done", { version: published.version }));
      close();
    },
    onSettled: () => refresh(queries),
  });
  const { calls, callbacks } = flow?.waiting ?? { calls: 0, callbacks: 0 };
  return (
    <Stack gap="xs" role="group" aria-label={t("flow:versions.sure", { n })}>
      <Text>
        {t("flow:versions.sure_words", { n, next: (flow?.version ?? 0) + 1 })} {t("flow:publish.waiting", { count: calls + callbacks })}
      </Text>
      <Problem error={rolling.error} />
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={leave}>
          {t("action.cancel")}
        </Button>
        <Button size="xs" loading={rolling.isPending} onClick={() => { rolling.mutate(); }}>
          {t("flow:versions.do")}
        </Button>
      </Group>
    </Stack>
  );
}
