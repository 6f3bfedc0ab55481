/** A form at one of its versions. */
export interface FormDefinition {
  /** That of the form; an older version's is `<form>@<version>`, so that clients that cache by id keep versions apart. */
  readonly id: string;
  readonly formId: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly uiSchema: Readonly<Record<string, unknown>> | null;
  readonly active: boolean;
}

/** Names one version of a form; the argument of `formVersionLoader`. */
export const formVersionKey = (formId: string, version: number): string => `${formId}@${version}`;

/** The parts of a `formVersionKey`; undefined for anything else. */
export function parseFormVersionKey(key: string): { formId: string; version: number } | undefined {
  const [, formId, version] = /^(frm_[0-9a-z]{26})@([1-9][0-9]{0,8})$/.exec(key) ?? [];
  return formId === undefined ? undefined : { formId, version: Number(version) };
}
