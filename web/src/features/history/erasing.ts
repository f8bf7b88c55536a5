// Whether somebody has typed the very number that is to be erased.

const digits = (text: string) => text.replace(/\D/g, "");
const COMPARED_MIN = 9;

/** The whole number, however it is grouped; as people dial it at home as well. */
export function isTyped(typed: string, number: string): boolean {
  const given = digits(typed);
  if (given === "") return false;
  if (given === digits(number) || given === `00${digits(number)}`) return true;
  return given.startsWith("0") && given.length > COMPARED_MIN && digits(number).endsWith(given.slice(1));
}
