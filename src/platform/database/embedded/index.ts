export { startEmbeddedPostgres } from './cluster.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './cluster.js';
