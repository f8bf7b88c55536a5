// The second factor at sign-in: the app's six digits, or a recovery code when the phone is lost.

import { Anchor, PinInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  code: string;
  put: (code: string) => void;
}

export function SecondFactor({ code, put }: Props) {
  const { t } = useTranslation("sign_in");
  const [isRecovery, choose] = useState(false);
  return (
    <Stack gap={4} align="flex-start" role="group" aria-labelledby="second-factor">
      <Text size="sm" fw={500} id="second-factor">
        {t(isRecovery ? "recovery_code" : "code")}
      </Text>
      {isRecovery ? (
        <TextInput
          autoFocus
          w="100%"
          autoComplete="off"
          aria-labelledby="second-factor"
          value={code}
          onChange={(event) => {
            put(event.currentTarget.value);
          }}
        />
      ) : (
        <PinInput oneTimeCode autoFocus type="number" length={6} aria-label={t("code")} value={code} onChange={put} />
      )}
      <Text size="sm" c="dimmed">
        {t(isRecovery ? "recovery_code_words" : "code_words")}
      </Text>
      <Anchor
        component="button"
        type="button"
        size="sm"
        mih={24}
        onClick={() => {
          put("");
          choose(!isRecovery);
        }}
      >
        {t(isRecovery ? "use_code" : "use_recovery_code")}
      </Anchor>
    </Stack>
  );
}
