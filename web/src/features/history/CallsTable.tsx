// The calls: a table that is sorted where there is room, else a list.

import { Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { DataTable, type DataTableColumn } from "mantine-datatable";
import "mantine-datatable/styles.layer.css";
import type { CallRecordView } from "@/api/views";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { CallTags } from "@/ui/CallTags";
import { StateBadge } from "@/ui/StateBadge";
import { CALL_TYPE_TONES, callType } from "@/ui/callType";
import { useCustomerName } from "@/ui/customer";
import classes from "./History.module.css";
import type { Column } from "./columns";
import type { HistorySearch, Order } from "./search";

/** How much room a table needs, in pixels. */
const TABLE_WIDTH_MIN = 900;
const TAGS_WIDTH = 180;
const ORDERS: readonly string[] = ["began", "waited", "talked"] satisfies readonly Order[];

interface Props {
  calls: readonly CallRecordView[];
  columns: readonly Column[];
  search: HistorySearch;
  choose: (search: HistorySearch) => void;
  /** Old rows, shown while new ones are fetched. */
  stale: boolean;
}

export function CallsTable(props: Props) {
  const { ref, width } = useElementSize();
  return <div ref={ref}>{width > 0 && (width < TABLE_WIDTH_MIN ? <CallsList {...props} /> : <WideTable {...props} />)}</div>;
}

function WideTable({ calls, columns, search, choose, stale }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const drawn = useColumnCells();
  const shown: DataTableColumn<CallRecordView>[] = [
    { accessor: "customer", title: t("history:column.customer"), render: (call) => <Customer call={call} /> },
    ...columns.map((column) => ({
      accessor: column,
      title: t(`history:column.${column}`),
      sortable: ORDERS.includes(column),
      noWrap: column !== "tags",
      width: column === "tags" ? TAGS_WIDTH : undefined,
      render: drawn[column],
    })),
  ];
  return (
    <DataTable
      className={classes.table}
      data-stale={stale}
      records={[...calls]}
      columns={shown}
      idAccessor="id"
      withRowBorders
      highlightOnHover
      verticalSpacing={8}
      horizontalSpacing="md"
      sortStatus={{ columnAccessor: search.order ?? "began", direction: search.ascending === true ? "asc" : "desc" }}
      onSortStatusChange={({ columnAccessor, direction }) => {
        choose({ ...search, order: columnAccessor as Order, ascending: direction === "asc" ? true : undefined });
      }}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest("a, button") !== null) return;
        void navigate({ to: "/calls/$callId", params: { callId: record.id } });
      }}
      minHeight={0}
    />
  );
}

type Cells = Record<Column, (call: CallRecordView) => React.ReactNode>;

function useColumnCells(): Cells {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const { clock } = useLiveStore();
  const lasted = (seconds: number | null) => (seconds === null ? "–" : format.duration(seconds * 1000));
  return {
    began: ({ began_at }) => (
      <time dateTime={began_at} title={began_at} className="figures">
        {format.moment(began_at, clock.now())}
      </time>
    ),
    line: ({ line }) => line.name,
    became: (call) => <Became call={call} />,
    agent: ({ agent_id }) => (agent_id === null ? "–" : agentName(agent_id)),
    talked: ({ talked_seconds }) => <span className="figures">{lasted(talked_seconds)}</span>,
    details: (call) => <CallbackDetails call={call} />,
    waited: ({ callback_wait_seconds }) => <span className="figures">{lasted(callback_wait_seconds)}</span>,
    reason: ({ callback_failure_reason: reason }) => (reason === null ? "–" : t(`domain:reason.${reason}`)),
    tags: (call) => <CallTags call={call} />,
    notes: ({ notes }) => (notes.length === 0 ? "–" : format.number(notes.length)),
  };
}

function Customer({ call }: { call: CallRecordView }) {
  const customerName = useCustomerName();
  const { customer } = call;
  return (
    <div className={classes.customer}>
      <Link to="/calls/$callId" params={{ callId: call.id }} className={classes.link}>
        {customerName(customer)}
      </Link>
      {customer.name !== null && customer.number !== null && (
        <Text size="xs" c="dimmed" className="figures">
          {phoneNumber(customer.number)}
        </Text>
      )}
    </div>
  );
}

function Became({ call }: { call: CallRecordView }) {
  const t = useWords();
  const type = callType(call);
  return (
    <StateBadge tone={CALL_TYPE_TONES[type]} icon={call.direction === "inbound" ? IconPhoneIncoming : IconPhoneOutgoing}>
      <span className="spoken">{t(`history:direction.${call.direction}`)}, </span>
      {t(`domain:type.${type}`)}
    </StateBadge>
  );
}

/** The way to the customer's own call, which tells all of the callback (R42). */
function CallbackDetails({ call: { id, direction, callback_id, linked_call_ids } }: { call: CallRecordView }) {
  const t = useWords();
  const original = direction === "inbound" ? id : linked_call_ids.at(0);
  if (callback_id === null || original === undefined) return "–";
  return (
    <Link to="/calls/$callId" params={{ callId: original }} className={classes.link}>
      {t("history:callback_details")}
    </Link>
  );
}

function CallsList({ calls, stale }: Props) {
  const cells = useColumnCells();
  return (
    <ul className={classes.list} data-stale={stale}>
      {calls.map((call) => (
        <li key={call.id}>
          <Customer call={call} />
          <Text size="sm" c="dimmed" ta="right">
            {cells.began(call)}
          </Text>
          <Became call={call} />
          <Text size="sm" c="dimmed" ta="right" truncate>
            {call.line.name}
          </Text>
          <div className={classes.whole}>
            <CallTags call={call} />
          </div>
        </li>
      ))}
    </ul>
  );
}
