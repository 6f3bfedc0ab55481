import { owner } from './initialise.js';

/** A connection string of the cluster; the owner's to `postgres` unless it says otherwise. */
export function clusterUrl(
  port: number,
  ownerPassword: string,
  { database = 'postgres', user, password }: { database?: string; user?: string; password?: string } = {},
): string {
  const secret = user === undefined ? ownerPassword : password;
  const login = encodeURIComponent(user ?? owner) + (secret === undefined ? '' : `:${encodeURIComponent(secret)}`);
  return `postgresql://${login}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
