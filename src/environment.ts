import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

/** Reads variables one by one and keeps every problem, so that all of them can be shown together. */
export class Environment {
  readonly problems: string[] = [];

  constructor(private readonly variables: NodeJS.ProcessEnv) {}

  refuse(name: string, why: string): void {
    this.problems.push(`${name}: ${why}`);
  }

  /** Blank counts as not set: `REDIS_URL=` in a file means none. */
  text(name: string): string | undefined {
    const value = this.variables[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(name: string, fallback: number, minimum: number, maximum: number = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    const upTo = maximum === Number.MAX_SAFE_INTEGER ? 'or more' : `to ${maximum}`;
    this.refuse(name, `must be a whole number, ${minimum} ${upTo}`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return fallback;
    if (['on', 'true', 'yes', '1'].includes(text)) return true;
    if (!['off', 'false', 'no', '0'].includes(text)) this.refuse(name, 'must be on or off');
    return false;
  }

  choice<T extends string>(name: string, values: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) this.refuse(name, `must be one of ${values.join(', ')}`);
    return value ?? fallback;
  }

  /** The value itself is never in a problem: such addresses carry passwords. */
  url(name: string, schemes: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1))) return text;
    this.refuse(name, `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`);
    return undefined;
  }

  origin(name: string): string | undefined {
    return this.origins(name, [this.text(name) ?? ''])[0];
  }

  origins(name: string, entries: readonly string[] = (this.text(name) ?? '').split(',')): string[] {
    const given = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
    const valid = given.flatMap((entry) => originOf(entry) ?? []);
    if (valid.length < given.length) {
      this.refuse(name, 'must be scheme, host and port alone, such as https://app.example.org');
    }
    return valid;
  }

  /** Addresses and CIDR ranges, separated by commas. */
  networks(name: string): string[] {
    const given = (this.text(name) ?? '').split(',').flatMap((entry) => entry.trim() || []);
    const valid = given.filter(isNetwork);
    if (valid.length < given.length) {
      this.refuse(
        name,
        'must be addresses or ranges such as 10.0.0.7, 10.1.0.0/16 or 2001:db8::/32, and not everybody',
      );
    }
    return valid;
  }

  /** Variables that make sense together alone: all of the required ones, or none at all. */
  group<R extends string, O extends string = never>(
    required: readonly R[],
    optional: readonly O[] = [],
  ): (Record<R, string> & Partial<Record<O, string>>) | undefined {
    const values = new Map([...required, ...optional].map((name) => [name, this.text(name)]));
    const given = [...values].filter(([, value]) => value !== undefined).map(([name]) => name);
    if (given.length === 0) return undefined;
    const missing = required.filter((name) => values.get(name) === undefined);
    for (const name of missing) this.refuse(name, `is missing, though ${given.join(', ')} is set; they go together`);
    if (missing.length > 0) return undefined;
    return Object.fromEntries(values) as Record<R, string> & Partial<Record<O, string>>;
  }
}

/** As the library that will compare them reads it: it takes no `/0`. */
function isNetwork(text: string): boolean {
  if (isIP(text.split('/', 1)[0]!) === 0) return false;
  try {
    return proxyAddr.compile(text) !== undefined;
  } catch {
    return false;
  }
}

function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOrigin = ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`;
  return isOrigin && !text.includes('#') && !text.includes('?') ? url.origin : undefined;
}
