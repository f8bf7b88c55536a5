// A customer's phone: dial, hear, press a key, be called back.

import { ActionIcon, Button, Checkbox, Group, ScrollArea, Select, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useLocalStorage, useSessionStorage } from "@mantine/hooks";
import { IconPhone, IconPhoneOff, IconVolume, IconVolumeOff, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoothPhoneView, LineReference } from "@/api/views";
import { phoneNumber } from "@/i18n/format";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import classes from "./Booth.module.css";
import { BoothDisplay } from "./BoothDisplay";
import { Keypad } from "./Keypad";
import { BoothSound, type Sound } from "./sound";
import { useBoothActions, useBoothLines, useBoothPhones, type BoothAction } from "./useBooth";

export function BoothPanel({ close }: { close: () => void }) {
  const { t } = useTranslation("booth");
  const booth = useBoothLines();
  const phones = useBoothPhones();
  const [kept, keep] = useSessionStorage<string | null>({ key: "ringback-phone", defaultValue: null });
  const [muted, mute] = useLocalStorage({ key: "ringback-muted", defaultValue: false });
  const mine = phones.find(({ number }) => number === kept) ?? phones[0];
  const rung = phones.find(({ phase }) => phase === "ringing");

  useEffect(() => {
    if (mine?.phase === "idle" && rung !== undefined) keep(rung.number);
  }, [mine?.phase, rung, keep]);

  const SoundIcon = muted ? IconVolumeOff : IconVolume;
  const soundWords = t(muted ? "sound_off" : "sound_on");
  return (
    <>
      <Group justify="space-between" className={classes.head} wrap="nowrap">
        <Title order={2}>{t("title")}</Title>
        <Group gap={4} wrap="nowrap">
          <Tooltip label={soundWords}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={soundWords}
              onClick={() => {
                mute(!muted);
              }}
            >
              <SoundIcon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("close")} onClick={close}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <ScrollArea className={classes.body} type="auto">
        {mine === undefined || booth.data === undefined ? (
          <LoadingRows rows={3} />
        ) : (
          <Phone phone={mine} phones={phones} lines={booth.data.lines} muted={muted} choose={keep} />
        )}
        <Problem error={booth.error} retry={() => void booth.refetch()} />
      </ScrollArea>
    </>
  );
}

interface PhoneProps {
  phone: BoothPhoneView;
  phones: readonly BoothPhoneView[];
  lines: readonly LineReference[];
  muted: boolean;
  choose: (number: string) => void;
}

function Phone({ phone, phones, lines, muted, choose }: PhoneProps) {
  const { t } = useTranslation("booth");
  const actions = useBoothActions(phone.number);
  const [chosenLine, chooseLine] = useState<string | null>(null);
  const [withheld, withhold] = useState(false);
  const line = lines.find(({ id }) => id === chosenLine) ?? nearest(lines, phone.number);
  const idle = phone.phase === "idle";
  const act = (action: BoothAction) => {
    actions.mutate(action);
  };
  useSound(phone, muted);

  return (
    <Stack gap="md" p="md">
      <Text size="sm" c="dimmed">
        {t("words")}
      </Text>
      <Select
        label={t("from")}
        classNames={{ input: classes.chosen }}
        disabled={!idle}
        value={phone.number}
        onChange={(number) => {
          if (number !== null) choose(number);
        }}
        data={phones.map(({ number, name }) => ({
          value: number,
          label: name === null ? phoneNumber(number) : `${name} · ${phoneNumber(number)}`,
        }))}
      />
      <Select
        label={t("to")}
        classNames={{ input: classes.chosen }}
        disabled={!idle}
        value={line?.id ?? null}
        onChange={chooseLine}
        data={lines.map(({ id, name, number }) => ({
          value: id,
          label: number === null ? name : `${name} · ${phoneNumber(number)}`,
        }))}
      />
      <Checkbox
        label={t("withhold")}
        disabled={!idle}
        checked={withheld}
        onChange={(event) => {
          withhold(event.currentTarget.checked);
        }}
      />
      <BoothDisplay phone={phone} lines={lines} />
      <PhoneButtons
        phase={phone.phase}
        dial={
          line &&
          (() => {
            act({ do: "dial", lineId: line.id, withheld });
          })
        }
        act={act}
      />
      <Problem error={actions.error} />
      <Keypad
        usable={phone.phase === "in-call"}
        press={(digit) => {
          act({ do: "press", digit });
        }}
      />
    </Stack>
  );
}

/** A customer calls a number of their own country first. */
const nearest = (lines: readonly LineReference[], number: string) =>
  lines.find((line) => line.number?.slice(0, 3) === number.slice(0, 3)) ?? lines[0];

interface ButtonsProps {
  phase: BoothPhoneView["phase"];
  /** Not while there is nobody to call. */
  dial: (() => void) | undefined;
  act: (action: BoothAction) => void;
}

function PhoneButtons({ phase, dial, act }: ButtonsProps) {
  const { t } = useTranslation("booth");
  const up = <IconPhone size={18} aria-hidden />;
  const down = <IconPhoneOff size={18} aria-hidden />;
  const doing = (what: "answer" | "reject" | "hang-up") => () => {
    act({ do: what });
  };
  if (phase === "idle") {
    return (
      <Button size="md" leftSection={up} onClick={dial} disabled={dial === undefined}>
        {t("dial")}
      </Button>
    );
  }
  if (phase === "ringing") {
    return (
      <Group grow>
        <Button size="md" variant="default" leftSection={down} onClick={doing("reject")}>
          {t("reject")}
        </Button>
        <Button size="md" color="teal.9" leftSection={up} onClick={doing("answer")}>
          {t("answer")}
        </Button>
      </Group>
    );
  }
  return (
    <Button size="md" color="red.9" leftSection={down} onClick={doing("hang-up")}>
      {t("hang_up")}
    </Button>
  );
}

function useSound(phone: BoothPhoneView, muted: boolean): void {
  const [sound] = useState(() => new BoothSound());
  useEffect(() => {
    sound.play(soundOf(phone), muted);
  }, [sound, phone, muted]);
  useEffect(
    () => () => {
      sound.stop();
    },
    [sound],
  );
}

function soundOf({ phase, hearing, reference }: BoothPhoneView): Sound {
  if (phase === "ringing") return { kind: "ringing" };
  if (hearing === "prompt" && reference !== null) return { kind: "message", reference };
  if (hearing === "music" && reference !== null) return { kind: "music", reference };
  if (hearing === "ringback-tone") return { kind: "ringing" };
  return { kind: hearing === "busy-tone" ? "busy" : "silence" };
}
