// Transferring a conversation: what it goes on to is loaded when it is asked for.

import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowForwardUp } from "@tabler/icons-react";
import { Suspense, lazy } from "react";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { LoadingRows } from "@/ui/LoadingRows";

const TransferTo = lazy(async () => ({ default: (await import("./TransferTo")).TransferTo }));

interface Props {
  agent: AgentView;
  lineId: string | null;
}

export function Transfer({ agent, lineId }: Props) {
  const t = useWords();
  const [opened, { close, toggle }] = useDisclosure(false);
  return (
    <Popover opened={opened} onDismiss={close} trapFocus width={300} shadow="md" position="top">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {t("workspace:talk.transfer")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("workspace:talk.transfer_to")}>
        <Suspense fallback={<LoadingRows rows={2} />}>
          <TransferTo agent={agent} lineId={lineId} close={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
