// What stands in the place of a screen that has failed; navigation and calls go on.

import { Button, Code, Stack, Text } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "@/ui/Screen";

export function ScreenProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Screen title={t("problem.screen_title")} width={640}>
      <Stack align="flex-start" role="alert">
        <Text>{t("problem.screen_words")}</Text>
        <Code block w="100%" aria-label={t("problem.reference")}>
          {String(error)}
        </Code>
        <Button onClick={reset}>{t("problem.retry")}</Button>
      </Stack>
    </Screen>
  );
}
