// Saves a part of somebody's settings, or gives it up; says when it is saved.

import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "@/ui/Problem";

interface Props {
  isChanged: boolean;
  isSaved: boolean;
  isPending: boolean;
  error: unknown;
  save: () => void;
  discard: () => void;
}

/** Nothing while nothing is changed and nothing was saved. */
export function SaveRow({ isChanged, isSaved, isPending, error, save, discard }: Props) {
  const { t } = useTranslation("people");
  return (
    <>
      <Problem error={error} />
      {isChanged && (
        <Group gap="xs">
          <Button loading={isPending} onClick={save}>
            {t("person.save")}
          </Button>
          <Button variant="default" onClick={discard}>
            {t("person.discard")}
          </Button>
        </Group>
      )}
      <Text size="sm" fw={550} role="status" hidden={isChanged || !isSaved}>
        {!isChanged && isSaved ? t("person.saved") : ""}
      </Text>
    </>
  );
}
