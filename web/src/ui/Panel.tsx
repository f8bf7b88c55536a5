// A titled part of a screen.

import { Box, Group, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import classes from "./Panel.module.css";

interface Props {
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, beside, children }: Props) {
  const id = useId();
  return (
    <Box component="section" className={classes.panel} aria-labelledby={id}>
      <Group justify="space-between" className={classes.head} gap="xs">
        <Title order={2} id={id}>
          {title}
        </Title>
        {beside}
      </Group>
      {children}
    </Box>
  );
}
