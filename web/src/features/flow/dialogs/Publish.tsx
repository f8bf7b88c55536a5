// Publishes the draft, after saying what changes and what happens to those who are waiting.

import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { Differences } from "../Differences";
import { useEditor } from "../context";
import { isDirty } from "../editor";
import { ProblemList } from "../ProblemsPanel";
import { publishDraft, refresh, saveDraft, told } from "../queries";

export function Publish({ close }: { close: () => void }) {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const { flowId, flow, editor, draft, own, problems, warnings, dispatch, say } = useEditor();
  const publishing = useMutation({
    mutationFn: async () => {
      const saved = isDirty(editor) || draft === null ? await saveDraft(flowId, editor.seen, editor.flow) : null;
      const seen = saved === null ? editor.seen : { draft: saved.draft, version: saved.version };
      if (saved !== null) dispatch({ type: "saved", flow: editor.flow, seen });
      return publishDraft(flowId, seen);
    },
    onSuccess: (published) => {
      dispatch({ type: "saved", flow: editor.flow, seen: { draft: 0, version: published.version } });
      told(queries, flowId, null, published);
      say(t(published.version === editor.seen.version ? "flow:publish.done_same" : "flow:publish.done", { version: published.version }));
      close();
    },
    onSettled: () => refresh(queries),
  });
  if (problems.length > 0) {
    return (
      <Stack>
        <Text>{t("flow:publish.blocked")}</Text>
        <ProblemList chosen={close} />
      </Stack>
    );
  }
  const { calls, callbacks } = flow?.waiting ?? { calls: 0, callbacks: 0 };
  const version = (flow?.version ?? 0) + 1;
  return (
    <Stack>
      <div>
        <Text>
          {own.length === 0
            ? t("flow:publish.counts_none", { version })
            : t("flow:publish.counts", { version, numbers: format.list(own.map(({ settings }) => settings.name)) })}
        </Text>
        <Text>{t("flow:publish.waiting", { count: calls + callbacks })}</Text>
      </div>
      {flow !== null && (
        <div>
          <Text fw={600} mb={4}>
            {t("flow:publish.changes")}
          </Text>
          <Differences was={flow.settings} is={editor.flow} />
        </div>
      )}
      {warnings.length > 0 && (
        <div>
          <Text fw={600} mb={4}>
            {t("flow:publish.warnings")}
          </Text>
          <ProblemList chosen={close} />
        </div>
      )}
      <Problem error={publishing.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t("flow:publish.stay")}
        </Button>
        <Button loading={publishing.isPending} onClick={() => { publishing.mutate(); }}>
          {t("flow:publish.do")}
        </Button>
      </Group>
    </Stack>
  );
}
