// Tells on every screen that nobody is called back, and what somebody should look at.

import { Stack } from "@mantine/core";
import { AlertNotices } from "@/features/integrations/health/Alerts";
import { HaltedNotice } from "@/features/integrations/health/Halting";
import { useLive } from "@/live/hooks";

export function Notices() {
  const halted = useLive((live) => live.callbacksHalted);
  return (
    <Stack p={{ base: "sm", sm: "lg" }} pb={{ base: 0, sm: 0 }} gap="sm">
      {halted && <HaltedNotice />}
      <AlertNotices />
    </Stack>
  );
}
