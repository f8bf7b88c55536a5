// One's own second factor: on or off, and what can be done about it.

import { Button, Group, Stack, Text } from "@mantine/core";
import { IconShieldCheck, IconShieldOff } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/ui/Dialog";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import { FactorSetup } from "./FactorSetup";
import { PasswordAgain } from "./PasswordAgain";
import { FACTOR, SESSION, removeSecondFactor, renewRecoveryCodes, useSecondFactor } from "./queries";
import { RecoveryCodes } from "./RecoveryCodes";

type Doing = "set_up" | "renew" | "remove";

export function FactorPanel() {
  const { t } = useTranslation(["account", "common"]);
  const queries = useQueryClient();
  const factor = useSecondFactor();
  const [doing, begin] = useState<Doing | null>(null);
  const done = () => {
    begin(null);
    void queries.invalidateQueries({ queryKey: FACTOR });
    void queries.invalidateQueries({ queryKey: SESSION });
    void queries.invalidateQueries({ queryKey: ["sessions"] });
  };
  const { data } = factor;
  const badge = data && (
    <StateBadge tone={data.on ? "talking" : "waiting"} icon={data.on ? IconShieldCheck : IconShieldOff}>
      {t(data.on ? "factor.on" : "factor.off")}
    </StateBadge>
  );
  return (
    <Panel title={t("factor.title")} beside={badge}>
      <Problem error={factor.error} title={t("common:problem.load_title")} retry={() => void factor.refetch()} />
      {factor.isPending && <LoadingRows rows={1} />}
      {data && (
        <Stack p="md" align="flex-start">
          <Text size="sm" c="dimmed">
            {t(data.on ? "factor.on_words" : "factor.off_words")} {data.required ? t("factor.required") : ""}
          </Text>
          {data.on && <Text size="sm">{t("factor.codes_left", { count: data.recovery_codes_left })}</Text>}
          <Group gap="xs">
            {(data.on ? (["renew", "remove"] as const) : (["set_up"] as const)).map((each) => (
              <Button
                key={each}
                variant={each === "set_up" ? "filled" : "default"}
                onClick={() => {
                  begin(each);
                }}
              >
                {t(`factor.${each}`)}
              </Button>
            ))}
          </Group>
        </Stack>
      )}
      <Dialog title={t("factor.title")} opened={doing === "set_up"} close={done} insists>
        <FactorSetup onDone={done} cancel={done} />
      </Dialog>
      <Dialog title={t("factor.renew_title")} opened={doing === "renew"} close={done} insists>
        <Renew done={done} />
      </Dialog>
      <Dialog title={t("factor.remove_title")} opened={doing === "remove"} close={done} insists>
        <Remove done={done} required={data?.required === true} />
      </Dialog>
    </Panel>
  );
}

function Renew({ done }: { done: () => void }) {
  const { t } = useTranslation("account");
  const renewing = useMutation({ mutationFn: renewRecoveryCodes });
  if (renewing.isSuccess) return <RecoveryCodes codes={renewing.data.recovery_codes} onKept={done} />;
  return (
    <PasswordAgain
      does={t("factor.renew")}
      error={renewing.error}
      isPending={renewing.isPending}
      onGiven={(password) => {
        renewing.mutate(password);
      }}
      cancel={done}
    >
      <Text size="sm">{t("factor.renew_words")}</Text>
    </PasswordAgain>
  );
}

function Remove({ done, required }: { done: () => void; required: boolean }) {
  const { t } = useTranslation("account");
  const removing = useMutation({ mutationFn: removeSecondFactor, onSuccess: done });
  return (
    <PasswordAgain
      isHarm
      does={t("factor.remove")}
      error={removing.error}
      isPending={removing.isPending}
      onGiven={(password) => {
        removing.mutate(password);
      }}
      cancel={done}
    >
      <Text size="sm">
        {t("factor.remove_words")} {required ? t("factor.remove_required") : ""}
      </Text>
    </PasswordAgain>
  );
}
