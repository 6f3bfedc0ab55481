import type { Operator } from '../../operators/index.js';
import type { Action, ActionKind, Feature } from '../../workflow/index.js';
import type { ValueSources } from '../template-values.js';

/** The kinds that leave the product; a message to the inbox lands with the change itself. */
export type SentKind = Exclude<ActionKind, 'IN_APP'>;

/** What wakes people and is read on a lock screen: it waits for the end of quiet hours, and says nothing clinical. */
export const isDiscreet = (kind: ActionKind): boolean => kind === 'PUSH' || kind === 'WHATSAPP';

/** What is sent, as JSON: made once for a delivery, so that it is the same at every attempt. */
export type Message = Readonly<Record<string, unknown>>;

/** What a message is made of: the occurrence as it was when it entered the status. */
export interface Occasion extends ValueSources {
  readonly operator: Operator;
  /** What it was opened by; null: by none, or it is not known any more. */
  readonly feature: Feature | null;
  /** What templates may name. */
  readonly values: Readonly<Record<string, unknown>>;
  /** When it entered the status. */
  readonly occurredAt: Date;
  /** Its version by that. */
  readonly version: number;
}

export interface Parcel<M extends Message = Message> {
  readonly operatorId: string;
  /** The same at every attempt: what a receiver knows a duplicate by. */
  readonly deliveryId: string;
  readonly occurrenceId: string;
  /** The occurrence's, once it had entered the status. */
  readonly version: number;
  /** The member who asked. */
  readonly requesterId: string;
  /** As it is configured now: an address that was mended counts. */
  readonly config: Action['config'];
  /** What a hook is signed with, in clear: the secret of its config, and the one before it for a while. */
  readonly secrets?: readonly string[];
  readonly message: M;
  /** How often it was sent again by hand, each time with a message made anew (but for hooks). */
  readonly resent: number;
  /** Whom the attempts before have reached already, by the channel's own ids. */
  readonly reached?: readonly string[];
  readonly now: Date;
}

/** How an attempt ended. `outcome` is a word or two; `detail` holds no content, no address of a person and no secret. */
export type Sent =
  | {
      readonly state: 'DELIVERED' | 'FAILED' | 'SKIPPED';
      readonly outcome: string;
      readonly detail: string | null;
      /** What the receiver calls the message, where it tells later what became of it. */
      readonly receipt?: string;
    }
  /** To be tried again by the schedule, and not before `notBefore`. */
  | {
      readonly state: 'RETRY';
      readonly outcome: string;
      readonly detail: string | null;
      readonly notBefore?: Date;
      /** Whom it has reached by now, where it goes to several: that it was not in vain, should no attempt follow. */
      readonly reached?: readonly string[];
    }
  /** Nothing was tried, which counts as no attempt. */
  | { readonly state: 'DEFERRED'; readonly until: Date };

/** One way out of the product. A further one is one more file, and a line in `createChannels`. */
export interface Channel<M extends Message = Message> {
  readonly kind: SentKind;
  /** Fills in the templates. @throws where one of them exceeds its limits. */
  compose(action: Action, occasion: Occasion): M;
  /** One attempt, bounded in time by itself. @throws for what is a fault of our own; it is tried again. */
  send(parcel: Parcel<M>, signal: AbortSignal): Promise<Sent>;
  /** Lets go of what it keeps open; what is under way ends. */
  close?(): void;
}

export type Channels = ReadonlyMap<SentKind, Channel>;
