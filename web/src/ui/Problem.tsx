// A problem beside its cause: what happened, and a way to try again.

import { Alert, Button, Group } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isGone, useProblemWords } from "./problem";

interface Props {
  error: unknown;
  title?: string;
  retry?: () => void;
}

/** Nothing at all while there is no error. */
export function Problem({ error, title, retry }: Props) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (error == null) return null;
  return (
    <Alert role="alert" variant="outline" color="red" title={title} icon={<IconAlertTriangle aria-hidden />} styles={PLAIN}>
      <Group justify="space-between" gap="sm">
        <span>{words(error)}</span>
        {retry !== undefined && !isGone(error) && (
          <Button size="xs" variant="default" onClick={retry}>
            {t("problem.retry")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

const PLAIN = {
  root: { borderColor: "var(--state-failed)", background: "var(--state-failed-tint)" },
  title: { color: "var(--state-failed)" },
  icon: { color: "var(--state-failed)" },
  message: { color: "var(--state-failed)" },
} as const;
