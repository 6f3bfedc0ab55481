import { ConfigError } from './config.js';
import { CannotStart } from './platform/database/open.js';

/** Runs a command; what goes wrong is told on stderr, in one line where it is no surprise, and ends in exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof CannotStart) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is in use: stop what runs there, or set PORT.`;
  if (code === 'ECONNREFUSED') return `Nothing answers at ${address}:${port}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
