import { ActionIcon, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { COLUMNS, type Columns } from "./columns";

export function ColumnChooser({ columns }: { columns: Columns }) {
  const t = useWords();
  return (
    <Popover position="bottom-end" trapFocus withinPortal={false}>
      <Popover.Target>
        <ActionIcon variant="default" size={30} aria-label={t("history:columns")}>
          <IconColumns3 size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("history:columns")}>
        <Stack gap="xs">
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              size="xs"
              label={t(`history:column.${column}`)}
              checked={columns.shown.includes(column)}
              onChange={() => {
                columns.toggle(column);
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
