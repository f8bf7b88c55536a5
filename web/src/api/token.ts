// The installation's token. It comes once in the address's fragment, which no server and no log
// ever sees, and is kept for this tab alone.

const KEY = "ringback-token";

export function takeToken(): void {
  const match = /(?:^#|&)token=([^&]+)/.exec(location.hash);
  if (match?.[1] === undefined) return;
  sessionStorage.setItem(KEY, decodeURIComponent(match[1]));
  history.replaceState(null, "", location.pathname + location.search);
}

export const token = () => sessionStorage.getItem(KEY);
export const keepToken = (given: string) => {
  sessionStorage.setItem(KEY, given);
};
export const forgetToken = () => {
  sessionStorage.removeItem(KEY);
};
