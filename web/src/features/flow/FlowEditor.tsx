// The editor of a Smartflow: the bar of commands, the steps, the settings of the one that is
// selected, and what is wrong; list and canvas are two views of one state.

import { Drawer, Group, Stack, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { LeaveGuard } from "@/ui/sheet/LeaveGuard";
import { SharedContext, type Shared } from "./context";
import { Conflict } from "./Conflict";
import { Dialogs } from "./dialogs/Dialogs";
import { isDirty } from "./editor";
import classes from "./Flow.module.css";
import { Inspector, SETTINGS } from "./inspector/Inspector";
import { ProblemsPanel } from "./ProblemsPanel";
import { refresh, saveDraft, told } from "./queries";
import { StateLine } from "./StateLine";
import { StepsView } from "./StepsView";
import { Toolbar } from "./Toolbar";
import { TrialPanel } from "./trial/TrialPanel";
import { useKeys } from "./useKeys";
import { useShared, type Loaded } from "./useShared";

const NARROW_MAX = 896; // px; Flow.module.css has the same

export function FlowEditor({ flowId, loaded }: { flowId: string; loaded: Loaded }) {
  const t = useWords();
  const queries = useQueryClient();
  const made = useShared(flowId, loaded);
  const { editor, dispatch, say, mayChange, trying } = made;
  const { ref: room, width } = useElementSize();
  const isWide = width === 0 || width > NARROW_MAX;
  const [inspecting, inspect] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveDraft(flowId, editor.seen, editor.flow),
    onSuccess: (draft) => {
      dispatch({ type: "saved", flow: editor.flow, seen: { draft: draft.draft, version: draft.version } });
      told(queries, flowId, draft);
      say(t("flow:publish.saved"));
    },
    onError: () => refresh(queries),
  });
  const save = () => {
    if (mayChange && !saving.isPending) saving.mutate();
  };
  const tryOut = () => {
    if (trying.isOn) trying.leave();
    else trying.begin();
    if (!isWide) inspect(true);
  };
  useKeys(made, save);
  const shared: Shared = {
    ...made,
    inspect: (id, enter) => {
      dispatch({ type: "select", id });
      if (!isWide) inspect(true);
      else if (enter) document.getElementById(SETTINGS)?.focus();
    },
  };
  return (
    <SharedContext value={shared}>
      <Screen title={editor.flow.name || t("flow:screen.title")} beside={<StateLine />}>
        <Stack gap="sm" mt={-12}>
          <Group gap="md">
            <Link to="/flows" className={classes.back}>
              <IconChevronLeft size={16} aria-hidden />
              {t("flow:screen.all")}
            </Link>
          </Group>
          {!mayChange && <Text className={classes.note}>{t("flow:screen.read_only")}</Text>}
          <Conflict theirs={saving.isPending ? null : made.theirs} />
          {made.theirs === null && <Problem error={saving.error} />}
          <Toolbar save={save} saving={saving.isPending} trying={trying} tryOut={tryOut} />
          <div ref={room} className={classes.room}>
            <div className={classes.editor}>
              <StepsView />
              {isWide ? (
                <aside className={classes.aside} aria-label={t("flow:inspect.label")}>
                  <ProblemsPanel checking={made.checking} failed={made.checkFailed} />
                  {trying.isOn && <TrialPanel trying={trying} />}
                  <Inspector />
                </aside>
              ) : (
                <ProblemsPanel checking={made.checking} failed={made.checkFailed} />
              )}
            </div>
          </div>
          <p className="spoken" role="status">
            {made.said}
          </p>
        </Stack>
        <Drawer
          opened={!isWide && inspecting}
          onClose={() => {
            inspect(false);
          }}
          position="bottom"
          size="85%"
          withinPortal={false}
          title={t(trying.isOn ? "flow:trial.title" : "flow:inspect.label")}
          classNames={{ title: classes.dialogTitle, inner: classes.dialog }}
          closeButtonProps={{ "aria-label": t("action.close") }}
        >
          {trying.isOn ? <TrialPanel trying={trying} /> : <Inspector />}
        </Drawer>
        <Dialogs asked={made.asked} theirs={made.theirs} />
        <LeaveGuard
          isUnsaved={isDirty(editor)}
          isHere={(pathname) => pathname === `/flows/${flowId}`}
          saving={{ words: t("flow:leave.save"), save: () => saving.mutateAsync() }}
        />
      </Screen>
    </SharedContext>
  );
}
