/** What a service over HTTP answered with. */
export interface Answer {
  readonly status: number;
  /** The header as it came. */
  readonly retryAfter: string | null;
  /** JSON, or null for whatever else came. */
  readonly body: unknown;
}

const largestAnswer = 64 * 1024;

/** Reads it to its end; what is longer than any answer is not read. */
export async function readAnswer(response: Response): Promise<Answer> {
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, body: parsed(await boundedText(response)) };
}

/** A field of what may be anything. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
