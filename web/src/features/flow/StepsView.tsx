// The steps in the view that the address names: as a list, or drawn on the canvas, which is loaded when it is wanted.

import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { useWords } from "@/i18n/words";
import { LoadingRows } from "@/ui/LoadingRows";
import { FlowList } from "./list/FlowList";

const ROUTE = "/flows/$flowId";
const FlowCanvas = lazy(() => import("./canvas/FlowCanvas").then((canvas) => ({ default: canvas.FlowCanvas })));

export const useView = () => useSearch({ from: ROUTE }).view ?? "list";

export function StepsView() {
  if (useView() === "list") return <FlowList />;
  return (
    <Suspense fallback={<LoadingRows rows={6} height={56} />}>
      <FlowCanvas />
    </Suspense>
  );
}

export function ViewSwitch() {
  const t = useWords();
  const view = useView();
  const navigate = useNavigate({ from: ROUTE });
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("flow:screen.narrow")}
      value={view}
      data={(["list", "canvas"] as const).map((value) => ({ value, label: t(`flow:bar.${value}`) }))}
      onChange={(wanted) => void navigate({ search: wanted === "canvas" ? { view: "canvas" } : {}, replace: true, resetScroll: false })}
    />
  );
}
