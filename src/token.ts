import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { loadEnvironment, readConfig } from './config.js';
import { issueDevelopmentToken } from './platform/auth/development-keys.js';
import { developmentPerson, developmentScopes } from './platform/auth/development-people.js';
import type { Role } from './platform/auth/roles.js';
import { type Clock, systemClock } from './shared/clock.js';

const roleOfWord = {
  attendant: 'ATTENDANT',
  supervisor: 'SUPERVISOR',
  configurator: 'CONFIGURATOR',
  beneficiary: 'BENEFICIARY',
  integration: 'INTEGRATION',
} as const satisfies Record<string, Role>;

interface TokenOptions {
  operator: string;
  subject?: string;
  expires: number;
}

const secondsOfUnit = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const longestSeconds = 366 * secondsOfUnit.d;

function secondsOf(text: string): number {
  const [, amount, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const seconds = Number(amount) * secondsOfUnit[(unit ?? 's') as keyof typeof secondsOfUnit];
  if (seconds > 0 && seconds <= longestSeconds) return seconds;
  throw new InvalidArgumentError('Such as 30s, 15m, 1h or 7d; a year at most.');
}

function named(text: string): string {
  // What the verifier would not take as a name.
  if (text.trim() === '' || text.length > 100 || /\p{Cc}/u.test(text))
    throw new InvalidArgumentError('A name of 1 to 100 characters.');
  return text.trim();
}

/** The token that the arguments ask for. @throws Error whose message is the line to show. */
export async function tokenFor(args: readonly string[], env: NodeJS.ProcessEnv, clock: Clock): Promise<string> {
  const command = new Command('npm run --silent token --')
    .description('A token for trying things out in development; needs no running server.')
    .addArgument(new Argument('<role>', 'for whom').choices(Object.keys(roleOfWord)))
    .option('--operator <slug>', 'of which operator', named, 'demo')
    .option('--subject <name>', 'who; default: the first of the role', named)
    .addOption(
      new Option('--expires <duration>', 'such as 30s, 15m, 1h, 7d')
        .argParser(secondsOf)
        .default(secondsOfUnit.h, '1h'),
    )
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .parse(args, { from: 'user' });
  const role = roleOfWord[command.args[0] as keyof typeof roleOfWord];
  const { operator, subject, expires } = command.opts<TokenOptions>();

  if (env.NODE_ENV?.trim() === 'production') throw new Error('error: tokens are made in development alone');
  if (env.AUTH_ISSUER?.trim()) throw new Error('error: AUTH_ISSUER is set: tokens come from that provider');
  const { dataDir } = readConfig(env);

  const person = developmentPerson(operator, role, subject);
  if (person === undefined) throw new Error(`error: nobody is known at operator '${operator}': give --subject`);
  return issueDevelopmentToken({
    ...person,
    dataDir,
    scopes: role === 'INTEGRATION' ? developmentScopes : [],
    expiresIn: expires,
    now: clock.now(),
  });
}

if (import.meta.main) {
  try {
    process.stdout.write(`${await tokenFor(process.argv.slice(2), loadEnvironment(), systemClock)}\n`);
  } catch (error) {
    const helped = error instanceof CommanderError && error.exitCode === 0;
    if (!helped) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = helped ? 0 : 1;
  }
}
