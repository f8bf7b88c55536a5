// How long it has been recording, by the clock of this device.

import { Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useFormat } from "@/i18n/format";

const TICK_MS = 250;

export function Elapsed({ since }: { since: number }) {
  const format = useFormat();
  const [now, tick] = useState(since);
  useEffect(() => {
    const ticking = setInterval(() => { tick(Date.now()); }, TICK_MS);
    return () => { clearInterval(ticking); };
  }, []);
  return (
    <Text role="timer" className="figures">
      {format.duration(now - since)}
    </Text>
  );
}
