// What stands on the canvas: where calls arrive, the steps, and the ends that lead nowhere yet.

import { IconPhoneIncoming, IconPlus } from "@tabler/icons-react";
import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import { STEP_ICONS } from "../icons";
import { START, exitsOf, type Exit } from "../model";
import { Reached, StepMarks } from "../StepMarks";
import { useTitles } from "../titles";
import { useStepButton } from "../useStepButton";
import classes from "./Canvas.module.css";
import type { GraphNode } from "./graph";
import { exitPlace } from "./layout";

type Of<Kind extends GraphNode["kind"]> = NodeProps<Node<Extract<GraphNode, { kind: Kind }>>>;

export const NODE_TYPES = { arrival: Arrival, step: StepNode, open: OpenEnd };

/** Leads to the settings of the Smartflow itself. */
function Arrival({ id }: Of<"arrival">) {
  const t = useWords();
  const { inspect } = useEditor();
  return (
    <>
      <button
        type="button"
        data-stop
        data-node={id}
        tabIndex={-1}
        className={classes.arrival}
        onClick={({ detail }) => {
          const isByKey = detail === 0;
          inspect(null, isByKey);
        }}
      >
        <IconPhoneIncoming size={16} aria-hidden />
        {t("flow:way.start")}
      </button>
      <Exits exits={[START.exit]} />
    </>
  );
}

function StepNode({ data: { step, number, isLost } }: Of<"step">) {
  const t = useWords();
  const titles = useTitles();
  const button = useStepButton(step, number);
  const Icon = STEP_ICONS[step.kind];
  const gist = titles.gist(step);
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectableStart={false} className={classes.entry} />
      <button {...button} data-node={step.id} data-lost={isLost || undefined} className={classes.step}>
        <span className={classes.corner}>
          <Reached step={step} />
        </span>
        <span className={classes.icon}>
          <Icon size={18} stroke={1.75} aria-hidden />
        </span>
        <span className={classes.words}>
          <span className={classes.kind}>
            <span className="figures">{number}</span> {titles.kind(step)}
            {isLost && <span> · {t("flow:canvas.lost")}</span>}
          </span>
          <span className={classes.gist} title={gist}>
            {gist}
          </span>
        </span>
        <StepMarks step={step} />
      </button>
      <Exits exits={exitsOf(step)} />
    </>
  );
}

function OpenEnd({ id, data: { slot } }: Of<"open">) {
  const t = useWords();
  const titles = useTitles();
  const { editor, ask, mayChange } = useEditor();
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className={classes.entry} />
      {mayChange ? (
        <button
          type="button"
          data-stop
          data-node={id}
          tabIndex={editor.flow.steps.length === 0 ? 0 : -1}
          className={classes.open}
          aria-label={t("flow:list.add_at", { place: titles.place(slot, editor.flow) })}
          title={t("flow:way.open_end")}
          onClick={() => { ask({ what: "add", slot }); }}
        >
          <IconPlus size={14} aria-hidden />
          {t("flow:list.add")}
        </button>
      ) : (
        <span className={classes.open}>{t("flow:way.open_end")}</span>
      )}
    </>
  );
}

function Exits({ exits }: { exits: readonly Exit[] }) {
  return exits.map((exit, index) => (
    <Handle
      key={exit}
      id={exit}
      type="source"
      position={Position.Bottom}
      isConnectableEnd={false}
      className={classes.exit}
      style={{ left: `${String(100 * exitPlace(index, exits.length))}%` }}
    />
  ));
}
