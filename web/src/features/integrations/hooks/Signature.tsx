// How a receiver knows that a message is ours: in words, and as code to begin with.

import { Anchor, Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import classes from "../Integrations.module.css";
import type { Webhook } from "./queries";

const STANDARD = "https://www.standardwebhooks.com";
const SAMPLE = `import base64, hmac, time

def verify(secret: str, headers: dict[str, str], body: bytes) -> bool:
    given_id, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{given_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
    offered = headers["webhook-signature"].split(" ")
    return any(hmac.compare_digest(expected, one) for one in offered)
`;
const STEPS = ["id", "time", "body", "compare", "again"] as const;

export function Signature({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  if (webhook.format === "compatible") {
    return (
      <Panel title={t("integrations:signature.token_title")}>
        <Text className={classes.padded}>{t("integrations:signature.token_words")}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={t("integrations:signature.title")}>
      <Stack gap="sm" className={classes.padded}>
        <Text>{t("integrations:signature.words")}</Text>
        <ol className={classes.steps}>
          {STEPS.map((step) => (
            <li key={step}>{t(`integrations:signature.step.${step}`)}</li>
          ))}
        </ol>
        <Text>
          {t("integrations:signature.standard")}{" "}
          <Anchor href={STANDARD} target="_blank" rel="noreferrer" underline="always">
            {t("integrations:signature.link")}
          </Anchor>
        </Text>
        <details className={classes.disclosure}>
          <summary>{t("integrations:signature.sample")}</summary>
          <Stack gap="xs" mt={6}>
            <pre className={classes.code} tabIndex={0} aria-label={t("integrations:signature.sample")}>
              {SAMPLE}
            </pre>
            <Group>
              <CopyButton value={SAMPLE}>
                {({ copied, copy }) => (
                  <Button size="xs" variant="default" leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />} onClick={copy}>
                    {copied ? t("action.copied") : t("integrations:signature.copy")}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Stack>
        </details>
      </Stack>
    </Panel>
  );
}
