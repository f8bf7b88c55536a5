// Who did something, by the name people know.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay, useSession } from "@/api/useSession";
import { useWords } from "@/i18n/words";

/** Name an actor of the journal: "you", a user, or whoever it was where names are not to be seen. */
export function useWho(): (actor: string) => string {
  const t = useWords();
  const { session } = useSession();
  const { data } = useQuery({ queryKey: ["users"], queryFn: () => ask(api.GET("/api/v1/users")), enabled: useMay("users.manage") });
  return (actor) => {
    const id = actor.slice(actor.indexOf(":") + 1);
    if (actor === "operator") return session.user.email === null ? t("flow:state.you") : t("user.operator");
    if (id === session.user.id) return t("flow:state.you");
    return data?.find((user) => user.id === id)?.name ?? t("flow:state.colleague");
  };
}
