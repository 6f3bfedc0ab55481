import type { AppParts } from './app.js';

/** Everything that resolvers and the seed call; each names what it needs of it. */
export interface Services {
  /** Where the product is reached from outside; known once it listens. */
  readonly links: { publicUrl: string };
}

export function createServices({ config }: AppParts): Services {
  return { links: { publicUrl: config.publicUrl ?? '' } };
}
