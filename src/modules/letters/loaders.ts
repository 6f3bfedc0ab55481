import { contextLoader } from '../../platform/graphql/context.js';

/** What a letter is known by; its words are read when it is fetched. */
export interface KeptLetter {
  readonly id: string;
  readonly occurrenceId: string;
  readonly version: number;
  readonly fileName: string;
}

/** The letters of an occurrence, in the order of its denials. */
export const lettersLoader = contextLoader<string, KeptLetter[]>(async (ctx, occurrenceIds) => {
  const em = await ctx.read();
  const letters = await em.execute<KeptLetter[]>(
    `select id, occurrence_id "occurrenceId", version, file_name "fileName" from denial_letter
      where operator_id = ? and occurrence_id in (?) order by version`,
    [ctx.caller.operatorId, occurrenceIds],
  );
  const byOccurrence = Map.groupBy(letters, ({ occurrenceId }) => occurrenceId);
  return occurrenceIds.map((id) => byOccurrence.get(id) ?? []);
});
