// What came of it: in words, side by side, and drawn.

import { Button, CopyButton, Skeleton, Stack, Text } from "@mantine/core";
import { IconCheck, IconLink } from "@tabler/icons-react";
import { Refused } from "@/api/refused";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Comparison } from "./Comparison";
import { ResultCharts } from "./ResultCharts";
import { Words } from "./Words";
import classes from "./WhatIf.module.css";
import { TIME_ZONE, type Study, type useRun, type useStudy } from "./queries";
import { asDaysQuestion, asListQuestion, isSame, type WhatIfSearch } from "./question";
import type { Result } from "./result";

/** Before the days are known; nothing is asked with it. */
const A_DAY = "2000-01-03";

interface Props {
  search: WhatIfSearch;
  study: ReturnType<typeof useStudy>;
  run: ReturnType<typeof useRun>;
  day: string;
}

export function Results({ search, study, run, day }: Props) {
  const t = useWords();
  const again = () => {
    run.mutate({ search, day });
  };
  const isList = search.source === "list";
  const question = isList ? asListQuestion(search, search.list ?? "") : asDaysQuestion(search, day || A_DAY, TIME_ZONE);
  return (
    <div className={classes.results}>
      {search.study === undefined && (
        <Panel title={t("what_if:results")}>
          <Empty title={t("what_if:none_title")} words={t("what_if:none_words")} />
        </Panel>
      )}
      {study.error !== null && (
        <Panel title={t("what_if:results")}>
          {isGone(study.error) ? (
            <Empty title={t("what_if:gone_title")} words={t("what_if:gone_words")}>
              <Button mt="xs" size="xs" variant="default" onClick={again} loading={run.isPending}>
                {t("what_if:again")}
              </Button>
            </Empty>
          ) : (
            <div className={classes.padded}>
              <Problem error={study.error} title={t("problem.load_title")} retry={() => void study.refetch()} />
            </div>
          )}
        </Panel>
      )}
      {study.data !== undefined && (
        <Answer study={study.data} isList={isList} again={again} changed={study.data.state === "done" && !isSame(study.data.asked ?? {}, question)} />
      )}
    </div>
  );
}

const isGone = (error: unknown) => error instanceof Refused && error.code === "unknown-study";

function Answer({ study, isList, again, changed }: { study: Study; isList: boolean; again: () => void; changed: boolean }) {
  const t = useWords();
  if (study.state === "running") {
    return (
      <Panel title={t("what_if:results")}>
        <Stack p="md" gap="sm" role="status" aria-label={t("what_if:running")}>
          <Skeleton height={18} width="70%" />
          <Skeleton height={260} radius="md" />
        </Stack>
      </Panel>
    );
  }
  if (study.state !== "done" || study.result === null) return <NotDone study={study} again={again} />;
  const result = study.result as unknown as Result;
  return (
    <>
      <Panel title={t("what_if:in_words")} beside={<Share />}>
        {changed && (
          <Text size="sm" role="status" className={classes.changed}>
            {t("what_if:changed")}
          </Text>
        )}
        <Words result={result} isList={isList} />
      </Panel>
      <Comparison result={result} isList={isList} />
      <ResultCharts result={result} isList={isList} />
    </>
  );
}

const KNOWN = ["no-calls-that-day", "unknown-line", "invalid-flow"] as const;

function NotDone({ study, again }: { study: Study; again: () => void }) {
  const t = useWords();
  const { state, code, details, problem } = study;
  const known = KNOWN.find((each) => each === code);
  const error = code == null ? problem : new Refused(code, problem ?? "", details);
  return (
    <Panel title={t("what_if:results")}>
      {state === "stopped" ? (
        <Empty title={t("what_if:stopped")}>
          <Button mt="xs" size="xs" variant="default" onClick={again}>
            {t("what_if:again")}
          </Button>
        </Empty>
      ) : (
        <div className={classes.padded}>
          <Problem error={known === undefined ? error : t(`what_if:refused.${known}`)} title={t("what_if:refused_title")} retry={again} />
        </div>
      )}
    </Panel>
  );
}

function Share() {
  const t = useWords();
  return (
    <CopyButton value={location.href} timeout={2_000}>
      {({ copied, copy }) => (
        <Button size="xs" variant="default" leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconLink size={15} aria-hidden />} onClick={copy}>
          <Text span inherit aria-live="polite">
            {t(copied ? "what_if:copied" : "what_if:share")}
          </Text>
        </Button>
      )}
    </CopyButton>
  );
}
