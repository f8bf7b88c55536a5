// Opens the command palette, which is loaded when it is first asked for.

import { Kbd, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Suspense, lazy, type ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { CommandPalette as Palette } from "./CommandPalette";
import classes from "./CommandPalette.module.css";

const loading = () => import("./CommandPalette");
const CommandPalette = lazy(async () => ({ default: (await loading()).CommandPalette }));

export function PaletteButton(props: ComponentProps<typeof Palette>) {
  const { t } = useTranslation();
  const [wanted, { open: want }] = useDisclosure(false);
  const open = () => {
    if (wanted) void loading().then(({ openPalette }) => openPalette());
    else want();
  };
  // Once it is there it has the key for itself.
  useHotkeys(wanted ? [] : [["mod+K", want]], []);
  return (
    <>
      <UnstyledButton className={classes.open} onClick={open}>
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span className={classes.hint}>{t("palette.hint")}</span>
        <Kbd className={classes.key} size="xs" aria-hidden>
          {SHORTCUT}
        </Kbd>
      </UnstyledButton>
      {wanted && (
        <Suspense>
          <CommandPalette {...props} />
        </Suspense>
      )}
    </>
  );
}

const SHORTCUT = navigator.userAgent.includes("Mac") ? "⌘K" : "Ctrl K";
