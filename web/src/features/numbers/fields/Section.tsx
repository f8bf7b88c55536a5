// A part of the settings with an anchor of its own.

import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "@/ui/Panel";

interface Props {
  id: string;
  title: string;
  words?: string;
  beside?: ReactNode;
  children: ReactNode;
}

export function Section({ id, title, words, beside, children }: Props) {
  return (
    <div id={id}>
      <Panel title={title} beside={beside}>
        <Stack gap="lg" p="md">
          {words !== undefined && (
            <Text size="sm" c="dimmed">
              {words}
            </Text>
          )}
          {children}
        </Stack>
      </Panel>
    </div>
  );
}
