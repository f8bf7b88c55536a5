// Asks whether somebody means it, and tells what the server says.

import { Button, Group, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";

interface Props {
  opened: boolean;
  close: () => void;
  title: string;
  words: string;
  action: string;
  doing: { isPending: boolean; error: unknown; mutate: () => void };
  harmless?: boolean;
}

export function Sure({ opened, close, title, words, action, doing, harmless = false }: Props) {
  const t = useWords();
  return (
    <Dialog opened={opened} close={close} title={title}>
      <Stack>
        <Text>{words}</Text>
        <Problem error={doing.error} />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button
            color={harmless ? undefined : "red.9"}
            loading={doing.isPending}
            onClick={() => {
              doing.mutate();
            }}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
