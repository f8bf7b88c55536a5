// A new message of the company's own: written and spoken, uploaded, or recorded here; heard first.

import { Button, FileInput, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { IconMicrophone, IconPlayerStop } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { Elapsed } from "./Elapsed";
import { Listen } from "./Listen";
import { mayRecord, speakBefore, useKeepMessage, useRecorder, type Made, type SpokenLanguage } from "./making";
import classes from "./Messages.module.css";
import { useMessageLimits, type MessageView } from "./queries";

type Way = "text" | "file" | "record";
const WAYS: readonly Way[] = ["text", "file", "record"];
const ACCEPTED = "audio/*,.wav,.mp3,.m4a,.aac,.ogg,.opus,.webm";

interface Props {
  language: SpokenLanguage;
  opened: boolean;
  close: () => void;
  kept: (message: MessageView) => void;
}

export function MakeMessage({ opened, close, ...props }: Props) {
  const t = useWords();
  return (
    <Modal
      opened={opened}
      onClose={close}
      withinPortal={false}
      size="lg"
      title={t("sound:make.title")}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Making close={close} {...props} />
    </Modal>
  );
}

function Making({ language: first, close, kept }: Omit<Props, "opened">) {
  const t = useWords();
  const [way, choose] = useState<Way>("text");
  const [name, call] = useState("");
  const [text, write] = useState("");
  const [language, speakIn] = useState<SpokenLanguage>(first);
  const [file, take] = useState<File | null>(null);
  const limits = useMessageLimits();
  const recorder = useRecorder(limits.data?.recording_seconds_max ?? 300);
  const keeping = useKeepMessage();
  const sound = way === "file" ? file : recorder.recorded;
  const made: Made | null = way === "text" ? { name, text, language } : sound === null ? null : { name, file: sound };
  const ready = name.trim() !== "" && made !== null && (way !== "text" || text.trim() !== "");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) keeping.mutate(made, { onSuccess: (message) => { kept(message); close(); } });
      }}
    >
      <Stack>
        <SegmentedControl
          value={way}
          onChange={choose}
          aria-label={t("sound:make.way")}
          data={WAYS.map((value) => ({ value, label: t(`sound:make.${value}`) }))}
        />
        {way === "text" && <Words text={text} write={write} language={language} speakIn={speakIn} />}
        {way === "file" && <Upload file={file} take={take} />}
        {way === "record" && <Recording recorder={recorder} />}
        <TextInput
          label={t("sound:make.name")}
          description={t("sound:make.name_help")}
          required
          withAsterisk={false}
          maxLength={100}
          value={name}
          onChange={(event) => { call(event.currentTarget.value); }}
        />
        <Problem error={keeping.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t("sound:make.keep")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface WordsProps {
  text: string;
  write: (text: string) => void;
  language: SpokenLanguage;
  speakIn: (language: SpokenLanguage) => void;
}

function Words({ text, write, language, speakIn }: WordsProps) {
  const t = useWords();
  const { data: limits } = useMessageLimits();
  const speaking = useMutation({ mutationFn: speakBefore });
  const spoken = speaking.data !== undefined && speaking.variables.text === text && speaking.variables.language === language;
  return (
    <>
      <Textarea
        label={t("sound:make.words")}
        description={t("sound:make.words_help", { n: limits?.text_length_max ?? 1000 })}
        autosize
        minRows={3}
        maxLength={limits?.text_length_max}
        data-autofocus
        value={text}
        onChange={(event) => { write(event.currentTarget.value); }}
      />
      <Group align="flex-end">
        <Select
          label={t("sound:make.language")}
          value={language}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => { speakIn(value === "fr" ? "fr" : "en"); }}
          data={(["en", "fr"] as const).map((value) => ({ value, label: t(`user.language_${value}`) }))}
        />
        {spoken ? (
          <Listen prompt={speaking.data.prompt} name={t("sound:make.text")} size="sm" />
        ) : (
          <Button
            variant="default"
            disabled={text.trim() === "" || limits?.speech_engine === null}
            loading={speaking.isPending}
            onClick={() => { speaking.mutate({ text, language }); }}
          >
            {t("sound:make.speak")}
          </Button>
        )}
      </Group>
      {limits?.speech_engine === null && <Text size="sm">{t("errors:no-speech-engine")}</Text>}
      <Problem error={speaking.error} />
    </>
  );
}

function Upload({ file, take }: { file: File | null; take: (file: File | null) => void }) {
  const t = useWords();
  const format = useFormat();
  const { data: limits } = useMessageLimits();
  const size = format.number((limits?.recording_bytes_max ?? 0) / 1e6, { maximumFractionDigits: 0 });
  const time = format.duration((limits?.recording_seconds_max ?? 0) * 1000);
  return (
    <Group align="flex-end">
      <FileInput
        className={classes.grow}
        label={t("sound:make.file_label")}
        description={t("sound:make.file_help", { size, time })}
        placeholder={t("sound:make.file_choose")}
        accept={ACCEPTED}
        value={file}
        onChange={take}
      />
      {file !== null && <Listen blob={file} name={file.name} size="sm" />}
    </Group>
  );
}

function Recording({ recorder }: { recorder: ReturnType<typeof useRecorder> }) {
  const t = useWords();
  const { since, recorded, error, start, stop } = recorder;
  if (!mayRecord()) return <Text size="sm">{t("sound:make.record_unavailable")}</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">
        {t("sound:make.record_help")}
      </Text>
      <Group>
        {since === null ? (
          <Button variant="default" leftSection={<IconMicrophone size={16} aria-hidden />} onClick={start}>
            {t(recorded === null ? "sound:make.record_start" : "sound:make.record_again")}
          </Button>
        ) : (
          <Button color="red.9" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={stop}>
            {t("sound:make.record_stop")}
          </Button>
        )}
        {since !== null && <Elapsed since={since} />}
        {since === null && recorded !== null && <Listen blob={recorded} name={t("sound:make.record")} size="sm" />}
      </Group>
      <Problem error={error} />
    </Stack>
  );
}
