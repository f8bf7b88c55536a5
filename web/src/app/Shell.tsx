// The frame around all screens: navigation, header, the phone booth beside them, the palette.

import { AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useSession } from "@/api/useSession";
import { AgentStatus } from "@/features/workspace/AgentStatus";
import { CardElsewhere } from "@/features/workspace/CardElsewhere";
import { withWords } from "@/i18n";
import { useLive } from "@/live/hooks";
import { LinkState } from "@/ui/LinkState";
import { Navigation } from "./Navigation";
import { NotPermitted } from "./NotFound";
import { PaletteButton } from "./PaletteButton";
import { maySee } from "./screens";
import classes from "./Shell.module.css";
import { UserMenu } from "./UserMenu";

const Notices = lazy(async () => ({ default: (await withWords(import("./Notices"), "integrations")).Notices }));
const BoothPanel = lazy(async () => ({ default: (await withWords(import("@/features/booth/BoothPanel"), "booth")).BoothPanel }));

const OwnPhone = lazy(async () => ({ default: (await import("@/features/softphone/OwnPhone")).OwnPhone }));

const Checklist = lazy(async () => ({
  default: (await withWords(import("@/features/checklist/Checklist"), "checklist")).Checklist,
}));

/** Its menus open over the phone booth. */
const ABOVE_ASIDE = 102;

export function Shell() {
  const { t } = useTranslation();
  const [menu, { toggle: toggleMenu, close: closeMenu }] = useDisclosure(false);
  const { session } = useSession();
  const noticed = useLive((live) => live.callbacksHalted || live.alerts.length > 0);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const mayPlay = useMay("booth.use");
  const offersBooth = useLive((live) => live.booth) && mayPlay;
  const wide = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  const [kept, keep] = useLocalStorage<boolean | null>({ key: "ringback-booth", defaultValue: null });
  const [onPhone, { toggle: toggleOnPhone, close: closeOnPhone }] = useDisclosure(false);
  const booth = offersBooth && (wide ? (kept ?? true) : onPhone);
  const toggleBooth = () => {
    closeMenu();
    if (wide) keep(!booth);
    else toggleOnPhone();
  };
  const maySetUp = useMay("settings.change");
  const closeBooth = () => {
    if (wide) keep(false);
    else closeOnPhone();
  };

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: !menu } }}
      aside={{ width: 336, breakpoint: "md", collapsed: { mobile: !booth, desktop: !booth } }}
      transitionDuration={120}
    >
      <a href="#content" className={classes.skip}>
        {t("app.skip")}
      </a>
      <AppShell.Header className={classes.header} zIndex={ABOVE_ASIDE}>
        <Group gap="xs" wrap="nowrap" className={classes.start}>
          <Burger
            opened={menu}
            onClick={toggleMenu}
            hiddenFrom="sm"
            size="sm"
            aria-label={t(menu ? "nav.close_menu" : "nav.open_menu")}
            aria-expanded={menu}
          />
          <span className={classes.brand}>
            <img src="/favicon.ico" alt="" width={24} height={24} />
            {t("app.name")}
          </span>
        </Group>
        <PaletteButton offersBooth={offersBooth} toggleBooth={toggleBooth} />
        <Group gap="xs" wrap="nowrap" className={classes.end}>
          <LinkState />
          <Suspense>
            <OwnPhone />
          </Suspense>
          <AgentStatus />
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t("nav.title")}>
        <Navigation booth={booth} offersBooth={offersBooth} toggleBooth={toggleBooth} onChosen={closeMenu} />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
        {(session.demo || maySetUp) && (
          <Suspense>
            <Checklist openBooth={offersBooth && !booth ? toggleBooth : undefined} />
          </Suspense>
        )}
        {noticed && path !== "/system" && (
          <Suspense>
            <Notices />
          </Suspense>
        )}
        {maySee(session, path) ? <Outlet /> : <NotPermitted />}
      </AppShell.Main>
      {offersBooth && (
        <AppShell.Aside className={classes.aside} aria-label={t("nav.booth")} hidden={!booth}>
          <Suspense>
            <BoothPanel close={closeBooth} />
          </Suspense>
        </AppShell.Aside>
      )}
      <CardElsewhere />
    </AppShell>
  );
}
