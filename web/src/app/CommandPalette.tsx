// Ctrl-K: every screen and every frequent action by a few letters.

import "@mantine/spotlight/styles.layer.css";
import { useMantineColorScheme } from "@mantine/core";
import { Spotlight, spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconLanguage, IconLogout, IconMoon, IconPhoneCall, IconSearch, IconSun, IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isOperator } from "@/api/session";
import { useSession } from "@/api/useSession";
import { LANGUAGES, language, speak } from "@/i18n";
import { screensFor } from "./screens";

interface Props {
  offersBooth: boolean;
  toggleBooth: () => void;
}

export function CommandPalette({ offersBooth, toggleBooth }: Props) {
  const { t } = useTranslation();
  const { session, signOut } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  // It is loaded because somebody has asked for it.
  useEffect(() => {
    spotlight.open();
  }, []);
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
  const groups: SpotlightActionGroupData[] = [
    {
      group: t("palette.screens"),
      actions: screensFor(session).map(({ to, name, icon: Icon }) => ({
        id: to,
        label: t(name),
        leftSection: <Icon {...icon} />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: t("palette.actions"),
      actions: [
        ...(offersBooth
          ? [{ id: "booth", label: t("nav.booth"), leftSection: <IconPhoneCall {...icon} />, onClick: toggleBooth }]
          : []),
        ...LANGUAGES.filter((each) => each !== language()).map((each) => ({
          id: each,
          label: t(`user.language_${each}`),
          leftSection: <IconLanguage {...icon} />,
          onClick: () => {
            void speak(each);
          },
        })),
        {
          id: "light",
          label: `${t("user.theme")} · ${t("user.theme_light")}`,
          leftSection: <IconSun {...icon} />,
          onClick: () => {
            setColorScheme("light");
          },
        },
        {
          id: "dark",
          label: `${t("user.theme")} · ${t("user.theme_dark")}`,
          leftSection: <IconMoon {...icon} />,
          onClick: () => {
            setColorScheme("dark");
          },
        },
        ...(isOperator(session)
          ? []
          : [
              {
                id: "account",
                label: t("nav.account"),
                leftSection: <IconUser {...icon} />,
                onClick: () => void navigate({ to: "/account" }),
              },
            ]),
        { id: "sign-out", label: t("user.sign_out"), leftSection: <IconLogout {...icon} />, onClick: signOut },
      ],
    },
  ];
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { "aria-label": t("palette.open") } }}
      nothingFound={t("palette.nothing")}
      searchProps={{ placeholder: t("palette.search"), "aria-label": t("palette.search"), leftSection: <IconSearch {...icon} /> }}
    />
  );
}

export const openPalette = spotlight.open;
