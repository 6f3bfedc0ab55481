import { Chance } from '../../src/modules/occurrences/random-walk.fixture.js';
import type { TestClient } from '../kit/client.js';
import type { AcknowledgedWrite } from '../kit/history-checker.js';
import { type Payload, send } from '../operations/occurrences/change.js';
import { nextStatuses, typeKey } from './service-desk.js';

export interface DeskLoadSettings {
  readonly attendants: readonly TestClient[];
  readonly beneficiaryId: string;
  /** When it is worth writing. */
  readonly serving: () => Promise<void>;
}

/** A write that its writer was not told the outcome of. */
export interface Failure {
  readonly begun: number;
  readonly ended: number;
  /** It opens an occurrence, and is sent again until it is answered; of others nobody knows whether they happened. */
  readonly sentAgain: boolean;
  /** Of the typed error; null where no answer came. */
  readonly code: string | null;
}

const fewestOpen = 50;

/** Writers who open occurrences, take them, move them on and write notes, and keep account of what they were told. */
export class DeskLoad {
  readonly acknowledged: AcknowledgedWrite[] = [];
  readonly failures: Failure[] = [];
  readonly refusals: string[] = [];
  /** The occurrence of each idempotency key. */
  readonly created = new Map<string, string>();
  /** Keys that were sent again, and whose they are. */
  readonly retried = new Map<string, TestClient>();
  /** When the last write was acknowledged. */
  lastSuccess = 0;
  readonly #settings: DeskLoadSettings;
  readonly #chance = new Chance(1);
  readonly #waiting: string[] = [];
  readonly #attended: string[] = [];
  readonly #statuses = new Map<string, string>();
  #writing = true;
  #keys = 0;
  readonly #writers: Promise<void>[];

  constructor(settings: DeskLoadSettings, writers: number) {
    this.#settings = settings;
    this.#writers = Array.from({ length: writers }, (_, turn) =>
      this.#write(settings.attendants[turn % settings.attendants.length]!),
    );
  }

  /** Every writer finishes what it has begun. */
  async stop(): Promise<void> {
    this.#writing = false;
    await Promise.all(this.#writers);
  }

  account(): string {
    const { acknowledged, failures, created, retried, refusals } = this;
    return (
      `${acknowledged.length} writes acknowledged, ${failures.length} failed, ${refusals.length} refused; ` +
      `${created.size} occurrences opened, ${retried.size} of them tried again`
    );
  }

  /** What opened the occurrence of that key, once more. */
  async open(client: TestClient, idempotencyKey: string): Promise<Payload | null> {
    const { beneficiaryId } = this.#settings;
    return this.#send(client, 'occurrenceCreate', null, {
      typeKey,
      description: idempotencyKey,
      beneficiaryId,
      idempotencyKey,
    });
  }

  async #write(client: TestClient): Promise<void> {
    while (this.#writing) {
      await this.#settings.serving();
      const draw = this.#chance.next();
      const few = this.#waiting.length + this.#attended.length < fewestOpen;
      if (few || draw < 0.15) await this.#create(client);
      else if (draw < 0.35) await this.#startAttendance(client);
      else if (draw < 0.75) await this.#moveOn(client);
      else await this.#addNote(client);
    }
  }

  async #create(client: TestClient): Promise<void> {
    const key = `chave-${++this.#keys}`;
    for (let attempt = 1; ; attempt++) {
      await this.#settings.serving();
      const payload = await this.open(client, key);
      if (attempt === 2) this.retried.set(key, client);
      if (!payload?.occurrence) continue;
      const { id } = payload.occurrence;
      this.created.set(key, id);
      this.#waiting.push(id);
      // Of the event that opened it, whatever has happened since.
      return this.#acknowledge(payload, 1);
    }
  }

  async #startAttendance(client: TestClient): Promise<void> {
    const id = this.#waiting.shift();
    if (id === undefined) return this.#create(client);
    await this.#change(client, 'occurrenceStartAttendance', id, {});
    if (this.#statuses.get(id) !== 'encerrado') this.#attended.push(id);
  }

  async #moveOn(client: TestClient): Promise<void> {
    if (this.#attended.length === 0) return this.#startAttendance(client);
    const id = this.#chance.oneOf(this.#attended);
    const statusKey = this.#chance.oneOf(nextStatuses[this.#statuses.get(id) ?? 'aberto']!);
    await this.#change(client, 'occurrenceChangeStatus', id, { statusKey });
  }

  async #addNote(client: TestClient): Promise<void> {
    await this.#change(client, 'occurrenceNoteAdd', this.#chance.oneOf([...this.#waiting, ...this.#attended]), {
      body: 'x',
    });
  }

  async #change(client: TestClient, mutation: string, id: string, input: object): Promise<void> {
    const payload = await this.#send(client, mutation, id, input);
    if (payload?.userErrors.length === 0) this.#acknowledge(payload, payload.occurrence!.version);
  }

  #acknowledge({ occurrence, cursor }: Payload, version: number): void {
    this.acknowledged.push({ occurrenceId: occurrence!.id, version, cursor: cursor! });
    this.lastSuccess = performance.now();
  }

  async #send(client: TestClient, mutation: string, id: string | null, input: object): Promise<Payload | null> {
    const begun = performance.now();
    const payload = await send(client, mutation, id, input).catch(() => null);
    if (payload === null || payload.error !== undefined) {
      const sentAgain = mutation === 'occurrenceCreate';
      this.failures.push({ begun, ended: performance.now(), sentAgain, code: payload?.error ?? null });
      return null;
    }
    const { occurrence, userErrors } = payload;
    if (occurrence) this.#see(occurrence.id, occurrence.status.key);
    this.refusals.push(...userErrors.map(({ code }) => code));
    return payload;
  }

  /** Also of one that somebody else has closed, or a write that nobody was told of. */
  #see(id: string, statusKey: string): void {
    this.#statuses.set(id, statusKey);
    const place = statusKey === 'encerrado' ? this.#attended.indexOf(id) : -1;
    if (place >= 0) this.#attended.splice(place, 1);
  }
}
