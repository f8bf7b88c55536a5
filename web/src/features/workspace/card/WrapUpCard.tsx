// After a call: how long for notes, and the one correction of its outcome (R31).

import { Button, Group, Stack, Text } from "@mantine/core";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { useTimer } from "@/ui/Timer";
import { useCorrection, useEndWrapUp, type Correction } from "../actions";
import { LazyAnnotations } from "@/ui/annotations/LazyAnnotations";
import classes from "./Card.module.css";
import { EndWords } from "./QuietCard";
import type { End } from "./ends";

const CORRECTIONS: readonly Correction[] = ["voicemail", "wrong-person"];

interface Props {
  agent: AgentView;
  end: End | null;
  /** The call that it follows, as far as this page knows. */
  callId: string | null;
}

export function WrapUpCard({ agent, end, callId }: Props) {
  const t = useWords();
  const left = useTimer({ until: agent.wrap_up_until });
  const correcting = useCorrection(agent.id);
  const ending = useEndWrapUp(agent.id);
  const callbackId = agent.correctable_callback_id;
  return (
    <>
      <div className={classes.quiet}>
        <Text fw={600}>{end === null ? t("workspace:wrap.title") : <EndWords end={end} />}</Text>
        <Text size="sm" c="dimmed" className="figures">
          {t("workspace:wrap.left", { time: left })}
        </Text>
        <Button
          mt="sm"
          variant="default"
          loading={ending.isPending}
          onClick={() => {
            ending.mutate();
          }}
        >
          {t("workspace:wrap.end")}
        </Button>
        <Problem error={ending.error} />
      </div>
      {callId !== null && <LazyAnnotations callId={callId} agentId={agent.id} />}
      {callbackId !== null && (
        <Stack gap="xs" role="group" aria-labelledby="really-reached">
          <Text size="sm" id="really-reached">
            {t("workspace:wrap.correct")}
          </Text>
          <Group gap="sm">
            {CORRECTIONS.map((correction) => (
              <Button
                key={correction}
                flex="1 0 auto"
                variant="default"
                px="xs"
                disabled={correcting.isPending}
                onClick={() => {
                  correcting.mutate({ callbackId, correction });
                }}
              >
                {correcting.isPending && correcting.variables.correction === correction
                  ? t("workspace:wrap.correcting")
                  : t(`workspace:wrap.${correction}`)}
              </Button>
            ))}
          </Group>
          <Problem error={correcting.error} />
        </Stack>
      )}
    </>
  );
}
