// What happened, in order and in words; on demand with all that the journal holds of it.

import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import classes from "./Story.module.css";
import { isTold, useSentence, type PublicEvent } from "./sentence";

interface Props {
  events: readonly PublicEvent[];
  /** The calls of the story that customers made. */
  inbound: readonly string[];
}

export function Story({ events, inbound }: Props) {
  const { t } = useTranslation();
  const [whole, showWhole] = useState(false);
  const format = useFormat();
  const shown = whole ? events : events.filter(isTold);
  const days = new Map<string, PublicEvent[]>();
  for (const event of shown) {
    const day = format.day(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <>
      <div className={classes.switch}>
        <Switch
          size="xs"
          label={t("story.whole")}
          checked={whole}
          onChange={(event) => {
            showWhole(event.currentTarget.checked);
          }}
        />
      </div>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          {days.size > 1 && <h3 className={classes.day}>{day}</h3>}
          <ol className={classes.events}>
            {ofDay.map((event) => (
              <Event key={event.sequence} event={event} inbound={inbound} whole={whole} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Event({ event, inbound, whole }: { event: PublicEvent; inbound: readonly string[]; whole: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentence = useSentence();
  const id = `event-${event.sequence}`;
  return (
    <li id={id}>
      <a href={`#${id}`} className={classes.link}>
        <time dateTime={event.at} title={event.at} className="figures">
          {format.time(event.at, true)}
        </time>
      </a>
      <div>
        <span>{isTold(event) ? sentence(event, inbound) : event.name}</span>
        {whole && (
          <details className={classes.record}>
            <summary>{t("story.record", { n: event.sequence, actor: event.actor })}</summary>
            <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
          </details>
        )}
      </div>
    </li>
  );
}
