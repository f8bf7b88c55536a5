import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Refused } from "@/api/refused";
import { withWords } from "@/i18n";
import { useRefusals } from "./useRefusals";

await withWords(Promise.resolve(), "numbers", "flow");

const told = (code: string, details: Record<string, unknown>) =>
  renderHook(() => useRefusals()).result.current(new Refused(code, "", details));

describe("what the server refuses", () => {
  it("stands beside the setting that it names, with its bound", () => {
    expect(told("value-out-of-range", { field: "callbacks.retries", maximum: 5 })).toEqual({ "line callbacks retries": "At most 5." });
    expect(told("value-out-of-range", { field: "dialling.line_hour_max", minimum: 0 })).toEqual({ "line dialling line_hour_max": "At least 0." });
  });

  it("stands beside every field that is not understood", () => {
    const fields = [{ field: "name", problem: "x" }, { field: "country", problem: "y" }];

    expect(Object.keys(told("validation-failed", { fields }))).toEqual(["line name", "line country"]);
  });

  it("stands beside the step of the Smartflow at fault", () => {
    const problems = [{ code: "closes-before-it-opens", step_id: "hours", detail: "Monday 09:00 to 08:00" }];

    expect(told("invalid-flow", { problems })).toEqual({
      "flow steps hours periods": "hours: closes before it opens: Monday 09:00 to 08:00",
    });
  });

  it("stands nowhere else", () => {
    expect(told("unknown-message", { prompt: "x" })).toEqual({});
  });
});
