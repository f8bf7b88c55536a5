// Puts everything around the screens: theme, languages, requests, session, live store, routes.

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queries } from "@/api/queries";
import { theme } from "@/ui/theme";
import { styleNonce } from "./nonce";
import { router } from "./router";
import { SessionGate } from "./SessionGate";

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queries}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </MantineProvider>
  );
}
