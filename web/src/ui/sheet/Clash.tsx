// Said when somebody else has saved the same settings meanwhile: nothing is lost, and what one may do.

import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Clash.module.css";

interface Props {
  isPending: boolean;
  loadTheirs: () => void;
  saveMine: () => void;
}

export function Clash({ isPending, loadTheirs, saveMine }: Props) {
  const { t } = useTranslation("sheet");
  return (
    <Alert role="alert" variant="outline" color="gray" className={classes.clash} icon={<IconUsers aria-hidden />} title={t("clash.title")}>
      <Stack gap="sm">
        <span>{t("clash.words")}</span>
        <Group gap="xs">
          <Button size="xs" variant="default" disabled={isPending} onClick={loadTheirs}>
            {t("clash.theirs")}
          </Button>
          <Button size="xs" variant="default" loading={isPending} onClick={saveMine}>
            {t("clash.mine")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
