import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Tabs } from "@/ui/Tabs";
import classes from "@/ui/Tabs.module.css";

const TABS = [
  { to: "/people", key: "users" },
  { to: "/people/teams", key: "teams" },
] as const;

export function PeopleTabs({ shown }: { shown: (typeof TABS)[number]["key"] }) {
  const { t } = useTranslation("people");
  return (
    <Tabs label={t("tab.label")} shown={shown}>
      {TABS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={key === shown ? "page" : undefined}
        >
          {t(`tab.${key}`)}
        </Link>
      ))}
    </Tabs>
  );
}
