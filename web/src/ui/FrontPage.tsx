// A page before the screens: the brand, one card, and the choice of a language.

import { Box, Center, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, language, speak } from "@/i18n";
import classes from "./FrontPage.module.css";

interface Props {
  title: string;
  children: ReactNode;
}

export function FrontPage({ title, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · Ringback`);
  return (
    <Center component="main" className={classes.page}>
      <Stack className={classes.card} gap="lg">
        <Stack gap={4} align="center">
          <img src="/favicon.ico" alt="" width={44} height={44} />
          <Title order={1} className={classes.brand}>
            {t("app.name")}
          </Title>
          <Text c="dimmed" size="sm">
            {t("app.tagline")}
          </Text>
        </Stack>
        <Box className={classes.form}>{children}</Box>
        <SegmentedControl
          size="xs"
          mx="auto"
          aria-label={t("user.language")}
          value={language()}
          onChange={(wanted) => {
            void speak(wanted);
          }}
          data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
        />
      </Stack>
    </Center>
  );
}
