// Makes the id of a new Smartflow of its name.

const LENGTH_MAX = 60;

/** Letters and digits of the name, without accents; numbered where it is taken. */
export function idFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LENGTH_MAX);
  const wish = plain === "" ? "flow" : plain;
  if (!taken.includes(wish)) return wish;
  for (let n = 2; ; n += 1) if (!taken.includes(`${wish}-${n}`)) return `${wish}-${n}`;
}
