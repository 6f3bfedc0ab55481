/** What keeps a document from being plain, bounded JSON, and where. */
export interface JsonFault {
  readonly kind: 'depth' | 'size' | 'key' | 'value' | 'items';
  readonly path: readonly string[];
}

export interface JsonLimits {
  readonly bytes: number;
  readonly depth: number;
  /** Elements of one array. */
  readonly items: number;
}

/** Keys that reach an object's prototype where code is careless with what it copies. */
const treacherousKeys = new Set(['__proto__', 'constructor', 'prototype']);

export const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // GraphQL hands out objects without any prototype.
  return prototype === Object.prototype || prototype === null;
};

/** Depth is checked on the way down, so that a circular object ends the walk instead of the process. */
export function plainJsonFaults(value: unknown, limits: JsonLimits): JsonFault[] {
  const faults: JsonFault[] = [];
  const visit = (node: unknown, depth: number, path: readonly string[]): void => {
    if (node === null || typeof node === 'string' || typeof node === 'boolean') return;
    if (typeof node === 'number' && Number.isFinite(node)) return;
    if (depth >= limits.depth && typeof node === 'object') faults.push({ kind: 'depth', path });
    else if (Array.isArray(node)) {
      if (node.length > limits.items) faults.push({ kind: 'items', path });
      else node.forEach((item, index) => visit(item, depth + 1, [...path, String(index)]));
    } else if (isPlainObject(node)) {
      for (const [key, item] of Object.entries(node)) {
        if (treacherousKeys.has(key)) faults.push({ kind: 'key', path: [...path, key] });
        else visit(item, depth + 1, [...path, key]);
      }
    } else faults.push({ kind: 'value', path });
  };
  visit(value, 0, []);
  if (faults.length === 0 && Buffer.byteLength(JSON.stringify(value)) > limits.bytes) {
    faults.push({ kind: 'size', path: [] });
  }
  return faults;
}
