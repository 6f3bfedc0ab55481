import { createClient, type Client as StreamClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphQLAnswer<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A client over real HTTP and WebSocket. */
export class TestClient {
  constructor(
    readonly url: string,
    /** null: asks without a token. */
    readonly token: string | null,
  ) {}

  async execute<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Partial<GraphQLAnswer<T>>;
    return { status: response.status, data: data ?? null, ...(errors && { errors }) };
  }

  /** The data of an answer that must be without errors. */
  async data<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.execute<T>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** A graphql-ws client; the caller disposes it. */
  streams(): StreamClient {
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(this.token && { connectionParams: { authorization: `Bearer ${this.token}` } }),
    });
  }
}
