import type { Production } from '../kit/production.js';
import { RawSocket } from '../realtime/raw-socket.js';
import { type Attack, overHttp, overWebSocket } from './attacks.js';

const sleepUntil = (instant: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, instant - performance.now())));

/** `perSecond` of them, evenly and whether or not those before are done; resolves once all are. */
export async function atRate(
  perSecond: number,
  forMs: number,
  work: (turn: number) => Promise<unknown>,
): Promise<void> {
  const begun = performance.now();
  const under: Promise<unknown>[] = [];
  for (let turn = 0; turn < (perSecond * forMs) / 1_000; turn++) {
    await sleepUntil(begun + (turn * 1_000) / perSecond);
    under.push(work(turn));
  }
  await Promise.all(under);
}

/** The attacks in turn, as often over each door, for as long; what was not refused as it should be. */
export async function flood(
  { url }: Pick<Production, 'url'>,
  token: string,
  attacks: readonly Attack[],
  { perSecond, forMs }: { perSecond: number; forMs: number },
): Promise<string[]> {
  const unexpected: string[] = [];
  const note = ({ name }: Attack, wanted: string, refused: string) => {
    if (refused !== wanted) unexpected.push(`${name}: ${refused}`);
  };
  const attackAt = (turn: number) => attacks[turn % attacks.length]!;
  const throughHttp = atRate(perSecond, forMs, async (turn) => {
    const attack = attackAt(turn);
    note(attack, attack.refusedOverHttp, await overHttp(url, token, attack));
  });
  let socket: Promise<RawSocket> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const strike = async (attack: Attack) => {
    const open = await (socket ??= RawSocket.admitted(`${url}/graphql`, token));
    note(attack, attack.refusedOverWebSocket, await overWebSocket(open, attack));
    if (attack.refusedOverWebSocket.startsWith('closed')) socket = undefined;
  };
  const throughWebSocket = atRate(perSecond, forMs, (turn) => (last = last.then(() => strike(attackAt(turn)))));
  await Promise.all([throughHttp, throughWebSocket]);
  await (await socket)?.[Symbol.asyncDispose]();
  return unexpected;
}
