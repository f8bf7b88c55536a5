// Which events a webhook is told of: everything, or those that are ticked, with what each means.

import { Checkbox, Group, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import classes from "../Integrations.module.css";
import { useEventTypes, type NewWebhook } from "./queries";
import { useEventWords } from "./words";

type Events = NonNullable<NewWebhook["events"]>;

interface Props {
  format: NonNullable<NewWebhook["format"]>;
  events: Events;
  choose: (events: Events) => void;
}

export function EventChoice({ format, events, choose }: Props) {
  const t = useWords();
  const types = useEventTypes();
  const [some, choosing] = useState(events.length > 0);
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t("integrations:hooks.told")}
        value={some || events.length > 0 ? "some" : "all"}
        onChange={(which) => {
          choosing(which === "some");
          if (which === "all") choose([]);
        }}
      >
        <Group mt={6}>
          <Radio value="all" label={t("integrations:hooks.all_events")} />
          <Radio value="some" label={t("integrations:hooks.some_events")} />
        </Group>
      </Radio.Group>
      <Problem error={types.error} retry={() => void types.refetch()} />
      {(some || events.length > 0) && types.isPending && <LoadingRows rows={3} height={20} />}
      {(some || events.length > 0) && types.isSuccess && (
        <div className={classes.groups} role="group" aria-label={t("integrations:hooks.some_events")} tabIndex={0}>
          {groupsOf(types.data[format]).map(([group, members]) => (
            <EventGroup key={group} group={group} types={members} events={events} choose={choose} />
          ))}
        </div>
      )}
    </Stack>
  );
}

interface GroupProps {
  group: string;
  types: readonly string[];
  events: Events;
  choose: (events: Events) => void;
}

function EventGroup({ group, types, events, choose }: GroupProps) {
  const t = useWords();
  const words = useEventWords();
  const chosen = new Set<string>(events);
  const set = (type: string, wanted: boolean) => {
    choose((wanted ? [...events, type] : events.filter((each) => each !== type)) as Events);
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t(`integrations:group.${group as "call"}`)}</legend>
      <div className={classes.choices}>
        {types.map((type) => (
          <Checkbox
            key={type}
            size="xs"
            label={words(type) ?? type}
            description={words(type) === null ? undefined : type}
            checked={chosen.has(type)}
            onChange={(event) => { set(type, event.currentTarget.checked); }}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Put types together by what they are about, in their order. */
export function groupsOf(types: readonly string[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const type of types) {
    const [group = type] = type.split(".");
    groups.set(group, [...(groups.get(group) ?? []), type]);
  }
  return [...groups];
}
