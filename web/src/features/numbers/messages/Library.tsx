// The company's own messages: heard, renamed, marked, removed; who uses each.

import { ActionIcon, Button, Checkbox, Group, Menu, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconDots, IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "@/api/client";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { Listen } from "@/ui/messages/Listen";
import { MakeMessage } from "@/ui/messages/MakeMessage";
import { Problem } from "@/ui/Problem";
import { Section } from "../fields/Section";
import classes from "../Numbers.module.css";
import type { MessageView } from "../queries";
import { useSheet } from "../sheet";

type Asked = { what: "rename" | "remove"; message: MessageView } | null;

export function Library() {
  const t = useWords();
  const { messages, line, mayChange } = useSheet();
  const [making, make] = useState(false);
  const [asked, askFor] = useState<Asked>(null);
  const own = messages.filter(({ name }) => name !== null);
  return (
    <Section
      id="library"
      title={t("numbers:library.title")}
      words={t("numbers:library.words")}
      beside={
        <Button size="xs" variant="default" disabled={!mayChange} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { make(true); }}>
          {t("sound:message.new")}
        </Button>
      }
    >
      {own.length === 0 ? (
        <Empty title={t("numbers:library.none_title")} words={t("numbers:library.none_words")} />
      ) : (
        <Stack component="ul" gap={0} className={classes.list} aria-label={t("numbers:library.title")}>
          {own.map((message) => (
            <Row key={message.prompt} message={message} askFor={askFor} />
          ))}
        </Stack>
      )}
      <MakeMessage language={line.settings.language} opened={making} close={() => { make(false); }} kept={() => undefined} />
      <Dialog key={asked?.message.prompt} asked={asked} close={() => { askFor(null); }} />
    </Section>
  );
}

function Row({ message, askFor }: { message: MessageView; askFor: (asked: Asked) => void }) {
  const t = useWords();
  const format = useFormat();
  const { mayChange } = useSheet();
  const queries = useQueryClient();
  const uses = useUses(message);
  const name = message.name ?? "";
  const marking = useMutation({
    mutationFn: (offers: boolean) =>
      ask(api.PUT("/api/v1/messages/{prompt}", { params: { path: { prompt: message.prompt } }, body: { offers_callbacks: offers } })),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "messages" || queryKey[0] === "lines" }),
  });
  return (
    <li className={classes.item}>
      <div className={classes.grow}>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {[t(message.kind === "text" ? "numbers:library.text" : "numbers:library.recording"), message.seconds === null ? "" : format.duration(message.seconds * 1000), uses]
            .filter((each) => each !== "")
            .join(" · ")}
        </Text>
        {message.text !== null && (
          <Text size="sm" c="dimmed" lineClamp={2} lang={message.language ?? undefined}>
            {message.text}
          </Text>
        )}
        <Checkbox
          mt={6}
          size="xs"
          label={t("numbers:library.offers")}
          checked={message.offers_callbacks}
          disabled={!mayChange || marking.isPending}
          onChange={(event) => { marking.mutate(event.currentTarget.checked); }}
        />
        <Problem error={marking.error} />
      </div>
      <Group gap={4} wrap="nowrap">
        <Listen prompt={message.prompt} name={name} />
        {mayChange && (
          <Menu position="bottom-end" withinPortal={false}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("numbers:library.more", { name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => { askFor({ what: "rename", message }); }}>{t("numbers:library.rename")}</Menu.Item>
              <Menu.Item onClick={() => { askFor({ what: "remove", message }); }}>{t("numbers:library.remove")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </li>
  );
}

/** Say what would miss a message, by the names people know. */
function useUses({ used_by: uses }: MessageView): string {
  const t = useWords();
  const format = useFormat();
  const { lines, flows } = useSheet();
  if (uses.length === 0) return t("numbers:library.unused");
  const names = uses.map(({ kind, id, count }) => {
    const among = kind === "flow" ? flows : lines;
    const name = among.find((each) => each.id === id)?.settings.name ?? id;
    return t(`numbers:use.${kind}`, { name, n: count });
  });
  return t("numbers:library.used", { by: format.list(names) });
}

function Dialog({ asked, close }: { asked: Asked; close: () => void }) {
  const t = useWords();
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      withinPortal={false}
      title={asked && t(`numbers:library.${asked.what}_who`, { name: asked.message.name ?? "" })}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {asked !== null && <Asking what={asked.what} message={asked.message} close={close} />}
    </Modal>
  );
}

function Asking({ what, message, close }: { what: "rename" | "remove"; message: MessageView; close: () => void }) {
  const t = useWords();
  const queries = useQueryClient();
  const [name, call] = useState(message.name ?? "");
  const params = { path: { prompt: message.prompt } };
  const doing = useMutation({
    mutationFn: async () => {
      if (what === "rename") await ask(api.PATCH("/api/v1/messages/{prompt}", { params, body: { name } }));
      else await ask(api.DELETE("/api/v1/messages/{prompt}", { params }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["messages"] });
      close();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        doing.mutate();
      }}
    >
      <Stack>
        {what === "rename" ? (
          <TextInput label={t("sound:make.name")} maxLength={100} value={name} data-autofocus onChange={(event) => { call(event.currentTarget.value); }} />
        ) : (
          <Text>{t("numbers:library.remove_words")}</Text>
        )}
        <Problem error={doing.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" color={what === "remove" ? "red.9" : undefined} loading={doing.isPending} disabled={name.trim() === ""}>
            {t(`numbers:library.${what}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
