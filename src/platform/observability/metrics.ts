import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus scrapes. Labels never carry anything of a person, an operator or a document. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  let heldBytes = () => 0;
  const held: Gauge = new Gauge({
    name: 'websocket_held_bytes',
    help: 'Bytes that wait for clients to take them, of all WebSocket connections.',
    registers: [registry],
    collect: () => held.set(heldBytes()),
  });
  return {
    registry,
    /** Asked at every scrape. */
    heldBytes(count: () => number): void {
      heldBytes = count;
    },
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route, method and status.',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    deliveryAttempts: new Histogram({
      name: 'action_delivery_attempt_duration_seconds',
      help: 'Attempts to deliver what actions send, by kind and by how they ended.',
      labelNames: ['kind', 'state'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30],
      registers: [registry],
    }),
    clockEventLateness: new Histogram({
      name: 'clock_event_lateness_seconds',
      help: 'How long after a deadline came to stand in another way its event was told, by clock.',
      labelNames: ['clock'],
      buckets: [0.25, 0.5, 1, 2, 5, 10, 60, 600, 3_600],
      registers: [registry],
    }),
    sockets: new Gauge({ name: 'websocket_connections', help: 'Open WebSocket connections.', registers: [registry] }),
    subscriptions: new Gauge({ name: 'graphql_subscriptions', help: 'Open subscriptions.', registers: [registry] }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
