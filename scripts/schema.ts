import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildGraphQLSchema } from '../src/platform/graphql/schema.js';
import { resolvers } from '../src/resolvers.js';

// Writes schema.graphql from the code; with --check only says whether it is up to date.
const file = new URL('../schema.graphql', import.meta.url);
const schema = await buildGraphQLSchema(resolvers, () => ({}));
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
} else if (readFileSync(file, 'utf8') !== printed) {
  console.error('schema.graphql is not what the code says: run "npm run schema".');
  process.exit(1);
}
