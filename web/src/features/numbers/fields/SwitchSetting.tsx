import { Switch } from "@mantine/core";
import type { Path } from "../paths";
import { useSetting } from "../sheet";
import classes from "../Numbers.module.css";

interface Props {
  path: Path;
  label: string;
  help: string;
}

export function SwitchSetting({ path, label, help }: Props) {
  const { value, set, problem, disabled, isChanged } = useSetting<boolean>(path);
  return (
    <div className={classes.field} data-changed={isChanged}>
      <Switch
        label={label}
        description={help}
        checked={value}
        error={problem}
        disabled={disabled}
        onChange={(event) => {
          set(event.currentTarget.checked);
        }}
      />
    </div>
  );
}
