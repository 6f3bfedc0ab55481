import { HttpRefusal } from '../../platform/http/bad-request.js';

export const forbiddenAddress = () =>
  new HttpRefusal(403, 'FORBIDDEN', 'The address is not signed for this, or its time is over.');
export const fileNotFound = () => new HttpRefusal(404, 'NOT_FOUND', 'There is no such file.');
export const alreadyStored = () => new HttpRefusal(409, 'BAD_REQUEST', 'The file is there already.');
export const tooLarge = (byteSize: number) =>
  new HttpRefusal(413, 'BAD_REQUEST', `The file is larger than the ${byteSize} bytes that were announced.`);
export const tooShort = (byteSize: number) =>
  new HttpRefusal(400, 'BAD_REQUEST', `The file is shorter than the ${byteSize} bytes that were announced.`);
export const tooSlow = () => new HttpRefusal(408, 'BAD_REQUEST', 'The file took too long to arrive.');
export const brokenOff = () => new HttpRefusal(400, 'BAD_REQUEST', 'The file was broken off.');
export const otherContent = (contentType: string) =>
  new HttpRefusal(415, 'BAD_REQUEST', `What is in the file is not ${contentType}.`);
