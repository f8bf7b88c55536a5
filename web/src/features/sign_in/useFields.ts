// The fields of a short form, each a text.

import { useState, type ChangeEvent } from "react";

export function useFields<Name extends string>(first: Record<Name, string>) {
  const [values, put] = useState(first);
  const set = (name: Name, value: string) => {
    put((before) => ({ ...before, [name]: value }));
  };
  const field = (name: Name) => ({
    value: values[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      set(name, event.currentTarget.value);
    },
  });
  return { values, set, field };
}
