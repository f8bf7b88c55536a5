import "@fontsource-variable/inter";
import "@mantine/core/styles.layer.css";
import "@/ui/states.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { styleNonce } from "@/app/nonce";
import { askSession } from "@/app/SessionGate";
import { startWords } from "@/i18n";
import { takeToken } from "@/api/token";

takeToken();
// For the styles that a dialog adds to keep what is behind it from scrolling.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no place for the app");
void askSession();
await startWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
