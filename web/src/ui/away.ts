// Why an agent does not want to be disturbed: the usual reasons in the reader's language, others as written.

import { useTranslation } from "react-i18next";

const USUAL = ["break", "lunch", "training", "after-call-work", "other"] as const;
const isUsual = (reason: string): reason is (typeof USUAL)[number] => USUAL.some((each) => each === reason);

export interface AwayReasons {
  shown: (reason: string) => string;
  /** The reason that is shown so: what somebody has written may be one of the usual ones. */
  written: (text: string) => string;
}

export function useAwayReasons(): AwayReasons {
  const { t } = useTranslation("domain");
  const shown = (reason: string) => (isUsual(reason) ? t(`away.${reason}`) : reason);
  return { shown, written: (text) => USUAL.find((each) => shown(each) === text) ?? text };
}
