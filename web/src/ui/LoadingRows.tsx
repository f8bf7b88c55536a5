// The shape of a list that is still loading; shown only after a moment, so that nothing flashes.

import { Skeleton, Stack } from "@mantine/core";
import { useTimeout } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const SHOWN_AFTER_MS = 200;

export function LoadingRows({ rows = 5, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  useTimeout(() => {
    show(true);
  }, SHOWN_AFTER_MS, { autoInvoke: true });
  if (!shown) return null;
  return (
    <Stack gap="xs" p="md" role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}
