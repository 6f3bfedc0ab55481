import { Client } from 'undici';
import { closedLoop, type LoopResult } from './closed-loop.js';
import { answerQuestions } from './worker.js';

export interface HttpLoad {
  readonly url: string;
  readonly token: string;
  readonly seconds: number;
  /** The bodies that each connection posts, one after the other and from the start again; kept between loads of one name. */
  readonly name: string;
  readonly bodies: readonly (readonly string[])[];
  /** What every answer must hold. */
  readonly holds: string;
}

const positions = new Map<string, number[]>();

async function load({ url, token, seconds, name, bodies, holds }: HttpLoad): Promise<LoopResult> {
  const { origin, pathname: path } = new URL(url);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const position = positions.get(name) ?? bodies.map(() => 0);
  positions.set(name, position);
  const clients = bodies.map(() => new Client(origin));
  try {
    return await closedLoop(
      seconds,
      clients.map((client, index) => async () => {
        const own = bodies[index]!;
        const body = own[position[index]! % own.length]!;
        const { statusCode, body: answer } = await client.request({ method: 'POST', path, headers, body });
        const text = await answer.text();
        if (statusCode !== 200 || !text.includes(holds)) throw new Error(`${name} answered ${statusCode}: ${text}`);
        position[index]! += 1;
      }),
    );
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

answerQuestions(load);
