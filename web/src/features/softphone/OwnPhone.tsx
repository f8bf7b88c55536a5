// Whose phone is in the page, and who has another: the telephone itself comes only when wanted.

import { Suspense, lazy } from "react";
import { useSession } from "@/api/useSession";
import { withWords } from "@/i18n";
import { useAgent, useLive } from "@/live/hooks";

const Softphone = lazy(async () => ({ default: (await withWords(import("./Softphone"), "softphone")).Softphone }));

/** Of real calls, where the agent's phone is the page; simulated phones need none. */
export function OwnPhone() {
  const simulated = useLive((live) => live.booth);
  const agent = useAgent(useSession().agentId);
  if (simulated || agent?.phone !== "browser") return null;
  return (
    <Suspense>
      <Softphone key={agent.id} agentId={agent.id} />
    </Suspense>
  );
}
