// Puts what the server refused beside what it is about, by the stable codes and fields of the API.

import { Refused } from "@/api/refused";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useFlowProblem, type FlowProblem } from "@/ui/flowProblem";

interface Field {
  field: string;
}

const NOTHING: Readonly<Record<string, string>> = {};
const pathOf = (field: string) => `line ${field.replaceAll(".", " ")}`;

/** The settings of a step that a problem of a flow is about. */
const ABOUT: Readonly<Record<string, string>> = {
  "closes-before-it-opens": "periods",
  "unknown-time-zone": "time_zone",
  "dates-reversed": "dates",
  "no-message": "waiting messages",
  "unknown-message": "waiting messages",
};

export function useRefusals(): (error: unknown) => Readonly<Record<string, string>> {
  const t = useWords();
  const format = useFormat();
  const flowProblem = useFlowProblem();
  return (error) => {
    if (!(error instanceof Refused)) return NOTHING;
    const { code, details } = error;
    if (code === "value-out-of-range") {
      const { field, minimum, maximum } = details as { field: string; minimum?: number; maximum?: number };
      const bound = minimum === undefined ? t("numbers:problem.most", { n: format.number(maximum ?? 0) }) : t("numbers:problem.least", { n: format.number(minimum) });
      return { [pathOf(field)]: bound };
    }
    if (code === "validation-failed") {
      const { fields } = details as { fields: Field[] };
      return Object.fromEntries(fields.map(({ field }) => [pathOf(field), t("numbers:problem.not_understood")]));
    }
    if (code === "invalid-flow") {
      const { problems } = details as { problems: FlowProblem[] };
      return Object.fromEntries(
        problems.map((each) => [`flow steps ${each.step_id ?? ""} ${ABOUT[each.code] ?? each.code}`, flowProblem(each)]),
      );
    }
    return NOTHING;
  };
}
