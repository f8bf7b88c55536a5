// A contact, and all that went on with them, the newest first (R35).

import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconArrowBackUp, IconPencil, IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import type { components } from "@/api/schema";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { CallTags } from "@/ui/CallTags";
import { CopyNumber } from "@/ui/CopyNumber";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { StateBadge } from "@/ui/StateBadge";
import { CALL_TYPE_TONES, callType } from "@/ui/callType";
import { phoneNumber } from "@/i18n/format";
import classes from "./Call.module.css";
import { CustomerData, type Erasure } from "./CustomerData";
import { Erased } from "./Erased";
import { useConversation, useNameContact } from "./queries";

type Entry = components["schemas"]["ConversationEntryView"];
type Contact = components["schemas"]["ContactView"];
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
    <Screen title={contact === undefined ? t("history:contact") : name} beside={contact?.number != null && <CopyNumber number={contact.number} />} width={860}>
      {isPending && <LoadingRows />}
      <Problem error={error} title={t("problem.load_title")} retry={() => void refetch()} />
      {contact !== undefined && <Name contact={contact} />}
      {contact !== undefined && (
        <Panel title={t("history:conversation")}>
          {entries.length === 0 && <Empty title={t("history:conversation_none")} />}
          <ol className={classes.rows}>
            {entries.map((entry) => (
              <EntryRow key={(entry.call ?? entry.callback)?.id} entry={entry} />
            ))}
          </ol>
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

function EntryRow({ entry: { at, call, callback } }: { entry: Entry }) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const { clock } = useLiveStore();
  const when = format.moment(at, clock.now());
  if (call !== null) {
    const type = callType(call);
    const about = [when, call.line.name, call.agent_id && agentName(call.agent_id), call.talked_seconds !== null && format.duration(call.talked_seconds * 1000)];
    return (
      <li>
        <Link to="/calls/$callId" params={{ callId: call.id }} className={classes.link}>
          {t(call.direction === "inbound" ? "history:call_from" : "history:call_to")}
        </Link>
        <StateBadge tone={CALL_TYPE_TONES[type]} icon={call.direction === "inbound" ? IconPhoneIncoming : IconPhoneOutgoing}>
          {t(`domain:type.${type}`)}
        </StateBadge>
        <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
          {about.filter(Boolean).join(" · ")}
        </Text>
        <div className={classes.whole}>
          <CallTags call={call} />
          {call.notes.map((note) => (
            <Text key={note.id} size="sm" className={classes.words}>
              {note.text}
            </Text>
          ))}
        </div>
      </li>
    );
  }
  if (callback === null) return null;
  const { outcome } = callback;
  const original = callback.inbound_call_ids.at(0);
  return (
    <li>
      {original === undefined ? (
        <span>{t("history:callback")}</span>
      ) : (
        <Link to="/calls/$callId" params={{ callId: original }} className={classes.link}>
          {t("history:callback")}
        </Link>
      )}
      <StateBadge tone={outcome === null ? "callback" : outcome.kind === "completed" ? "talking" : "late"} icon={IconArrowBackUp}>
        {outcome === null ? t(`domain:callback.${callback.state}`) : t(`domain:outcome.${outcome.kind}`)}
      </StateBadge>
      <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
        {[when, callback.line.name, outcome?.reason && t(`domain:reason.${outcome.reason}`)].filter(Boolean).join(" · ")}
      </Text>
    </li>
  );
}
