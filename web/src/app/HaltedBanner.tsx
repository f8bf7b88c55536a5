// Tells on every screen that nobody is called back, with the button for who may resume.

import { Box } from "@mantine/core";
import { HaltedNotice } from "@/features/integrations/health/Halting";

export function HaltedBanner() {
  return (
    <Box p={{ base: "sm", sm: "lg" }} pb={0}>
      <HaltedNotice />
    </Box>
  );
}
