// The commands of the editor: back and forth, versions, trying, saving, publishing.

import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconDots, IconHistory, IconPlayerPlay } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { useEditor } from "./context";
import { isDirty } from "./editor";
import classes from "./Flow.module.css";
import { ViewSwitch } from "./StepsView";
import type { Trying } from "./trial/useTrying";

interface Props {
  save: () => void;
  saving: boolean;
  trying: Trying;
  tryOut: () => void;
}

export function Toolbar({ save, saving, trying, tryOut }: Props) {
  const t = useWords();
  const { editor, draft, dispatch, ask, say, mayChange } = useEditor();
  const dirty = isDirty(editor);
  const go = (type: "undo" | "redo") => {
    dispatch({ type });
    say(t(`flow:said.${type}`));
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label={t("flow:bar.label")}>
      <Group gap={4}>
        {mayChange && (
          <>
            <BarIcon icon={IconArrowBackUp} label={t("flow:bar.undo")} disabled={editor.past.length === 0} onClick={() => { go("undo"); }} />
            <BarIcon icon={IconArrowForwardUp} label={t("flow:bar.redo")} disabled={editor.future.length === 0} onClick={() => { go("redo"); }} />
          </>
        )}
      </Group>
      <ViewSwitch />
      <Button variant="subtle" color="gray" className={`${classes.quietButton} ${classes.barEnd}`} leftSection={<IconHistory size={16} aria-hidden />} onClick={() => { ask({ what: "versions" }); }}>
        {t("flow:bar.versions")}
      </Button>
      <Button variant="subtle" color="gray" className={classes.quietButton} aria-pressed={trying.isOn} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={tryOut}>
        {t("flow:bar.try")}
      </Button>
      {mayChange && (
        <>
          <Button className={classes.main} variant="default" loading={saving} disabled={!dirty} onClick={save}>
            {t("flow:bar.save")}
          </Button>
          <Button className={classes.main} disabled={!dirty && draft === null} onClick={() => { ask({ what: "publish" }); }}>
            {t("flow:bar.publish")}
          </Button>
        </>
      )}
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("flow:bar.more")}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => { ask({ what: "keys" }); }}>{t("flow:bar.keys")}</Menu.Item>
          {mayChange && draft !== null && <Menu.Item onClick={() => { ask({ what: "discard" }); }}>{t("flow:bar.discard")}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface BarIconProps {
  icon: typeof IconDots;
  label: string;
  disabled: boolean;
  onClick: () => void;
}

function BarIcon({ icon: Icon, label, disabled, onClick }: BarIconProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
