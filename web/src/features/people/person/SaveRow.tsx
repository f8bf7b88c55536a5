// Saves a part of somebody's settings, or gives it up; says when it is saved.

import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "@/ui/Problem";
import { Clash } from "@/ui/sheet/Clash";
import { useUnsaved } from "@/ui/sheet/LeaveGuard";
import { isChangedMeanwhile } from "@/ui/sheet/useChanges";

interface Props {
  isChanged: boolean;
  /** Whether somebody else has changed the same meanwhile. */
  clashes?: boolean;
  isSaved: boolean;
  isPending: boolean;
  error: unknown;
  save: () => void;
  discard: () => void;
}

/** Nothing while nothing is changed and nothing was saved. */
export function SaveRow({ isChanged, clashes = false, isSaved, isPending, error, save, discard }: Props) {
  const { t } = useTranslation("people");
  useUnsaved(isChanged);
  const isRefused = isChangedMeanwhile(error);
  const isClash = isChanged && (clashes || isRefused);
  return (
    <>
      {!isRefused && <Problem error={error} />}
      {isClash && <Clash isPending={isPending} loadTheirs={discard} saveMine={save} />}
      {isChanged && !isClash && (
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
