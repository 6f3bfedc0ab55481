export interface Step {
  readonly occurrenceId: string;
  readonly from: 'em_analise' | 'aguardando';
  readonly to: 'em_analise' | 'aguardando';
}

/** Each of them there, then each of them back: none twice in a row, and at the end all are as they were. */
export const toAndFro = (occurrenceIds: readonly string[]): Step[] => [
  ...occurrenceIds.map((occurrenceId) => ({ occurrenceId, from: 'em_analise', to: 'aguardando' }) as const),
  ...occurrenceIds.map((occurrenceId) => ({ occurrenceId, from: 'aguardando', to: 'em_analise' }) as const),
];
