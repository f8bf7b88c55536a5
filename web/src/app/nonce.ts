// The nonce under which the page allows styles; the server writes a new one into every page.

export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content ?? "";
