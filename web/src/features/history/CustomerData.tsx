// What the law lets a customer ask for: all that is kept of them, and to be erased.

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconFileZip, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "@/api/client";
import { downloadFile } from "@/api/download";
import type { components } from "@/api/schema";
import { useMay } from "@/api/useSession";
import { phoneNumber } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import classes from "./Call.module.css";
import { isTyped } from "./erasing";

type Contact = components["schemas"]["ContactView"];
export type Erasure = components["schemas"]["ErasureView"];

interface Props {
  contact: Contact;
  erased: (erasure: Erasure) => void;
}

export function CustomerData({ contact, erased }: Props) {
  const t = useWords();
  const may = useMay("customers.erase");
  const [asking, askFor] = useState(false);
  const exporting = useMutation({
    mutationFn: () => downloadFile(`/contacts/${encodeURIComponent(contact.id)}/export`, `customer-${contact.id}.zip`),
  });
  if (!may) return null;
  return (
    <Panel title={t("history:data.title")}>
      <Stack gap="sm" className={classes.padded}>
        <Text size="sm">{t("history:data.words")}</Text>
        <Group gap="sm">
          <Button variant="default" leftSection={<IconFileZip size={16} aria-hidden />} loading={exporting.isPending} onClick={() => { exporting.mutate(); }}>
            {t("history:data.export")}
          </Button>
          <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => { askFor(true); }}>
            {t("history:data.erase")}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {exporting.isPending && t("history:data.exporting")}
          {exporting.isSuccess && t("history:data.exported")}
        </Text>
        <Problem error={exporting.error} />
      </Stack>
      <Dialog opened={asking} close={() => { askFor(false); }} size="lg" title={t("history:data.erase_title")}>
        <Erasing contact={contact} erased={erased} close={() => { askFor(false); }} />
      </Dialog>
    </Panel>
  );
}

const STEPS = ["number", "callbacks", "messages"] as const;

function Erasing({ contact, erased, close }: Props & { close: () => void }) {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, type] = useState("");
  const erasing = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/contacts/{contact_id}/erase", { params: { path: { contact_id: contact.id } } })),
    onSuccess: (erasure) => {
      erased(erasure);
      queries.removeQueries({ queryKey: ["contact", contact.id] });
    },
  });
  const number = contact.number ?? "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped(typed, number)) erasing.mutate();
      }}
    >
      <Stack>
        <Text>{t("history:data.erase_words", { who: contact.name ?? phoneNumber(number) })}</Text>
        <ul className={classes.points}>
          {STEPS.map((step) => (
            <li key={step}>{t(`history:data.step.${step}`)}</li>
          ))}
        </ul>
        <Text size="sm" c="dimmed">
          {t("history:data.step.backups")}
        </Text>
        <TextInput
          label={t("history:data.type", { number: phoneNumber(number) })}
          labelProps={{ mb: 4 }}
          inputMode="tel"
          autoComplete="off"
          data-autofocus
          value={typed}
          disabled={erasing.isPending}
          onChange={(event) => { type(event.currentTarget.value); }}
        />
        {erasing.isPending && (
          <Text size="sm" role="status">
            {t("history:data.erasing")}
          </Text>
        )}
        <Problem error={erasing.error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={erasing.isPending} onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" color="red.9" loading={erasing.isPending} disabled={!isTyped(typed, number)}>
            {t("history:data.erase_do")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
