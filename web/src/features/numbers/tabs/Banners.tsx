// What stands above settings: why they are locked or read-only, and what a number warns of.

import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconInfoCircle, IconLock } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import classes from "../Numbers.module.css";
import { optIn } from "../queries";
import { useSheet } from "../sheet";

/** Said to who may read the settings and not change them. */
export function ReadOnlyBanner() {
  const t = useWords();
  const { mayChange } = useSheet();
  if (mayChange) return null;
  return (
    <Alert variant="outline" color="gray" className={classes.note} icon={<IconLock aria-hidden />}>
      {t("numbers:read_only")}
    </Alert>
  );
}

/** Why everything about callbacks is locked, with the way out for who has it. */
export function LockBanner() {
  const t = useWords();
  const queries = useQueryClient();
  const { line, mayChangeAccount } = useSheet();
  const opting = useMutation({
    mutationFn: optIn,
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "lines" || queryKey[0] === "account" }),
  });
  if (line.locked === null) return null;
  const mayOptIn = line.locked === "not-enrolled" && mayChangeAccount;
  return (
    <Alert variant="outline" color="gray" className={classes.note} icon={<IconInfoCircle aria-hidden />} title={t("numbers:lock.title")}>
      <Stack gap="sm" align="flex-start">
        <span>{t(line.locked === "plan" ? "numbers:lock.plan" : "numbers:lock.enrolment")}</span>
        {mayOptIn && (
          <Button
            size="xs"
            loading={opting.isPending}
            onClick={() => {
              opting.mutate();
            }}
          >
            {t("numbers:lock.opt_in")}
          </Button>
        )}
        {!mayChangeAccount && <span>{t("numbers:lock.owner")}</span>}
        <Problem error={opting.error} />
      </Stack>
    </Alert>
  );
}

/** What the number warns of. */
export function Warnings() {
  const t = useWords();
  const { line } = useSheet();
  if (line.warnings.length === 0) return null;
  return (
    <Group gap="sm" role="note" className={classes.warning}>
      <StateBadge tone="late">{t("numbers:warning")}</StateBadge>
      <span>{t("numbers:no_offer")}</span>
      <Link to="/numbers/$lineId/$tab" params={{ lineId: line.id, tab: "callbacks" }} hash="offer" className={classes.link}>
        {t("numbers:no_offer_mend")}
      </Link>
    </Group>
  );
}
