import { contentDisposition } from './content-disposition.js';
import type { Delivery } from './storage.js';

/** The type that a file is given out with, and that it is to be saved rather than shown. */
export const servedAs = ({
  fileName,
  contentType,
}: {
  readonly fileName: string;
  readonly contentType: string;
}): Pick<Delivery, 'contentType' | 'contentDisposition'> => ({
  contentType: contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
  contentDisposition: contentDisposition(fileName),
});
