import { problem, type Problem } from '../../shared/problem.js';
import { type ConfigFacts, type ConfigField, type ConfigShape, isPlainObject } from './config-shape.js';
import type { Path } from './definition.js';
import { isHookSecret, newHookSecret, secretMask } from './hook-secret.js';
import { hasTemplate } from './templates.js';

const shortestTimeout = 1_000;
const longestTimeout = 30_000;
const mostHeaders = 20;

/** Headers that the connection or the signature needs for itself. */
const ownHeaders = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export const hookShape: ConfigShape = new Map<string, ConfigField>([
  ['url', { required: true, check: checkUrl }],
  ['secret', { required: true, fallback: newHookSecret, check: checkSecret }],
  ['headers', { fallback: () => ({}), check: checkHeaders }],
  ['timeoutMs', { fallback: () => 15_000, check: checkTimeout }],
  ['includeForms', { fallback: () => false, check: checkBoolean }],
]);

function checkUrl(value: unknown, path: Path, { allowInsecureHooks }: ConfigFacts): Problem[] {
  const invalid = (message: string): Problem[] => [problem('INVALID', message, path)];
  if (typeof value !== 'string' || value.length > 2_048 || /[\s\\]/.test(value) || !URL.canParse(value)) {
    return invalid('The url is no address.');
  }
  if (hasTemplate(value)) return invalid('The url is fixed: it takes no template.');
  const url = new URL(value);
  if (url.protocol !== 'https:' && !(allowInsecureHooks && url.protocol === 'http:')) {
    return invalid('The url begins with https://.');
  }
  if (url.username !== '' || url.password !== '') {
    return invalid('The url carries no credentials: a header can.');
  }
  const port = Number(url.port || 443);
  // Below 1024 other protocols listen, which must not be talked to by way of a hook.
  return port === 80 || port === 443 || port >= 1_024 ? [] : invalid(`Hooks do not go to port ${port}.`);
}

function checkSecret(value: unknown, path: Path): Problem[] {
  return isHookSecret(value) ? [] : [problem('INVALID', 'A secret is whsec_ and 24 to 64 bytes in base64.', path)];
}

function checkTimeout(value: unknown, path: Path): Problem[] {
  const within = Number.isInteger(value) && Number(value) >= shortestTimeout && Number(value) <= longestTimeout;
  return within
    ? []
    : [problem('INVALID', `timeoutMs is a whole number from ${shortestTimeout} to ${longestTimeout}.`, path)];
}

function checkBoolean(value: unknown, path: Path): Problem[] {
  return typeof value === 'boolean' ? [] : [problem('INVALID', 'This is true or false.', path)];
}

function checkHeaders(value: unknown, path: Path): Problem[] {
  if (!isPlainObject(value) || Object.keys(value).length > mostHeaders) {
    return [problem('INVALID', `Headers are an object of ${mostHeaders} texts at most.`, path)];
  }
  const seen = new Set<string>();
  return Object.entries(value).flatMap(([name, text]) => {
    const lower = name.toLowerCase();
    const fault = headerFault(lower, text) ?? (seen.has(lower) ? 'The header is given twice.' : undefined);
    seen.add(lower);
    return fault === undefined ? [] : [problem('INVALID', fault, [...path, name])];
  });
}

function headerFault(lower: string, text: unknown): string | undefined {
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/.test(lower)) return 'This is no name of a header.';
  if (ownHeaders.has(lower) || lower.startsWith('webhook-')) return 'The header is set by the hook itself.';
  if (typeof text !== 'string' || text.length > 1_024 || !/^[\t\x20-\x7e]*$/.test(text)) {
    return 'A header is a text of 1024 printable ASCII characters at most.';
  }
  // The mask is no secret: it has come back for a header that has no stored value.
  return text === secretMask ? 'The header has no value that could be kept.' : undefined;
}
