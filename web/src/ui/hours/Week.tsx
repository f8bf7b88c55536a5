// The hours of a week, day by day.

import { ActionIcon, Button, Group, Input, Switch, Text, TextInput } from "@mantine/core";
import { IconCopy, IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import classes from "./Week.module.css";
import { WEEKDAYS, isReversed, ofDay, onWorkdays, overlaps, shortTime, withDay, withOneMore, type Period, type Weekday } from "./periods";

const PERIODS_MAX = 6;

interface Props {
  label: string;
  periods: Period[];
  set: (periods: Period[]) => void;
  disabled: boolean;
  /** What a day without hours is called, and a week without any. */
  closed: string;
  never: string;
}

export function Week({ label, periods, set, disabled, closed, never }: Props) {
  return (
    <>
      <ul className={classes.week} aria-label={label}>
        {WEEKDAYS.map((weekday) => (
          <Day key={weekday} weekday={weekday} periods={periods} set={set} disabled={disabled} closed={closed} />
        ))}
      </ul>
      {periods.length === 0 && (
        <Text size="sm" mt="xs" role="note">
          {never}
        </Text>
      )}
    </>
  );
}

interface DayProps {
  weekday: Weekday;
  periods: Period[];
  set: (periods: Period[]) => void;
  disabled: boolean;
  closed: string;
}

function Day({ weekday, periods, set, disabled, closed }: DayProps) {
  const t = useWords();
  const day = ofDay(periods, weekday);
  const name = t(`calendar:weekday.${weekday}`);
  const change = (index: number, told: Partial<Period>) => {
    set(withDay(periods, weekday, day.map((each, n) => (n === index ? { ...each, ...told } : each))));
  };
  return (
    <li className={classes.day}>
      <Switch
        label={name}
        checked={day.length > 0}
        disabled={disabled}
        onChange={(event) => {
          set(event.currentTarget.checked ? withOneMore(periods, weekday) : withDay(periods, weekday, []));
        }}
      />
      <div className={classes.periods}>
        {day.length === 0 && (
          <Text size="sm" c="dimmed">
            {closed}
          </Text>
        )}
        {day.map((period, index) => (
          <Group key={index} gap="0.25rem" wrap="nowrap" align="flex-start">
            <TextInput
              type="time"
              aria-label={t("calendar:hours.opens", { day: name, n: index + 1 })}
              value={shortTime(period.opens)}
              disabled={disabled}
              onChange={(event) => { change(index, { opens: event.currentTarget.value }); }}
            />
            <Text mt={6} aria-hidden>
              –
            </Text>
            <TextInput
              type="time"
              aria-label={t("calendar:hours.closes", { day: name, n: index + 1 })}
              value={shortTime(period.closes)}
              error={isReversed(period) ? t("calendar:hours.reversed") : undefined}
              disabled={disabled}
              onChange={(event) => { change(index, { closes: event.currentTarget.value }); }}
            />
            <ActionIcon
              mt={3}
              variant="subtle"
              color="gray"
              size={30}
              disabled={disabled}
              aria-label={t("calendar:hours.remove", { day: name, n: index + 1 })}
              onClick={() => { set(withDay(periods, weekday, day.filter((_, n) => n !== index))); }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {overlaps(day) && <Input.Error>{t("calendar:hours.overlap")}</Input.Error>}
      </div>
      {day.length > 0 && !disabled && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            disabled={day.length >= PERIODS_MAX}
            aria-label={t("calendar:hours.more", { day: name })}
            title={t("calendar:hours.more", { day: name })}
            onClick={() => { set(withOneMore(periods, weekday)); }}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className={classes.quietButton}
            leftSection={<IconCopy size={14} aria-hidden />}
            aria-label={t("calendar:hours.copy_who", { day: name })}
            onClick={() => { set(onWorkdays(periods, weekday)); }}
          >
            {t("calendar:hours.copy")}
          </Button>
        </Group>
      )}
    </li>
  );
}
