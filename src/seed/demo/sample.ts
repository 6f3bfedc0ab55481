import type { RegulatoryKind } from '../../modules/workflow/model.js';

/** A file that the seed makes and uploads; its place in the data then holds the id. */
export interface SampleFile {
  readonly file: { readonly name: string; readonly contentType: 'application/pdf' | 'image/png' };
}

/** A day that moves along with the sample; a birthday, which does not, is a plain text. */
export interface SampleDay {
  readonly day: string;
}

export type MovedValue = string | number | boolean | SampleFile;
export type SampleValue = MovedValue | SampleDay;
export type SampleEntry<Value = SampleValue> = Readonly<Record<string, Value>>;

export const isSampleFile = (value: unknown): value is SampleFile =>
  typeof value === 'object' && value !== null && 'file' in value;

export const pdf = (name: string): SampleFile => ({ file: { name, contentType: 'application/pdf' } });
export const png = (name: string): SampleFile => ({ file: { name, contentType: 'image/png' } });
export const on = (day: string): SampleDay => ({ day });

/** What somebody did to an occurrence, by subject: one call of a service. */
export type SampleStep<Value = SampleValue> = {
  /** RFC 3339. */
  readonly at: string;
  readonly by: string;
} & (
  | { readonly do: 'startAttendance' }
  | {
      readonly do: 'changeStatus';
      readonly to: string;
      readonly comment?: string;
      readonly denialBasis?: { readonly reason: string; readonly provision: string };
    }
  | { readonly do: 'fillTab'; readonly tab: string; readonly data: SampleEntry<Value> }
  | { readonly do: 'postMessage'; readonly body: string }
  | { readonly do: 'addNote'; readonly body: string; readonly visibility: 'INTERNAL' | 'PUBLIC' }
);

/** An occurrence with all that happened to it, oldest first. */
export interface Sample<Value = SampleValue> {
  /** The number that its creation gives it, where samples are created in the order of their `at`. */
  readonly protocolNumber: string;
  readonly typeKey: string;
  readonly at: string;
  /** Who opened it: the beneficiary, or staff for them. */
  readonly by: string;
  /** The subject of the beneficiary, who is the requester, too. */
  readonly beneficiary: string;
  readonly channel: 'APP' | 'WEB' | 'PHONE' | 'CHAT';
  readonly regulatoryKind: RegulatoryKind;
  readonly description: string;
  readonly intake: SampleEntry<Value> | null;
  readonly steps: readonly SampleStep<Value>[];
  /** The status that it ends in. */
  readonly status: string;
}
