// How long since, or until, an instant of the server: drawn from its clock, never by counting.

import { useNow } from "@/live/hooks";
import { useFormat } from "@/i18n/format";

interface Props {
  since?: string | null;
  until?: string | null;
}

export function useTimer({ since, until }: Props): string {
  const now = useNow();
  const format = useFormat();
  if (since != null) return format.duration(now - Date.parse(since));
  if (until != null) return format.duration(Date.parse(until) - now);
  return "";
}

/** Silent for screen readers: it would speak every second. Say the instant beside it. */
export function Timer(props: Props) {
  const shown = useTimer(props);
  return (
    <span className="figures" aria-hidden="true">
      {shown}
    </span>
  );
}
