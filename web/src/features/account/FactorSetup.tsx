// Setting up the second factor: the password, the app's QR code and first code, the recovery codes.

import { Button, Code, CopyButton, Group, PinInput, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "@/ui/Problem";
import { PasswordAgain } from "./PasswordAgain";
import { QrCode } from "./QrCode";
import { beginSecondFactor, confirmSecondFactor, type NewSecondFactor } from "./queries";
import { RecoveryCodes } from "./RecoveryCodes";

interface Props {
  /** Known from the step before: it is not asked for again. */
  password?: string;
  onDone: () => void;
  cancel?: () => void;
}

export function FactorSetup({ password, onDone, cancel }: Props) {
  const { t } = useTranslation("account");
  const beginning = useMutation({ mutationFn: beginSecondFactor });
  const confirming = useMutation({ mutationFn: confirmSecondFactor });
  const begin = useEffectEvent((given: string) => {
    beginning.mutate(given);
  });
  useEffect(() => {
    if (password !== undefined) begin(password);
  }, [password]);

  if (confirming.isSuccess) return <RecoveryCodes codes={confirming.data.recovery_codes} onKept={onDone} />;
  if (beginning.isSuccess) {
    return (
      <Scan
        made={beginning.data}
        error={confirming.error}
        isPending={confirming.isPending}
        onCode={(code) => {
          confirming.mutate(code);
        }}
        cancel={cancel}
      />
    );
  }
  if (password !== undefined && beginning.error === null) return null;
  return (
    <PasswordAgain
      does={t("factor.continue")}
      error={beginning.error}
      isPending={beginning.isPending}
      onGiven={(given) => {
        beginning.mutate(given);
      }}
      cancel={cancel}
    />
  );
}

interface ScanProps {
  made: NewSecondFactor;
  error: unknown;
  isPending: boolean;
  onCode: (code: string) => void;
  cancel: (() => void) | undefined;
}

const DIGITS = 6;

function Scan({ made, error, isPending, onCode, cancel }: ScanProps) {
  const { t } = useTranslation(["account", "common"]);
  const [code, put] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <Stack>
        <Stack gap={4}>
          <Text fw={600}>{t("factor.scan")}</Text>
          <Text size="sm" c="dimmed">
            {t("factor.scan_words")}
          </Text>
        </Stack>
        <QrCode text={made.address} label={t("factor.qr")} />
        <Secret secret={made.secret} />
        <Stack gap={4} role="group" aria-labelledby="first-code">
          <Text size="sm" fw={500} id="first-code">
            {t("factor.code")}
          </Text>
          <PinInput oneTimeCode type="number" length={DIGITS} aria-label={t("factor.code_hint")} value={code} onChange={put} />
        </Stack>
        <Problem error={error} />
        <Group justify="flex-end">
          {cancel !== undefined && (
            <Button variant="default" onClick={cancel}>
              {t("common:action.cancel")}
            </Button>
          )}
          <Button type="submit" loading={isPending} disabled={code.length < DIGITS}>
            {t("factor.confirm")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation("account");
  const grouped = secret.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {t("factor.secret")}
      </Text>
      <Group gap="xs">
        <Code>{grouped}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {t(copied ? "factor.copied" : "factor.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
