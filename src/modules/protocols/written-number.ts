/**
 * A number as it is kept, from what somebody typed: 20 digits are the regulator's, however they are spaced
 * ("999991.20261124.000001"); of all else the spaces around it are dropped.
 */
export function writtenNumber(typed: string): string {
  const trimmed = typed.normalize('NFC').trim();
  const digits = trimmed.replaceAll(/[\s./–-]/g, '');
  return /^[0-9]{20}$/.test(digits) ? digits : trimmed;
}

export const longestGivenNumber = 64;

const printable = new RegExp(`^[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,${longestGivenNumber}}$`, 'u');

/** Whether a number could be kept: printable, on one line, not too long. */
export const isNumberText = (number: string): boolean => printable.test(number);
