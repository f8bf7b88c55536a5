// What stands where an address leads to no screen, or to one that is not for who is signed in.

import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "@/ui/Screen";

export function NotFound() {
  const { t } = useTranslation();
  return <Nothing title={t("problem.not_found_title")} words={t("problem.not_found_words")} />;
}

export function NotPermitted() {
  const { t } = useTranslation();
  return <Nothing title={t("problem.not_permitted_title")} words={t("problem.not_permitted_words")} />;
}

function Nothing({ title, words }: { title: string; words: string }) {
  const { t } = useTranslation();
  return (
    <Screen title={title} width={640}>
      <Text>{words}</Text>
      <Anchor component={Link} to="/">
        {t("problem.home")}
      </Anchor>
    </Screen>
  );
}
