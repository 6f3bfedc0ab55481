import { describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.js';
import { AddressSigner } from './signature.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const soon = new Date('2026-11-24T12:15:00.000Z');
const signer = new AddressSigner(Buffer.alloc(32, 1));
const operatorId = newId('operator', now);
const id = newId('upload', now);
const query = (changes: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(new URLSearchParams(signer.sign({ purpose: 'upload', operatorId, id, expiresAt: soon }))),
  ...changes,
});

describe('a signed address', () => {
  it('is good for its purpose, its id and its operator, until its time is over', () => {
    expect(signer.operatorOf('upload', id, query(), now)).toBe(operatorId);
    expect(signer.operatorOf('upload', id, query(), new Date(soon.getTime() - 1))).toBe(operatorId);
    expect(signer.operatorOf('upload', id, query(), soon)).toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ['another operator', { operator: newId('operator', now) }],
    ['a later end', { expires: '9999999999' }],
    ['an end that is no number', { expires: '1e99' }],
    ['another signature', { signature: 'x'.repeat(43) }],
    ['half a signature', { signature: String(query().signature).slice(0, 20) }],
    ['no signature', { signature: undefined }],
    ['two of each', { signature: [query().signature, query().signature] }],
    ['an operator that is none', { operator: '../../etc' }],
  ])('is good for nothing with %s', (_, changes) => {
    expect(signer.operatorOf('upload', id, query(changes), now)).toBeNull();
  });

  it('is good for nothing else: another purpose, another id, another key, no query', () => {
    expect(signer.operatorOf('download', id, query(), now)).toBeNull();
    expect(signer.operatorOf('upload', newId('upload', now), query(), now)).toBeNull();
    expect(new AddressSigner(Buffer.alloc(32, 2)).operatorOf('upload', id, query(), now)).toBeNull();
    expect(signer.operatorOf('upload', id, undefined, now)).toBeNull();
  });
});
