// What somebody should know before anything else on the page, and what can be done about it.

import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Integrations.module.css";

interface Props {
  tone: "late" | "failed" | "talking";
  title: string;
  words?: string;
  spoken?: boolean;
  children?: ReactNode;
}

export function Notice({ tone, title, words, spoken = false, children }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={spoken ? "status" : "note"}>
      <div>
        <Text fw={550}>{title}</Text>
        {words !== undefined && <Text size="sm">{words}</Text>}
      </div>
      {children}
    </div>
  );
}
