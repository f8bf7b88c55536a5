// The tags of a call: those of the system stay, the company's own are put on and taken off.

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconTag, IconX } from "@tabler/icons-react";
import type { CallRecordView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useTags } from "../tags";
import classes from "./Annotations.module.css";
import type { Deed } from "./queries";

interface Props {
  call: CallRecordView;
  annotate: (deed: Deed) => void;
  busy: boolean;
}

export function TagRow({ call, annotate, busy }: Props) {
  const t = useWords();
  const tags = useTags();
  const system = tags.filter(({ id }) => call.tags.some((tag) => tag === id));
  const left = tags.filter(({ id, own, archived }) => own && !archived && !call.own_tags.some((tag) => tag.id === id));
  return (
    <div className={classes.tags}>
      {system.map(({ id, name, colour }) => (
        <span key={id} className={classes.tag}>
          <i style={{ background: colour }} aria-hidden />
          {name}
        </span>
      ))}
      {call.own_tags.map(({ id, name, colour }) => (
        <span key={id} className={classes.tag}>
          <i style={{ background: colour }} aria-hidden />
          {name}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            disabled={busy}
            aria-label={t("workspace:notes.untag", { name })}
            onClick={() => {
              annotate({ what: "untag", tagId: id });
            }}
          >
            <IconX size={13} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {left.length > 0 && (
        <Menu position="bottom-start" withinPortal={false}>
          <Menu.Target>
            <Button size="compact-xs" variant="default" leftSection={<IconTag size={13} aria-hidden />}>
              {t("workspace:notes.tag")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {left.map(({ id, name, colour }) => (
              <Menu.Item
                key={id}
                leftSection={<i className={classes.dot} style={{ background: colour }} aria-hidden />}
                onClick={() => {
                  annotate({ what: "tag", tagId: id });
                }}
              >
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
