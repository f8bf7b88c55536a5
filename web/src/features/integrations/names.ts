// What things are called that the API names by their ids.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { useTags } from "@/ui/tags";

export const useLines = () => useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });

export const useTeams = () => useQuery({ queryKey: ["teams"], queryFn: () => ask(api.GET("/api/v1/teams")) });

export const useKeys = () =>
  useQuery({ queryKey: ["api-keys"], queryFn: () => ask(api.GET("/api/v1/api-keys")), enabled: useMay("api-keys.manage") });

export const useUsers = () =>
  useQuery({ queryKey: ["users"], queryFn: () => ask(api.GET("/api/v1/users")), enabled: useMay("users.manage") });

export const useWebhooks = () =>
  useQuery({ queryKey: ["webhooks"], queryFn: () => ask(api.GET("/api/v1/webhooks")), enabled: useMay("webhooks.manage") });

/** Name who did something: `user:…`, `key:…`, `operator` or `nobody`. */
export function useActorName(): (actor: string) => string {
  const t = useWords();
  const users = useUsers();
  const keys = useKeys();
  return (actor) => {
    const [kind, id] = actor.split(":");
    if (kind === "user") return users.data?.find((each) => each.id === id)?.name ?? t("integrations:actor.user");
    if (kind === "key") return keys.data?.find((each) => each.id === id)?.name ?? t("integrations:actor.key");
    return kind === "operator" ? t("integrations:actor.operator") : t("integrations:actor.nobody");
  };
}

/** Name what something was done to, where it is still known; an id says nothing to people. */
export function useSubjectName(): (id: string) => string | null {
  const named = [...(useUsers().data ?? []), ...(useKeys().data ?? []), ...(useWebhooks().data ?? [])];
  const set = [...(useTeams().data ?? []), ...(useLines().data ?? [])];
  const tags = useTags();
  const agents = useLive((live) => live.agents);
  return (id) =>
    set.find((each) => each.id === id)?.settings.name ?? agents.get(id)?.name ?? [...named, ...tags].find((each) => each.id === id)?.name ?? null;
}
