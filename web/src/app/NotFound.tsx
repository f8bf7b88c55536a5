import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "@/ui/Empty";
import { Screen } from "@/ui/Screen";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Screen title={t("problem.not_found_title")} width={640}>
      <Empty title={t("problem.not_found_title")} words={t("problem.not_found_words")}>
        <Anchor component={Link} to="/">
          {t("problem.home")}
        </Anchor>
      </Empty>
    </Screen>
  );
}
