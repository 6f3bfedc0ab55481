/** The first bytes of a file of each type, with something after them. */
const marked = (mark: string | number[], rest = 64): Buffer =>
  Buffer.concat([typeof mark === 'string' ? Buffer.from(mark, 'latin1') : Buffer.from(mark), Buffer.alloc(rest, 1)]);

const isoMedia = (brand: string): Buffer => marked([0, 0, 0, 24, ...Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`)]);

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const sampleFiles: Readonly<Record<string, Buffer>> = {
  'application/pdf': marked('%PDF-1.7\n'),
  'image/jpeg': marked([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
  'image/png': png,
  'image/webp': marked('RIFF\x40\0\0\0WEBPVP8 '),
  'image/gif': marked('GIF89a'),
  'image/heic': isoMedia('heic'),
  'audio/ogg': marked(`OggS${'\0'.repeat(24)}OpusHead`),
  'audio/mpeg': marked('ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64'),
  'audio/mp4': isoMedia('M4A '),
  'text/plain': Buffer.from('Olá, ação: 1 < 2 & "isto" 🚑\n'),
};
