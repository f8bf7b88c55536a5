// One call: what became of it, those it is linked to, its story, and what people wrote about it.

import { Button, Group, Stack, Text } from "@mantine/core";
import { IconArrowLeft, IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import { Link, getRouteApi, useRouter } from "@tanstack/react-router";
import { useSession } from "@/api/useSession";
import type { CallRecordView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { CopyNumber } from "@/ui/CopyNumber";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { StateBadge } from "@/ui/StateBadge";
import { Story } from "@/ui/Story";
import { Annotations } from "@/ui/annotations/Annotations";
import { CALL_TYPE_TONES, callType } from "@/ui/callType";
import { useCustomerName } from "@/ui/customer";
import classes from "./Call.module.css";
import { Facts } from "./Facts";
import { Fairness } from "./Fairness";
import { LinkedCalls } from "./LinkedCalls";
import { Voicemail } from "./Voicemail";
import { useCall, type CallDetail } from "./queries";

const route = getRouteApi("/calls/$callId");

export function CallScreen() {
  const t = useWords();
  const { callId } = route.useParams();
  const { data, error, isPending, refetch } = useCall(callId);
  const customerName = useCustomerName();
  const shown = data?.call.id === callId || data?.linked.some(({ id }) => id === callId) ? data : undefined;
  return (
    <Screen title={shown === undefined ? t("history:call") : customerName(shown.call.customer)} beside={<Back />}>
      {isPending && <LoadingRows />}
      <Problem error={error} title={t("problem.load_title")} retry={() => void refetch()} />
      {shown !== undefined && error === null && <Shown detail={shown} />}
    </Screen>
  );
}

function Back() {
  const t = useWords();
  const router = useRouter();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      onClick={() => {
        if (router.history.canGoBack()) router.history.back();
        else void router.navigate({ to: "/history" });
      }}
    >
      {t("history:back")}
    </Button>
  );
}

function Shown({ detail: { call, linked, events } }: { detail: CallDetail }) {
  const t = useWords();
  const { agentId } = useSession();
  const inbound = [call, ...linked].filter(({ direction }) => direction === "inbound").map(({ id }) => id);
  const finished = call.callback_id !== null && call.callback_wait_seconds !== null;
  return (
    <div className={classes.frame}>
      <div className={classes.columns}>
        <Stack gap="lg" miw={0}>
          <Panel title={t("history:about")} beside={<Became call={call} />}>
            <Head call={call} />
            <Facts call={call} />
          </Panel>
          <Panel title={t("history:timeline")}>
            <div className={classes.padded}>
              <Story events={events} inbound={inbound} />
            </div>
          </Panel>
          {finished && call.callback_id !== null && <Fairness callbackId={call.callback_id} />}
        </Stack>
        <Stack gap="lg" miw={0}>
          {call.voicemail !== null && <Voicemail callId={call.id} voicemail={call.voicemail} />}
          {linked.length > 0 && <LinkedCalls calls={linked} />}
          <Panel title={t("history:annotations")}>
            <div className={classes.padded}>
              <Annotations callId={call.id} agentId={agentId} />
            </div>
          </Panel>
        </Stack>
      </div>
    </div>
  );
}

function Became({ call }: { call: CallRecordView }) {
  const t = useWords();
  const type = callType(call);
  return (
    <StateBadge tone={CALL_TYPE_TONES[type]} icon={call.direction === "inbound" ? IconPhoneIncoming : IconPhoneOutgoing}>
      {`${t(`history:direction.${call.direction}`)} – ${t(`domain:type.${type}`)}`}
    </StateBadge>
  );
}

function Head({ call: { customer } }: { call: CallRecordView }) {
  const t = useWords();
  return (
    <Group className={classes.head} justify="space-between">
      {customer.number === null ? <Text c="dimmed">{t("history:no_number")}</Text> : <CopyNumber number={customer.number} />}
      {customer.contact_id !== null && (
        <Link to="/contacts/$contactId" params={{ contactId: customer.contact_id }} className={classes.link}>
          {t("history:conversation")}
        </Link>
      )}
    </Group>
  );
}
