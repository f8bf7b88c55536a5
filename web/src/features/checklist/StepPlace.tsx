// Where a step is taken: a link to the screen, or the phone booth beside it.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/useSession";
import { HASHES, PLACES, type Step } from "./steps";

interface Props {
  step: Step["step"] | undefined;
  callId: string | null;
  openBooth: (() => void) | undefined;
}

export function StepPlace({ step, callId, openBooth }: Props) {
  const { t } = useTranslation("checklist");
  const seesSettings = useMay("settings.see");
  if (step === undefined) return null;
  const place = PLACES[step];
  const looks = { variant: "light", size: "compact-sm", style: { flex: "none" } } as const;
  if (place === "booth") {
    return openBooth === undefined ? null : (
      <Button {...looks} onClick={openBooth}>
        {t("places.booth")}
      </Button>
    );
  }
  if (place === "call") {
    return callId === null ? (
      <Button {...looks} component={Link} to="/history">
        {t("places.history")}
      </Button>
    ) : (
      <Button {...looks} component={Link} to={`/calls/${callId}`}>
        {t("places.call")}
      </Button>
    );
  }
  if ((place === "/numbers" || place === "/people/teams") && !seesSettings) return null;
  return (
    <Button {...looks} component={Link} to={place} hash={HASHES[step]}>
      {t(`places.${place}`)}
    </Button>
  );
}
