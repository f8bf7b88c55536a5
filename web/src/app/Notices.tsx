// Tells on every screen that nobody is called back, and what somebody should look at.

import { Stack } from "@mantine/core";
import { AlertNotices } from "@/features/integrations/health/Alerts";
import { Halted } from "@/features/integrations/health/Halting";

export function Notices() {
  return (
    <Stack p={{ base: "sm", sm: "lg" }} pb={{ base: 0, sm: 0 }} gap="sm">
      <Halted />
      <AlertNotices />
    </Stack>
  );
}
