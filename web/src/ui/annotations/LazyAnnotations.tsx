// Notes and tags, loaded when there is a call to write about.

import { Suspense, lazy, type ComponentProps } from "react";
import { LoadingRows } from "@/ui/LoadingRows";
import type { Annotations as Loaded } from "./Annotations";

const Annotations = lazy(async () => ({ default: (await import("./Annotations")).Annotations }));

export function LazyAnnotations(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense fallback={<LoadingRows rows={2} height={28} />}>
      <Annotations {...props} />
    </Suspense>
  );
}
