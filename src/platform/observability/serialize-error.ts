import { stdSerializers } from 'pino';

/** An error for the log. PostgreSQL quotes values that it cannot take (class 22): of those its code is kept alone. */
export function serializeError(error: Error): object {
  const serialized = stdSerializers.err(error);
  const state = stateOf(error);
  if (!state?.startsWith('22')) return serialized;
  return { ...withoutWords(error), code: state, message: `a value that PostgreSQL cannot take (${state})` };
}

/** What an error is and where it was thrown, for those whose words may quote anything. */
export function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('"'));
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' && /^\w{1,64}$/.test(code) && { code }),
    stack: frames.join('\n'),
  };
}

/** The SQLSTATE of an error or of what caused it. */
function stateOf(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}
