import { describe, expect, it } from 'vitest';
import type { HttpRefusal } from '../../platform/http/bad-request.js';
import { checked } from './content-check.js';
import { contentTypes } from './content-types.js';
import { sampleFiles } from './samples.fixture.js';

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

/** What came through, or the status and words that it was refused with. */
async function pass(content: Buffer, contentType: string, byteSize = content.length, piece = 7): Promise<unknown> {
  const through: Uint8Array[] = [];
  try {
    for await (const chunk of checked(inPieces(content, piece), { contentType, byteSize })) through.push(chunk);
  } catch (error) {
    const { statusCode, message } = error as HttpRefusal;
    return [statusCode, message];
  }
  return Buffer.concat(through);
}

const types = Object.keys(sampleFiles);

describe('a file that arrives', () => {
  it('is tried here with one of every type that is taken', () => {
    expect(types.toSorted()).toEqual([...contentTypes.keys()].toSorted());
  });

  it.each(types)('passes unchanged where it is what was announced: %s', async (type) => {
    const content = sampleFiles[type]!;
    expect(await pass(content, type)).toEqual(content);
    expect(await pass(content, type, content.length, 1_000)).toEqual(content);
  });

  it('passes where it is far longer than what it is recognised by', async () => {
    const content = Buffer.concat([sampleFiles['application/pdf']!, Buffer.alloc(100_000, 7)]);
    expect(await pass(content, 'application/pdf', content.length, 4_000)).toEqual(content);
  });

  it.each(types.filter((type) => type !== 'text/plain'))('is refused where it is of another type: %s', async (type) => {
    for (const [other, content] of Object.entries(sampleFiles)) {
      if (other === type) continue;
      expect([other, await pass(content, type)]).toEqual([other, [415, `What is in the file is not ${type}.`]]);
    }
  });

  it('is refused where it is larger or smaller than announced, as soon as that shows', async () => {
    const content = sampleFiles['image/gif']!;
    expect(await pass(content, 'image/gif', content.length - 1)).toEqual([
      413,
      `The file is larger than the ${content.length - 1} bytes that were announced.`,
    ]);
    expect(await pass(content, 'image/gif', content.length + 1)).toEqual([
      400,
      `The file is shorter than the ${content.length + 1} bytes that were announced.`,
    ]);
  });

  it.each([
    ['NUL', Buffer.from('a\0b')],
    ['what is not UTF-8', Buffer.from([0x61, 0xe3, 0x20])],
    ['a character that ends too soon', Buffer.from('ã').subarray(0, 1)],
    ['a page', Buffer.from('<!DOCTYPE html><p>x')],
    ['a page after a while', Buffer.from(`${'a'.repeat(5_000)}\n<html>`)],
    ['a script', Buffer.from('a <script>alert(1)</script>')],
    ['a script with a gap', Buffer.from('a < script src=x>')],
    ['an image with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>')],
    ['a frame', Buffer.from('x <iframe src="javascript:x"></iframe>')],
    ['a picture', sampleFiles['image/png']!],
  ])('is no text with %s in it, however it is cut into pieces', async (_, content) => {
    const refused = [415, 'What is in the file is not text/plain.'];
    for (const piece of [1, 3, 64, 10_000]) {
      expect([piece, await pass(content, 'text/plain', content.length, piece)]).toEqual([piece, refused]);
    }
  });
});
