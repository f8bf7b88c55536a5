// What the server refuses: a stable code, for which `i18n` has a sentence, and its data.

export const UNREACHABLE = "unreachable";

export class Refused extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

interface ErrorBody {
  error?: { code?: string; message?: string; details?: Record<string, unknown> };
}

export function refusedBy(body: unknown, status: number): Refused {
  const error = (body as ErrorBody | undefined)?.error;
  return new Refused(error?.code ?? `http-${status}`, error?.message ?? "", error?.details ?? {});
}
