// The first steps of a newcomer, above every screen: each is ticked once the server says that it
// has happened.

import { ActionIcon, Button, Group, Progress, Text, Title, Tooltip } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { IconCheck, IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "@/ui/Problem";
import classes from "./Checklist.module.css";
import { nextOf, type Checklist as Steps, type Step } from "./steps";
import { StepPlace } from "./StepPlace";
import { useChecklist } from "./useChecklist";

interface Props {
  openBooth: (() => void) | undefined;
}

export function Checklist({ openBooth }: Props) {
  const { t } = useTranslation("checklist");
  const [kept, keep] = useLocalStorage<string | null>({
    key: "ringback-first-steps",
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const hidden = kept === "hidden";
  const checklist = useChecklist(!hidden);
  const [seenOpen, seeOpen] = useState(false);
  const open = checklist.data !== undefined && nextOf(checklist.data.steps) !== undefined;
  if (open && !seenOpen) seeOpen(true);
  if (hidden) return null;
  if (checklist.data === undefined) {
    return checklist.error === null ? null : (
      <Problem error={checklist.error} retry={() => void checklist.refetch()} />
    );
  }
  if (checklist.data.kind === "setup" && !seenOpen && kept !== "shown") return null;
  return (
    <FirstSteps
      checklist={checklist.data}
      openBooth={openBooth}
      dismiss={() => {
        keep("hidden");
      }}
      title={t(`${checklist.data.kind}.title`)}
    />
  );
}

interface FirstStepsProps extends Props {
  checklist: Steps;
  title: string;
  dismiss: () => void;
}

function FirstSteps({ checklist, title, openBooth, dismiss }: FirstStepsProps) {
  const { t } = useTranslation("checklist");
  const [open, { toggle }] = useDisclosure(false);
  const { kind, steps, call_id } = checklist;
  const done = steps.filter((each) => each.done).length;
  const next = nextOf(steps);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <section className={classes.panel} aria-labelledby="first-steps">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap="sm" className={classes.head}>
          <Title order={2} id="first-steps">
            {title}
          </Title>
          <Text size="sm" c="dimmed" className="figures">
            {t("done_of", { done, all: steps.length })}
          </Text>
        </Group>
        <Group gap={4} wrap="nowrap">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={open}
            aria-controls="first-steps-all"
            rightSection={<Chevron size={16} aria-hidden />}
            onClick={toggle}
          >
            {t(open ? "fewer" : "all")}
          </Button>
          <Tooltip label={t("dismiss")}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("dismiss")} onClick={dismiss}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <Progress
        value={(100 * done) / steps.length}
        size={4}
        my={8}
        color="teal.9"
        aria-label={t("done_of", { done, all: steps.length })}
      />
      <div role="status">
        {next === undefined ? (
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t(`${kind}.finished`)}</Text>
            <StepPlace step={steps.at(-1)?.step} callId={call_id} openBooth={openBooth} />
          </Group>
        ) : (
          !open && <StepRow step={next} number={steps.indexOf(next) + 1} callId={call_id} openBooth={openBooth} />
        )}
      </div>
      {open && (
        <ol className={classes.steps} id="first-steps-all">
          {steps.map((step, index) => (
            <li key={step.step} aria-current={step === next ? "step" : undefined}>
              <StepRow step={step} number={index + 1} callId={call_id} openBooth={openBooth} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface RowProps extends Props {
  step: Step;
  number: number;
  callId: string | null;
}

function StepRow({ step: { step, done }, number, callId, openBooth }: RowProps) {
  const { t } = useTranslation("checklist");
  return (
    <div className={classes.row} data-step={step} data-done={done}>
      <span className={classes.mark} aria-hidden>
        {done ? <IconCheck size={14} stroke={2.5} /> : number}
      </span>
      <div className={classes.words}>
        <Text size="sm" fw={550}>
          {t(`steps.${step}.title`)}
          {done && <span className="spoken">{t("is_done")}</span>}
        </Text>
        {!done && (
          <Text size="sm" c="dimmed" className={classes.more}>
            {t(`steps.${step}.words`)}
          </Text>
        )}
      </div>
      {!done && (
        <div className={classes.place}>
          <StepPlace step={step} callId={callId} openBooth={openBooth} />
        </div>
      )}
    </div>
  );
}
