import { Redis, type RedisOptions } from 'ioredis';

type Told = (error?: Error | null) => void;
type Command = (channel: string, told?: Told) => Promise<unknown>;

/**
 * A connection for graphql-redis-subscriptions, which lets go of what its commands answer: one that is refused, or that a
 * closing connection leaves unanswered, would end the process as a rejection that nobody hears. Here `onError` hears all
 * of them; a subscription that failed is none, and its listeners poll.
 */
export function createSubscriber(url: string, options: RedisOptions, onError: (error: unknown) => void): Redis {
  const redis = new Redis(url, options);
  const heard = (name: 'subscribe' | 'unsubscribe' | 'punsubscribe'): Command => {
    const send = redis[name].bind(redis) as unknown as Command;
    return (channel, told) => {
      const answer = send(channel, told && ((error) => (error ? onError(error) : told(null))));
      answer.catch(onError);
      return answer;
    };
  };
  return Object.assign(redis, {
    subscribe: heard('subscribe'),
    unsubscribe: heard('unsubscribe'),
    punsubscribe: heard('punsubscribe'),
  });
}
