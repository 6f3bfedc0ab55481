import type { PushDevices } from '../../../devices/index.js';
import { readAnswer } from '../answer.js';
import type { Channel, Sent } from '../channel.js';
import { AccessTokens, type PushAccount } from './access-tokens.js';
import { unanswered } from './again.js';
import { composePush, type PushMessage } from './compose-push.js';
import { endingOf } from './ending.js';
import { type Tried, triedBy } from './fcm-answer.js';
import { fcmMessage } from './fcm-message.js';

export interface PushSettings {
  readonly projectId: string;
  /** Where the service is: scheme, host and port. */
  readonly apiUrl: string;
  readonly account: PushAccount;
}

const answerMs = 15_000;

/** Pushes to all devices of the member, over Firebase Cloud Messaging. */
export function pushChannel(
  { projectId, apiUrl, account }: PushSettings,
  devices: Pick<PushDevices, 'of' | 'forget'>,
  withinMs: number = answerMs,
): Channel<PushMessage> {
  const url = new URL(`/v1/projects/${encodeURIComponent(projectId)}/messages:send`, apiUrl);
  const tokens = new AccessTokens(account, withinMs);

  const push = async (accessToken: string, body: object, now: Date, signal: AbortSignal): Promise<Tried> => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: within,
      });
      return triedBy(await readAnswer(response), now);
    } catch (error) {
      return { kind: 'again', ...unanswered(error, within, 'The push service') };
    }
  };

  return {
    kind: 'PUSH',
    compose: composePush,
    async send(parcel, signal): Promise<Sent> {
      const { operatorId, requesterId: beneficiaryId, now, reached: before = [] } = parcel;
      const owner = { operatorId, beneficiaryId };
      const left = (await devices.of(owner)).filter(({ id }) => !before.includes(id));
      if (left.length === 0) return endingOf({ before, tried: [] });
      const access = await tokens.current(now);
      if (!('token' in access)) {
        const outcome: Tried = { kind: 'again', ...access };
        return endingOf({ before, tried: left.map(({ id: deviceId }) => ({ deviceId, outcome })) });
      }
      const tried = await Promise.all(
        left.map(async ({ id: deviceId, token }) => {
          return { deviceId, outcome: await push(access.token, fcmMessage(token, parcel), now, signal) };
        }),
      );
      if (tried.some(({ outcome }) => outcome.kind === 'again' && outcome.outcome === 'credentials')) {
        tokens.forget(access.token);
      }
      const gone = tried.filter(({ outcome }) => outcome.kind === 'gone').map(({ deviceId }) => deviceId);
      await devices.forget(owner, gone);
      return endingOf({ before, tried });
    },
  };
}
