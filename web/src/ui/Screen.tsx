// The frame of a screen: its one heading, what belongs beside it, and its content.

import { Box, Group, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

interface Props {
  title: string;
  beside?: ReactNode;
  /** Narrow for settings and forms. */
  width?: number;
  children: ReactNode;
}

export function Screen({ title, beside, width, children }: Props) {
  useDocumentTitle(`${title} · Ringback`);
  return (
    <Box p={{ base: "sm", sm: "lg" }} maw={width} mx={width === undefined ? undefined : "auto"}>
      <Stack gap="lg">
        <Group justify="space-between" mih={36}>
          <Title order={1}>{title}</Title>
          {beside}
        </Group>
        {children}
      </Stack>
    </Box>
  );
}
