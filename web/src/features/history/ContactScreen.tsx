// A contact, and all that went on with them, the newest first (R35).

import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { CopyNumber } from "@/ui/CopyNumber";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { Entries } from "@/ui/conversation/Entries";
import { useConversation, type Contact } from "@/ui/conversation/queries";
import { phoneNumber } from "@/i18n/format";
import { CustomerData, type Erasure } from "./CustomerData";
import { Erased } from "./Erased";
import { useNameContact } from "./queries";

const route = getRouteApi("/contacts/$contactId");

export function ContactScreen() {
  const t = useWords();
  const { contactId } = route.useParams();
  const [erasure, tell] = useState<Erasure | null>(null);
  return erasure?.contact_id === contactId ? (
    <Screen title={t("history:contact")} width={860}>
      <Erased erasure={erasure} />
    </Screen>
  ) : (
    <Known contactId={contactId} erased={tell} />
  );
}

function Known({ contactId, erased }: { contactId: string; erased: (erasure: Erasure) => void }) {
  const t = useWords();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConversation(contactId);
  const contact = data?.pages.at(0)?.contact;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const name = contact?.name ?? (contact?.number == null ? t("customer.unknown") : phoneNumber(contact.number));
  return (
    <Screen title={contact === undefined ? t("history:contact") : name} beside={contact?.number != null && <CopyNumber number={contact.number} isNamed={contact.name !== null} />} width={860}>
      {isPending && <LoadingRows />}
      <Problem error={error} title={t("problem.load_title")} retry={() => void refetch()} />
      {contact !== undefined && <Name contact={contact} />}
      {contact !== undefined && (
        <Panel title={t("history:conversation")}>
          {entries.length === 0 && <Empty title={t("conversations:nothing")} />}
          <Entries entries={entries} />
          {hasNextPage && (
            <Group justify="center" p="sm">
              <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t("history:more")}
              </Button>
            </Group>
          )}
        </Panel>
      )}
      {contact?.number != null && <CustomerData contact={contact} erased={erased} />}
    </Screen>
  );
}

function Name({ contact }: { contact: Contact }) {
  const t = useWords();
  const mayName = useMay("agent.work");
  const rename = useNameContact(contact.id);
  const [editing, edit] = useState(false);
  const [name, write] = useState("");
  if (!mayName || contact.number === null) return null;
  if (!editing) {
    return (
      <Group gap={4}>
        <Text c="dimmed">{contact.name === null ? t("history:name.none") : t("history:name.is", { name: contact.name })}</Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t("history:name.edit")}
          onClick={() => {
            write(contact.name ?? "");
            edit(true);
          }}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Group>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(name.trim() === "" ? null : name, {
          onSuccess: () => {
            edit(false);
          },
        });
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          label={t("history:name.label")}
          value={name}
          maxLength={100}
          data-autofocus
          onChange={(event) => {
            write(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={rename.isPending}>
          {t("action.save")}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            edit(false);
          }}
        >
          {t("action.cancel")}
        </Button>
      </Group>
      <Problem error={rename.error} />
    </form>
  );
}
