// Throws a draft away, after asking.

import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { useEditor } from "../context";
import { discardDraft, refresh, told } from "../queries";

export function Discard({ close }: { close: () => void }) {
  const t = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { flowId, flow, editor, dispatch } = useEditor();
  const discarding = useMutation({
    mutationFn: () => discardDraft(flowId, editor.seen.draft),
    onSuccess: async () => {
      close();
      if (flow !== null) dispatch({ type: "take", flow: flow.settings, seen: { draft: 0, version: flow.version } });
      else dispatch({ type: "saved", flow: editor.flow, seen: { draft: 0, version: 0 } });
      if (flow === null) await navigate({ to: "/flows" });
      told(queries, flowId, null);
      await refresh(queries);
    },
    onError: () => refresh(queries),
  });
  return (
    <Stack>
      <Text>{t(flow === null ? "flow:discard.never" : "flow:discard.words")}</Text>
      <Problem error={discarding.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t("flow:discard.keep")}
        </Button>
        <Button color="red.9" loading={discarding.isPending} onClick={() => { discarding.mutate(); }}>
          {t("flow:discard.do")}
        </Button>
      </Group>
    </Stack>
  );
}
