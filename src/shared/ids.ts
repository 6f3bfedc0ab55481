import { randomBytes } from 'node:crypto';

/**
 * Every row's id is the tag of its kind and a time-ordered random part: opaque to clients, unique over all kinds, and
 * enough to look a node up by. 48 bits of milliseconds and 80 random ones in Crockford's base 32, as a ULID has it.
 */
export const idTags = {
  operator: 'opr',
  beneficiary: 'ben',
  attendant: 'att',
  subject: 'sub',
  protocolType: 'prt',
  businessCalendar: 'bca',
  team: 'tea',
  form: 'frm',
  formVersion: 'fmv',
  occurrenceType: 'oct',
  status: 'sta',
  tab: 'tab',
  action: 'act',
  feature: 'fea',
  configurationChange: 'cfc',
  occurrence: 'occ',
  event: 'evt',
  tabEntry: 'ent',
  note: 'not',
  message: 'msg',
  attachment: 'atc',
  upload: 'upl',
  letter: 'ltr',
  delivery: 'dlv',
  inboxMessage: 'ibx',
  apiToken: 'apt',
  device: 'dev',
} as const;

export type IdKind = keyof typeof idTags;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const kinds = new Map(Object.entries(idTags).map(([kind, tag]) => [tag as string, kind as IdKind]));
/** A form at an older version has the version behind its id: `frm_…@2`. */
const shape = /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}(?:(?<=^frm_.*)@[1-9][0-9]{0,8})?$/;

export function newId(kind: IdKind, now: Date): string {
  let time = now.getTime();
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = alphabet[time % 32]! + text;
    time = Math.floor(time / 32);
  }
  for (const byte of randomBytes(16)) text += alphabet[byte & 31]!;
  return `${idTags[kind]}_${text}`;
}

/** The kind that an id is of, or undefined for what is no id of ours. */
export const kindOfId = (id: string): IdKind | undefined => {
  const tag = shape.exec(id)?.[1];
  return tag === undefined ? undefined : kinds.get(tag);
};
