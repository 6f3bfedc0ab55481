import type { OccurrenceType } from './model.js';

/**
 * Whether re-analyses by the ombudsman (art. 16 of RN 623/2024) can be opened of the type: it is in use and of that kind,
 * asks for nothing but the reason, and is no chat.
 */
export const takesReanalyses = ({
  active,
  regulatoryKind,
  intakeFormId,
  viewMode,
}: Pick<OccurrenceType, 'active' | 'regulatoryKind' | 'intakeFormId' | 'viewMode'>): boolean =>
  active && regulatoryKind === 'OMBUDSMAN_REANALYSIS' && intakeFormId === null && viewMode !== 'CHAT';

/** Of what type the re-analysis of a denial is: the one that is configured, else the only one that takes them; undefined: none. */
export function reanalysisTypeOf(denied: OccurrenceType, types: readonly OccurrenceType[]): OccurrenceType | undefined {
  const fit = types.filter(takesReanalyses);
  if (denied.reanalysisTypeId !== null) return fit.find(({ id }) => id === denied.reanalysisTypeId);
  return fit.length === 1 ? fit[0] : undefined;
}
