// The phone opened: how it stands and what to do about it, keys to press, and the devices.

import { Button, NativeSelect, Stack, Text } from "@mantine/core";
import { IconMicrophone } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { StateBadge } from "@/ui/StateBadge";
import { DialPad } from "./DialPad";
import { useDevices, useMicrophone, useRingDevice, useSpeaker } from "./devices";
import type { Standing } from "./standing";
import type { Phone } from "./useSoftphone";

export function PhonePanel({ phone, standing }: { phone: Phone; standing: Standing }) {
  const t = useWords();
  const { name } = standing;
  return (
    <Stack gap="sm">
      <Text fw={600} size="sm">
        {t("softphone:title")}
      </Text>
      <Stack gap={6}>
        <div>
          <StateBadge tone={standing.tone}>{t(`softphone:standing.${name}`)}</StateBadge>
        </div>
        <Text size="sm" c="dimmed">
          {phone.state.kind === "refused" && name === "refused"
            ? t(`errors:${phone.state.code as "phone-not-reached"}`)
            : t(`softphone:words.${name}`)}
        </Text>
        {(name === "to-ask" || name === "denied" || name === "missing") && (
          <Button size="xs" leftSection={<IconMicrophone size={16} aria-hidden />} onClick={phone.allow}>
            {t(name === "to-ask" ? "softphone:allow" : "softphone:try_again")}
          </Button>
        )}
        {(name === "refused" || name === "elsewhere") && (
          <Button size="xs" variant="default" onClick={phone.tryAgain}>
            {t(name === "elsewhere" ? "softphone:take_here" : "softphone:try_again")}
          </Button>
        )}
      </Stack>
      {phone.inCall && <DialPad press={phone.press} />}
      {phone.microphone === "allowed" && <Devices />}
    </Stack>
  );
}

function Devices() {
  const t = useWords();
  const { microphones, speakers } = useDevices();
  const [microphone, chooseMicrophone] = useMicrophone();
  const [speaker, chooseSpeaker] = useSpeaker();
  const [ring, chooseRing] = useRingDevice();
  const choices = [
    { label: t("softphone:microphone"), devices: microphones, value: microphone, choose: chooseMicrophone },
    { label: t("softphone:speaker"), devices: speakers, value: speaker, choose: chooseSpeaker },
    { label: t("softphone:ring_device"), devices: speakers, value: ring, choose: chooseRing },
  ];
  return (
    <Stack gap={8}>
      {choices.map(({ label, devices, value, choose }) => (
        <NativeSelect
          key={label}
          size="xs"
          label={label}
          value={devices.some(({ deviceId }) => deviceId === value) ? value : ""}
          onChange={({ currentTarget }) => {
            choose(currentTarget.value);
          }}
          data={[
            { value: "", label: t("softphone:system_default") },
            ...devices.map(({ deviceId, label: device }, place) => ({
              value: deviceId,
              label: device || t("softphone:device", { n: place + 1 }),
            })),
          ]}
        />
      ))}
    </Stack>
  );
}
