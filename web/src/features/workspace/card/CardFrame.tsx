// The one frame of all the card's states: same size, same place.

import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { CustomerView } from "@/api/views";
import { CopyNumber } from "@/ui/CopyNumber";
import { StateBadge, type StateTone } from "@/ui/StateBadge";
import { useCustomerName } from "@/ui/customer";
import classes from "./Card.module.css";

interface HeadProps {
  kind: string;
  tone: StateTone;
  icon: Parameters<typeof StateBadge>[0]["icon"];
  beside?: ReactNode;
  customer: CustomerView;
}

export function CardHead({ kind, tone, icon, beside, customer }: HeadProps) {
  const customerName = useCustomerName();
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <StateBadge tone={tone} icon={icon}>
          {kind}
        </StateBadge>
        <Text size="sm" c="dimmed" className="figures">
          {beside}
        </Text>
      </Group>
      <Stack gap={0}>
        <Text className={classes.name}>{customerName(customer)}</Text>
        {customer.number !== null && <CopyNumber number={customer.number} isNamed={customer.name !== null} />}
      </Stack>
    </>
  );
}

/** How far a call has come, in words; the bars only repeat it. */
export function Progress({ words, reached }: { words: string; reached: 1 | 2 | 3 }) {
  return (
    <Stack gap="xs">
      <Text fw={500} role="status">
        {words}
      </Text>
      <div className={classes.bars} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <i key={bar} data-on={bar <= reached} />
        ))}
      </div>
    </Stack>
  );
}
