// A titled part of a screen.

import { Box, Group, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import classes from "./Panel.module.css";

interface Props {
  title: string;
  /** What stands in the place of the title, which is only spoken then: a choice of views. */
  views?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, views, beside, children }: Props) {
  const id = useId();
  return (
    <Box component="section" className={classes.panel} aria-labelledby={id}>
      <Group justify="space-between" className={classes.head} gap="xs">
        <Title order={2} id={id} className={views === undefined ? undefined : "spoken"}>
          {title}
        </Title>
        {views}
        {beside}
      </Group>
      {children}
    </Box>
  );
}
