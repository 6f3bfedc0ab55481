export { startEmbeddedPostgres } from './cluster.js';
export type { EmbeddedPostgres } from './cluster.js';
