import type { Problem } from '../../shared/problem.js';
import { checkShape, type ConfigFacts, type ConfigShape, isPlainObject, withFallbacks } from './config-shape.js';
import type { Path } from './definition.js';
import { hookShape } from './hook-config.js';
import { secretMask } from './hook-secret.js';
import { emailShape, inAppShape, pushShape, whatsAppShape } from './message-config.js';
import type { ActionKind } from './model.js';

type Config = Readonly<Record<string, unknown>>;

const shapes: Readonly<Record<ActionKind, ConfigShape>> = {
  PUSH: pushShape,
  EMAIL: emailShape,
  HOOK: hookShape,
  WHATSAPP: whatsAppShape,
  IN_APP: inAppShape,
};

/** Every problem of a config of this kind. */
export const checkConfig = (kind: ActionKind, config: unknown, path: Path, facts: ConfigFacts): Problem[] =>
  checkShape(shapes[kind], config, path, facts);

/** The config with the defaults of its kind; a hook without a secret gets one. */
export const completeConfig = (kind: ActionKind, config: unknown): Record<string, unknown> =>
  withFallbacks(shapes[kind], config);

const isSecretHeader = (name: string): boolean => /auth|cookie|key|password|secret|token/i.test(name);

const mapHeaders = (headers: unknown, value: (name: string, text: unknown) => unknown): unknown =>
  isPlainObject(headers)
    ? Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, value(name, text)]))
    : headers;

/** The config as it may be shown: a hook's secret, and headers that carry credentials, behind a mask. */
export function maskConfig(kind: ActionKind, config: Config): Record<string, unknown> {
  if (kind !== 'HOOK') return { ...config };
  return {
    ...config,
    ...('secret' in config && { secret: secretMask }),
    ...('headers' in config && {
      headers: mapHeaders(config['headers'], (name, text) => (isSecretHeader(name) ? secretMask : text)),
    }),
  };
}

/** The headers of a hook that carry no credentials: for another host than they were given for. */
export const openHeaders = (config: Config): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(isPlainObject(config['headers']) ? config['headers'] : {}).filter(([name]) => !isSecretHeader(name)),
  );

/**
 * A config that replaces a stored one: a secret left out or given back masked is the stored one. Not so the headers with
 * credentials where it goes to another origin, which they were not given for: their mask stays, and is refused.
 */
export function keepSecrets(kind: ActionKind, stored: Config, update: Config): Config {
  if (kind !== 'HOOK' || !isPlainObject(update)) return update;
  const elsewhere = 'url' in update && originOf(update['url']) !== originOf(stored['url']);
  const storedHeaders = !elsewhere && isPlainObject(stored['headers']) ? stored['headers'] : {};
  const secret = update['secret'] ?? secretMask;
  return {
    ...update,
    secret: secret === secretMask ? stored['secret'] : secret,
    ...('headers' in update && {
      headers: mapHeaders(update['headers'], (name, text) =>
        text === secretMask && Object.hasOwn(storedHeaders, name) ? storedHeaders[name] : text,
      ),
    }),
  };
}

const originOf = (url: unknown): string | null =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : null;
