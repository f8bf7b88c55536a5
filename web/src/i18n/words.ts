// All words at once: `t("nav.menu")` of the common ones, `t("errors:overloaded")` of any other.

import { useTranslation } from "react-i18next";
import type { en } from "./catalogues";

type Namespace = keyof typeof en;
const OTHERS = ["domain", "errors", "sign_in", "workspace", "conversations", "booth", "monitoring", "history", "flow", "numbers", "account", "softphone", "charts", "analytics", "what_if", "people", "checklist", "sound", "calendar", "sheet", "integrations"] as const satisfies readonly Namespace[];
const NAMESPACES = ["common", ...OTHERS] as const;

export const useWords = () => useTranslation(NAMESPACES).t;
