// What is wrong with the Smartflow as it is here, by the server's word; each leads to its step.

import { Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import { useEditor } from "./context";
import classes from "./Flow.module.css";
import { useProblemTitle } from "./problemWords";

interface Props {
  checking: boolean;
  failed: unknown;
}

export function ProblemsPanel({ checking, failed }: Props) {
  const t = useWords();
  const { problems, warnings } = useEditor();
  const beside =
    problems.length > 0 ? (
      <StateBadge tone="failed" icon={IconCircleX}>
        {t("flow:list.problems", { count: problems.length })}
      </StateBadge>
    ) : warnings.length > 0 ? (
      <StateBadge tone="late" icon={IconAlertTriangle}>
        {t("flow:list.warnings", { count: warnings.length })}
      </StateBadge>
    ) : null;
  return (
    <Panel title={t("flow:problems.title")} beside={beside}>
      <Stack gap="xs" p="md" data-checking={checking} className={classes.problems}>
        <Problem error={failed} />
        {failed === null && problems.length === 0 && (
          <Text size="sm" className={classes.fine}>
            <IconCircleCheck size={16} aria-hidden />
            {t("flow:problems.none")}
          </Text>
        )}
        <ProblemList />
      </Stack>
    </Panel>
  );
}

/** Problems, then warnings; choosing one goes to its step. */
export function ProblemList({ chosen }: { chosen?: () => void }) {
  const t = useWords();
  const title = useProblemTitle();
  const { problems, warnings, dispatch } = useEditor();
  const all = [...problems.map((each) => ["problem", each] as const), ...warnings.map((each) => ["warning", each] as const)];
  if (all.length === 0) return null;
  return (
    <ul className={classes.problemList}>
      {all.map(([kind, problem], index) => {
        const { step, words } = title(problem);
        const Icon = kind === "problem" ? IconCircleX : IconAlertTriangle;
        return (
          <li key={index} data-kind={kind}>
            <button
              type="button"
              className={classes.problem}
              onClick={() => {
                chosen?.();
                dispatch({ type: "select", id: problem.step_id, focus: true });
              }}
            >
              <Icon size={16} aria-hidden />
              <span>
                <span className="spoken">{t(`flow:problems.kind_${kind}`)}: </span>
                <b>{step}</b> {words}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
