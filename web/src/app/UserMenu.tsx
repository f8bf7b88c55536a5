// Who is here, and how the app is for them: language, appearance, signing out.

import { ActionIcon, Avatar, Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconListCheck, IconLogout, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isOperator } from "@/api/session";
import { useMay, useSession } from "@/api/useSession";
import { LANGUAGES, language, speak } from "@/i18n";

export function UserMenu() {
  const { t } = useTranslation();
  const { session, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { name, role } = session.user;
  const operator = isOperator(session);
  const maySetUp = useMay("settings.change");
  const [, keep] = useLocalStorage<string | null>({ key: "ringback-first-steps", defaultValue: null });
  return (
    <Menu position="bottom-end" width={300} shadow="md" trapFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} radius="xl">
          <span className="spoken">{t("user.menu")}</span>
          <Avatar aria-hidden size={28} radius="xl" name={operator ? undefined : name} color="gray" styles={QUIET}>
            {operator && <IconUser size={16} aria-hidden />}
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={0} px="sm" py="xs">
          <Text fw={550}>{operator ? t("user.operator") : name}</Text>
          <Text size="xs" c="dimmed">
            {operator ? session.company.name : t(`user.role_${role}`)}
          </Text>
        </Stack>
        <Menu.Divider />
        <Stack gap="xs" px="sm" py="xs">
          <Text size="xs" c="dimmed" id="choose-language">
            {t("user.language")}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="choose-language"
            value={language()}
            onChange={(wanted) => {
              void speak(wanted);
            }}
            data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
          />
          <Text size="xs" c="dimmed" id="choose-theme">
            {t("user.theme")}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="choose-theme"
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: "light", label: t("user.theme_light") },
              { value: "dark", label: t("user.theme_dark") },
              { value: "auto", label: t("user.theme_auto") },
            ]}
          />
        </Stack>
        <Menu.Divider />
        {!operator && (
          <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} aria-hidden />}>
            {t("nav.account")}
          </Menu.Item>
        )}
        {(session.demo || maySetUp) && (
          <Menu.Item
            leftSection={<IconListCheck size={16} aria-hidden />}
            onClick={() => {
              keep("shown");
            }}
          >
            {t("nav.first_steps")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t("user.sign_out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const QUIET = { placeholder: { color: "var(--state-waiting)", background: "var(--state-waiting-tint)" } } as const;
