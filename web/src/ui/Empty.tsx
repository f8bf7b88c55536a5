// What will appear here, and the one next thing to do.

import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title: string;
  words?: string;
  children?: ReactNode;
}

export function Empty({ title, words, children }: Props) {
  return (
    <Stack align="center" gap={6} py="xl" px="md" ta="center">
      <Text fw={550}>{title}</Text>
      {words !== undefined && (
        <Text size="sm" c="dimmed" maw={420}>
          {words}
        </Text>
      )}
      {children}
    </Stack>
  );
}
