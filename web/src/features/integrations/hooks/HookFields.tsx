// What may be set of a webhook: its name, its address, and what it is told.

import { Radio, Stack, Text, TextInput } from "@mantine/core";
import { Refused } from "@/api/refused";
import { useWords } from "@/i18n/words";
import { useProblemWords } from "@/ui/problem";
import { EventChoice } from "./EventChoice";
import type { NewWebhook } from "./queries";

export type Draft = Required<NewWebhook>;

const EXAMPLE = "https://crm.example.com/ringback";

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  error: unknown;
  /** In whose words it is told is chosen once. */
  isNew: boolean;
}

export const isAboutAddress = (error: unknown) => error instanceof Refused && error.code === "webhook-target-refused";

/** Tell whether there is enough to send. */
export const isReady = ({ name, url }: Draft) => name.trim() !== "" && /^https?:\/\/./.test(url.trim());

export function HookFields({ draft, change, error, isNew }: Props) {
  const t = useWords();
  const problem = useProblemWords();
  return (
    <Stack>
      <TextInput
        label={t("integrations:hooks.name")}
        placeholder={t("integrations:hooks.name_example")}
        maxLength={100}
        data-autofocus
        value={draft.name}
        onChange={(event) => { change({ name: event.currentTarget.value }); }}
      />
      <TextInput
        type="url"
        label={t("integrations:hooks.address")}
        description={t("integrations:hooks.address_words")}
        placeholder={EXAMPLE}
        maxLength={2000}
        value={draft.url}
        error={isAboutAddress(error) ? problem(error) : undefined}
        onChange={(event) => { change({ url: event.currentTarget.value }); }}
      />
      {isNew ? (
        <Radio.Group
          label={t("integrations:hooks.format")}
          value={draft.format}
          onChange={(format) => { change({ format: format as Draft["format"], events: [] }); }}
        >
          <Stack gap="xs" mt={6}>
            {(["native", "compatible"] as const).map((format) => (
              <Radio
                key={format}
                value={format}
                label={t(`integrations:hooks.format_${format}`)}
                description={t(`integrations:hooks.format_${format}_words`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t("integrations:hooks.format_stays", { format: t(`integrations:hooks.format_${draft.format}`) })}
        </Text>
      )}
      <EventChoice format={draft.format} events={draft.events} choose={(events) => { change({ events }); }} />
    </Stack>
  );
}
