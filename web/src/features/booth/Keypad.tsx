import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Booth.module.css";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

interface Props {
  usable: boolean;
  press: (digit: string) => void;
}

export function Keypad({ usable, press }: Props) {
  const { t } = useTranslation("booth");
  const names: Record<string, string> = { "*": t("star"), "#": t("hash") };
  return (
    <div className={classes.keypad} role="group" aria-label={t("keypad")}>
      {KEYS.map((key) => (
        <UnstyledButton
          key={key}
          className={classes.key}
          data-star={key === "*" && usable}
          disabled={!usable}
          aria-label={names[key]}
          onClick={() => {
            press(key);
          }}
        >
          {key === "*" ? "∗" : key}
        </UnstyledButton>
      ))}
    </div>
  );
}
