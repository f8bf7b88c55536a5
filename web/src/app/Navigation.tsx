// The list of screens, and the phone booth beside them.

import { NavLink, Stack } from "@mantine/core";
import { IconPhoneCall } from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/useSession";
import classes from "./Navigation.module.css";
import { screensFor } from "./screens";

interface Props {
  booth: boolean;
  offersBooth: boolean;
  toggleBooth: () => void;
  onChosen: () => void;
}

export function Navigation({ booth, offersBooth, toggleBooth, onChosen }: Props) {
  const { t } = useTranslation();
  const { session } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <div className={classes.scroll}>
      <Stack gap={2} p="xs">
        {screensFor(session).map(({ to, name, icon: Icon }) => (
          <NavLink
            key={to}
            className={classes.link}
            component={Link}
            to={to}
            active={path === to || path.startsWith(`${to}/`)}
            aria-current={path === to ? "page" : undefined}
            label={t(name)}
            leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
            onClick={onChosen}
          />
        ))}
        {offersBooth && (
          <NavLink
            className={classes.link}
            component="button"
            aria-pressed={booth}
            label={t("nav.booth")}
            leftSection={<IconPhoneCall size={18} stroke={1.7} aria-hidden />}
            onClick={toggleBooth}
          />
        )}
      </Stack>
    </div>
  );
}
