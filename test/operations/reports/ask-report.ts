import type { TestClient } from '../../kit/client.js';

export interface ReportInput {
  readonly from?: string;
  readonly until?: string;
  readonly period?: 'DAY' | 'WEEK' | 'MONTH';
  readonly groupBy?: readonly ('TYPE' | 'STATUS' | 'ATTENDANT')[];
  readonly filter?: Readonly<Partial<Record<'typeIds' | 'statusIds' | 'attendantIds', readonly string[]>>>;
}

/** The rows of a report, or the code of its refusal. */
export async function askReport(
  client: TestClient,
  report: string,
  selection: string,
  input: ReportInput,
): Promise<any> {
  const types = {
    from: 'LocalDate!',
    until: 'LocalDate!',
    period: 'ReportPeriod',
    groupBy: '[ReportDimension!]!',
    filter: 'ReportFilter',
  };
  const given = (Object.keys(input) as (keyof typeof types)[]).map((name) => [name, types[name]]);
  const declared = given.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const named = given.map(([name]) => `${name}: $${name}`).join(', ');
  const query =
    given.length === 0
      ? `{ ${report} { ${selection} } }`
      : `query (${declared}) { ${report}(${named}) { ${selection} } }`;
  const { data, errors } = await client.execute(query, { ...input });
  return errors ? errors[0]!.extensions['code'] : data[report];
}
