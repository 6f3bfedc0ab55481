import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

// Follows a subscription from the terminal: a line of JSON for each payload, until Ctrl-C.
interface Options {
  token: string;
  url: string;
  variables: string;
}

const program = new Command('follow')
  .argument('<file>', 'a subscription, such as examples/follow-queue.graphql')
  .requiredOption('--token <token>', 'who follows: what "npm run --silent token" printed')
  .option('--url <url>', 'where the server listens', 'ws://127.0.0.1:4000/graphql')
  .option('--variables <json>', 'variables of the subscription', '{}')
  .parse();

const { token, url, variables } = program.opts<Options>();
const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${token}` },
});
process.on('SIGINT', () => process.exit(0));

try {
  const subscription = client.iterate({
    query: readFileSync(program.args[0]!, 'utf8'),
    variables: JSON.parse(variables) as Record<string, unknown>,
  });
  for await (const payload of subscription) console.log(JSON.stringify(payload.errors ?? payload.data));
} catch (error) {
  const { code, reason, message } = error as { code?: number | string; reason?: string; message?: string };
  console.error(reason ?? message ?? `cannot follow ${url}: ${code ?? JSON.stringify(error)}`);
  process.exit(1);
}
