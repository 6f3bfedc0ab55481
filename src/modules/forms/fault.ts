/** What is wrong with a form, seen from its root. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}
