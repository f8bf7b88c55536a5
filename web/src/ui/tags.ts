// The tags of the system and the company's own, by their id, in the reader's language.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { language } from "@/i18n";

export interface ShownTag {
  id: string;
  name: string;
  colour: string;
  /** Whether it is one of the company's own, which people put on calls. */
  own: boolean;
  archived: boolean;
}

export function useTags(): readonly ShownTag[] {
  const tags = useQuery({ queryKey: ["tags"], queryFn: () => ask(api.GET("/api/v1/tags")) });
  const french = language() === "fr";
  if (tags.data === undefined) return [];
  return [
    ...tags.data.system.map(({ id, name_en, name_fr, colour }) => ({ id, name: french ? name_fr : name_en, colour, own: false, archived: false })),
    ...tags.data.own.map(({ id, name, colour, archived }) => ({ id, name, colour, own: true, archived })),
  ];
}
