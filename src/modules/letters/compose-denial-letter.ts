import { DateTime } from 'luxon';
import type { DenialBasis, OccurrenceRow } from '../occurrences/index.js';
import type { Operator } from '../operators/index.js';
import type { Letter, LetterSection } from './letter.js';

/** A denial as it was when it was said. */
export interface Denial {
  readonly operator: Pick<Operator, 'name' | 'ansRegistry' | 'timeZone' | 'contact' | 'ombudsmanContact'>;
  readonly occurrence: Pick<OccurrenceRow, 'protocolNumber' | 'description' | 'regulatoryKind' | 'createdAt'>;
  readonly beneficiaryName: string;
  readonly typeName: string;
  /** What members read of the status. */
  readonly decision: string;
  readonly basis: DenialBasis;
  readonly comment: string | null;
  readonly at: Date;
}

/** The letter that a member is owed with a denial (RN 623/2024, art. 14): in plain words, with reason and provision. */
export function composeDenialLetter(denial: Denial): Letter {
  const { operator, occurrence, at, basis, comment } = denial;
  const { protocolNumber } = occurrence;
  const zoned = (instant: Date) => DateTime.fromJSDate(instant, { zone: operator.timeZone }).setLocale('pt-BR');
  const day = "d 'de' LLLL 'de' yyyy";
  const sections: readonly LetterSection[] = [
    section(
      'Identificação',
      `Operadora: ${operator.name}, registro ANS nº ${operator.ansRegistry}`,
      `Beneficiário: ${denial.beneficiaryName}`,
      `Protocolo: ${protocolNumber}`,
      `Data da decisão: ${zoned(at).toFormat(`${day}, 'às' HH:mm`)}`,
    ),
    section(
      'O que foi pedido',
      denial.typeName,
      `Pedido feito em ${zoned(occurrence.createdAt).toFormat(day)}.`,
      occurrence.description,
    ),
    section('Decisão', denial.decision),
    section('Motivo', basis.reason),
    section('Cláusula do contrato ou dispositivo legal', basis.provision),
    section('Comentário da operadora', comment),
    section('Se você não concorda com esta decisão', ...reanalysis(denial)),
    section('Contato da operadora', operator.contact),
  ];
  return {
    title: `Carta de negativa – protocolo ${protocolNumber}`,
    header: `${operator.name} – registro ANS nº ${operator.ansRegistry}`,
    footer: `Protocolo ${protocolNumber}`,
    sections: sections.filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

const section = (heading: string, ...texts: readonly (string | null | undefined)[]): LetterSection => ({
  heading,
  paragraphs: texts.filter((text) => text != null && text.trim() !== '') as string[],
});

/** RN 623/2024, art. 16. A term within which it has to be asked for is known of none, so none is named. */
function reanalysis({ operator, occurrence }: Denial): (string | null | undefined)[] {
  if (occurrence.regulatoryKind === 'OMBUDSMAN_REANALYSIS') {
    return ['Esta é a resposta da ouvidoria da operadora ao seu pedido de reanálise.', operator.ombudsmanContact];
  }
  return [
    'Você pode pedir à ouvidoria da operadora que analise de novo esta decisão ' +
      '(reanálise, art. 16 da Resolução Normativa nº 623/2024 da ANS).',
    `Para pedir, use o aplicativo da operadora e informe o protocolo ${occurrence.protocolNumber}.`,
    'A ouvidoria responde em até 7 dias úteis, contados a partir do dia útil seguinte ao do seu pedido.',
    operator.ombudsmanContact,
  ];
}
