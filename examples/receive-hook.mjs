import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/**
 * A receiver of hooks. `handle` is called once for each delivery, however often it is sent; what it throws is answered
 * with 500, and the delivery comes again.
 */
export function hookReceiver({ secret, handle }) {
  const webhook = new Webhook(secret);
  // In a real receiver a table with a unique key, written in the transaction that does the work.
  const done = new Set();
  return createServer(async (request, response) => {
    // The signature is of these bytes: they are verified before anything parses them.
    const body = await text(request);
    let message;
    try {
      message = webhook.verify(body, request.headers);
    } catch {
      return response.writeHead(401).end();
    }
    const id = request.headers['webhook-id'];
    if (!done.has(id)) {
      try {
        await handle(message, id);
      } catch {
        return response.writeHead(500).end();
      }
      done.add(id);
    }
    response.writeHead(204).end();
  });
}
