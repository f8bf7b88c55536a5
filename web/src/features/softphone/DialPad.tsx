// Keys for machines at the other end, such as a menu; pressed by mouse or by keyboard.

import { Text, UnstyledButton } from "@mantine/core";
import { useState, type KeyboardEvent } from "react";
import { useWords } from "@/i18n/words";
import classes from "./Softphone.module.css";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;
const SHOWN_MAX = 16;

export function DialPad({ press }: { press: (key: string) => void }) {
  const t = useWords();
  const [pressed, remember] = useState("");
  const names: Record<string, string> = { "*": t("softphone:star"), "#": t("softphone:hash") };
  const take = (key: string) => {
    press(key);
    remember((before) => (before + key).slice(-SHOWN_MAX));
  };
  const typed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(KEYS as readonly string[]).includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.key);
  };
  return (
    <div role="group" aria-label={t("softphone:keypad")} onKeyDown={typed}>
      <Text size="xs" c="dimmed" mb={6} className="figures" role="status">
        {pressed === "" ? t("softphone:keypad_words") : pressed}
      </Text>
      <div className={classes.keypad}>
        {KEYS.map((key) => (
          <UnstyledButton
            key={key}
            className={classes.key}
            aria-label={names[key]}
            onClick={() => {
              take(key);
            }}
          >
            {key === "*" ? "∗" : key}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
