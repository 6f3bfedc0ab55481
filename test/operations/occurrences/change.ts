import type { TestClient } from '../../kit/client.js';

export interface Payload {
  occurrence: {
    id: string;
    version: number;
    protocolNumber: string;
    status: { key: string };
    attendant: { id: string } | null;
    description: string;
    channel: string;
  } | null;
  cursor: string | null;
  userErrors: { code: string; path: string[] | null; message: string }[];
  // The result that each mutation names.
  [result: string]: any;
}

const results: Readonly<Record<string, string>> = {
  occurrenceNoteAdd: 'note { id body visibility author }',
  occurrenceTabEntrySave: 'tabEntry { id data author tab { key } form { version } }',
  occurrenceMessagePost: 'message { id body fromBeneficiary author }',
  occurrenceMessageEdit: 'message { id body editedAt revisions { body replacedAt } }',
  occurrenceMessageWithdraw: 'message { id body withdrawnAt revisions { body } attachments { fileName } }',
  occurrenceAttachmentAdd: 'attachment { id fileName visibleToBeneficiary }',
};
const inputs: Readonly<Record<string, string>> = {
  occurrenceCreate: 'OccurrenceCreateInput!',
  occurrenceRequestReanalysis: 'OccurrenceRequestReanalysisInput!',
  occurrenceStartAttendance: 'OccurrenceVersionInput',
  occurrenceChangeStatus: 'OccurrenceChangeStatusInput!',
  occurrenceAssign: 'OccurrenceAssignInput!',
  occurrenceUpdate: 'OccurrenceUpdateInput!',
  occurrenceReopen: 'OccurrenceVersionInput',
  occurrenceNoteAdd: 'NoteAddInput!',
  occurrenceTabEntrySave: 'TabEntrySaveInput!',
  occurrenceMessagePost: 'MessagePostInput!',
  occurrenceMessageEdit: 'MessageEditInput!',
  occurrenceMessageWithdraw: 'MessageWithdrawInput!',
  occurrenceMessagesMarkRead: 'MessagesMarkReadInput!',
  occurrenceAttachmentAdd: 'AttachmentAddInput!',
};

/** Sends one of the mutations of an occurrence; a top-level error is answered by its code. */
export async function send(
  client: TestClient,
  mutation: string,
  id: string | null,
  input: object | null,
): Promise<Payload & { error?: string }> {
  const declared = id === null ? `$input: ${inputs[mutation]}` : `$id: ID!, $input: ${inputs[mutation]}`;
  const given = id === null ? 'input: $input' : 'id: $id, input: $input';
  const { data, errors } = await client.execute(
    `mutation (${declared}) {
       ${mutation}(${given}) {
         occurrence { id version protocolNumber status { key } attendant { id } description channel }
         cursor
         ${results[mutation] ?? ''}
         userErrors { code message path }
       }
     }`,
    { ...(id !== null && { id }), input },
  );
  if (errors) {
    const error = String(errors[0]?.extensions['code']);
    return { error, occurrence: null, cursor: null, userErrors: [] };
  }
  return data[mutation];
}

/** As `send`, of what must succeed. */
export async function done(
  client: TestClient,
  mutation: string,
  id: string | null,
  input: object | null = {},
): Promise<Payload & { occurrence: NonNullable<Payload['occurrence']> }> {
  const payload = await send(client, mutation, id, input);
  if (payload.error ?? payload.userErrors.length > 0) {
    throw new Error(`${mutation}: ${payload.error ?? JSON.stringify(payload.userErrors)}`);
  }
  return { ...payload, occurrence: payload.occurrence! };
}

/** The refusals of a payload: code and path. */
export const refusals = ({ userErrors }: Payload): string[] =>
  userErrors.map(({ code, path }) => `${code} ${path?.join('.') ?? ''}`);

/** A new reimbursement of the client's, or for somebody. */
export const open = async (client: TestClient, input: object = {}) =>
  (
    await done(client, 'occurrenceCreate', null, {
      typeKey: 'reembolso',
      description: 'Consulta de março',
      intake: { valor: 250 },
      ...input,
    })
  ).occurrence;
