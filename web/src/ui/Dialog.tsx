// A question or a short form above the screen.

import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Dialog.module.css";

interface Props {
  title: string;
  opened: boolean;
  close: () => void;
  size?: "md" | "lg";
  /** Whether it stays until it is answered. */
  insists?: boolean;
  children: ReactNode;
}

export function Dialog({ title, opened, close, size = "md", insists = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      withinPortal={false}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={!insists}
      withCloseButton={!insists}
      classNames={{ inner: classes.inner, title: classes.title }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {children}
    </Modal>
  );
}
