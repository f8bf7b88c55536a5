// The trial that goes on, if one does: what is wished, whom it concerns, and where the caller came.

import { useMemo, useState } from "react";
import type { FlowSettings } from "../model";
import type { ProblemView, TeamView } from "../queries";
import { FIRST_WISH, momentsOf, useTrial, type Wish } from "./trial";

const NOWHERE_YET: ReadonlySet<string> = new Set();

export interface Trying {
  wish: Wish;
  want: (wish: Wish) => void;
  begin: () => void;
  leave: () => void;
  isOn: boolean;
  /** The agents whom the Smartflow can ring. */
  concerned: readonly string[];
  story: ReturnType<typeof useTrial>;
  /** The steps that the caller has come to. */
  reached: ReadonlySet<string>;
}

export function useTrying(flowId: string, flow: FlowSettings, teams: readonly TeamView[], problems: readonly ProblemView[]): Trying {
  const [wish, want] = useState<Wish>(FIRST_WISH);
  const [isOn, turn] = useState(false);
  const concerned = useMemo(() => rungBy(flow, teams), [flow, teams]);
  const story = useTrial(flowId, flow, wish, concerned, isOn && problems.length === 0);
  const reached = useMemo(() => {
    if (!isOn || story.data === undefined) return NOWHERE_YET;
    const known = new Set(flow.steps.map(({ id }) => id));
    return new Set(momentsOf(story.data, known).flatMap(({ step }) => (step === null ? [] : [step])));
  }, [isOn, story.data, flow.steps]);
  return {
    ...{ wish, want, isOn, concerned, story, reached },
    begin: () => { turn(true); },
    leave: () => { turn(false); },
  };
}

function rungBy(flow: FlowSettings, teams: readonly TeamView[]): string[] {
  const found = flow.steps.flatMap((step) => {
    if (step.kind !== "ring") return [];
    if ("agent_id" in step.target) return step.target.agent_id === "" ? [] : [step.target.agent_id];
    const { team_id } = step.target;
    return teams.find(({ id }) => id === team_id)?.settings.members ?? [];
  });
  return [...new Set(found)];
}
