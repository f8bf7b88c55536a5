// Who is told what happens, and which programs may ask.

import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { Screen } from "@/ui/Screen";
import { HooksPanel } from "./hooks/HooksPanel";
import { KeysPanel } from "./keys/KeysPanel";

export function IntegrationsScreen() {
  const t = useWords();
  const mayTell = useMay("webhooks.manage");
  const mayMake = useMay("api-keys.manage");
  return (
    <Screen title={t("integrations:title")} width={960}>
      {!mayTell && !mayMake && <Empty title={t("integrations:not_permitted")} />}
      {mayTell && <HooksPanel />}
      {mayMake && <KeysPanel />}
    </Screen>
  );
}
