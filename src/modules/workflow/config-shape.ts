import { problem, type Problem } from '../../shared/problem.js';
import type { Path } from './definition.js';

export interface ConfigFacts {
  readonly allowInsecureHooks: boolean;
}

/** One key of an action's config. */
export interface ConfigField {
  readonly required?: boolean;
  /** What it is where it is left out. */
  readonly fallback?: () => unknown;
  readonly check: (value: unknown, path: Path, facts: ConfigFacts) => Problem[];
}

export type ConfigShape = ReadonlyMap<string, ConfigField>;

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The config with what it leaves out, or gives as null, filled in; nothing is checked. */
export function withFallbacks(shape: ConfigShape, config: unknown): Record<string, unknown> {
  // What is no object is kept as it came, for the check to refuse.
  if (!isPlainObject(config)) return config as unknown as Record<string, unknown>;
  const given = Object.entries(config).filter(([, value]) => value !== null && value !== undefined);
  const complete = new Map(given);
  for (const [key, field] of shape) {
    if (field.fallback && !complete.has(key)) complete.set(key, field.fallback());
  }
  return Object.fromEntries(complete);
}

/** Every problem of the config: unknown keys, missing ones, and those of each value. */
export function checkShape(shape: ConfigShape, config: unknown, path: Path, facts: ConfigFacts): Problem[] {
  if (!isPlainObject(config)) return [problem('INVALID', 'The config is an object.', path)];
  const unknown = Object.keys(config)
    .filter((key) => !shape.has(key))
    .map((key) =>
      problem('INVALID', `"${key.slice(0, 64)}" is unknown. Known are: ${[...shape.keys()].join(', ')}.`, [
        ...path,
        key,
      ]),
    );
  const faults = [...shape].flatMap(([key, field]) => {
    const value = Object.hasOwn(config, key) ? config[key] : undefined;
    if (!isEmpty(value)) return field.check(value, [...path, key], facts);
    return field.required ? [problem('REQUIRED', `${key} is missing.`, [...path, key])] : [];
  });
  return [...unknown, ...faults];
}
