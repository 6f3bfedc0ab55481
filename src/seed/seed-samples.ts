import type { RequestContext } from '../platform/graphql/context.js';
import type { Services } from '../services.js';
import type { Cast } from './cast.js';
import { isSampleFile, type MovedValue, type Sample, type SampleEntry, type SampleStep } from './demo/sample.js';
import { timeline } from './demo/timeline.js';
import { done, refused } from './done.js';
import { sampleFile } from './sample-files.js';

interface Answer {
  readonly occurrence: {
    readonly id: string;
    readonly protocolNumber: string;
    readonly regulatoryKind?: string | null;
  } | null;
  readonly problems: readonly Parameters<typeof refused>[0][number][];
}

/** Lets the stories happen in their order, each step by whom and when it says. */
export async function seedSamples(
  cast: Cast,
  samples: readonly Sample<MovedValue>[],
  members: ReadonlyMap<string, string>,
  services: Services,
): Promise<void> {
  const opened = new Map<Sample<MovedValue>, string>();
  for (const { at, sample, step } of timeline(samples)) {
    await using ctx = await cast.as((step ?? sample).by, new Date(at));
    if (step) {
      await take(ctx, opened.get(sample)!, step, services);
    } else {
      const occurrence = succeeded(await services.occurrences.create(ctx, opening(ctx, sample, members)));
      if (occurrence.protocolNumber !== sample.protocolNumber) {
        throw new Error(`The seed expected protocol ${sample.protocolNumber}, not ${occurrence.protocolNumber}`);
      }
      if (occurrence.regulatoryKind !== sample.regulatoryKind) {
        throw new Error(`The seed expected ${sample.protocolNumber} to be ${sample.regulatoryKind}`);
      }
      opened.set(sample, occurrence.id);
    }
  }
}

const opening = (ctx: RequestContext, sample: Sample<MovedValue>, members: ReadonlyMap<string, string>) => ({
  typeKey: sample.typeKey,
  description: sample.description,
  channel: sample.channel,
  ...(ctx.caller.kind !== 'BENEFICIARY' && { beneficiaryId: members.get(sample.beneficiary)! }),
  ...(sample.intake && { intake: { ...sample.intake } }),
});

async function take(ctx: RequestContext, id: string, step: SampleStep<MovedValue>, services: Services): Promise<void> {
  const { occurrences } = services;
  switch (step.do) {
    case 'startAttendance':
      succeeded(await occurrences.startAttendance(ctx, id, {}));
      return;
    case 'changeStatus': {
      const { to, comment, denialBasis } = step;
      succeeded(await occurrences.changeStatus(ctx, id, { statusKey: to, comment, denialBasis }));
      return;
    }
    case 'fillTab': {
      const data = await withFiles(ctx, step.data, services);
      succeeded(await occurrences.saveTabEntry(ctx, id, { tabKey: step.tab, data }));
      return;
    }
    case 'postMessage':
      succeeded(await occurrences.postMessage(ctx, id, { body: step.body }));
      return;
    case 'addNote':
      succeeded(await occurrences.addNote(ctx, id, { body: step.body, visibility: step.visibility }));
      return;
    default:
      step satisfies never;
  }
}

/** Uploads the files of an entry; their places then hold the ids. */
async function withFiles(ctx: RequestContext, data: SampleEntry<MovedValue>, { attachments }: Services) {
  const entries: [string, unknown][] = [];
  for (const [field, value] of Object.entries(data)) {
    if (!isSampleFile(value)) {
      entries.push([field, value]);
      continue;
    }
    const bytes = sampleFile(value);
    const { name: fileName, contentType } = value.file;
    const { uploadId } = done(await attachments.createUpload(ctx, { fileName, contentType, byteSize: bytes.length }));
    const upload = await attachments.awaitedUpload(ctx.caller.operatorId, uploadId);
    await attachments.receive(upload, chunks(bytes));
    entries.push([field, uploadId]);
  }
  return Object.fromEntries(entries);
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function succeeded({ occurrence, problems }: Answer): NonNullable<Answer['occurrence']> {
  if (!occurrence || problems.length > 0) throw refused(problems);
  return occurrence;
}
