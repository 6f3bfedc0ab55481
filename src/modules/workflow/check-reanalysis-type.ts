import { type Problem } from '../../shared/problem.js';
import { inUse } from '../configuration/index.js';
import type { Catalogue } from './catalogue.js';
import type { TypeDefinition } from './definition.js';
import { faultsOf } from './fault.js';
import type { OccurrenceType } from './model.js';
import { takesReanalyses } from './reanalysis-type.js';

/** Whether the type that its re-analyses are of takes them, and whether it goes on taking those of others. */
export const checkReanalysisType = (
  catalogue: Catalogue,
  before: OccurrenceType | null,
  after: TypeDefinition,
): Problem[] => [...checkNamed(catalogue, before, after), ...checkNaming(catalogue, before, after)];

function checkNamed(catalogue: Catalogue, before: OccurrenceType | null, after: TypeDefinition): Problem[] {
  const { reanalysisTypeId: id, active } = after;
  if (id === null) return [];
  const fault = faultsOf('Occurrence type', after);
  const named = catalogue.type(id);
  if (!named) return [fault('NOT_FOUND', 'There is no such occurrence type.', 'reanalysisTypeId')];
  if (id === before?.id) {
    return [fault('INVALID', 'What the ombudsman denies is not theirs to look at again.', 'reanalysisTypeId')];
  }
  return !active || takesReanalyses(named)
    ? []
    : [
        fault(
          'INVALID',
          'An active type of the kind OMBUDSMAN_REANALYSIS, without an intake form, that is no chat.',
          'reanalysisTypeId',
        ),
      ];
}

function checkNaming({ types }: Catalogue, before: OccurrenceType | null, after: TypeDefinition): Problem[] {
  if (!before || !takesReanalyses(before) || takesReanalyses(after)) return [];
  const naming = types.filter(({ active, reanalysisTypeId }) => active && reanalysisTypeId === before.id);
  if (naming.length === 0) return [];
  const keys = naming.map(({ key }) => key).join(', ');
  return [inUse(naming.length, `The re-analyses of ${keys} are of this type.`, after.path)];
}
