import { PinInput } from "@mantine/core";

interface Props {
  label: string;
  code: string;
  put: (code: string) => void;
}

/** The six digits of the authenticator app. */
export function SecondFactor({ label, code, put }: Props) {
  return <PinInput oneTimeCode autoFocus type="number" length={6} aria-label={label} value={code} onChange={put} />;
}
