import { Command } from 'commander';
import { runCommand } from './command-line.js';
import { loadConfig } from './config.js';
import { createOperator } from './modules/operators/index.js';
import { openConfiguredDatabase } from './open-configured-database.js';
import { systemClock } from './shared/clock.js';

interface CreateOptions {
  slug: string;
  name: string;
  ans: string;
  timeZone: string;
}

const program = new Command('operator').description('Tenants of this installation.');

program
  .command('create')
  .description('Makes a new operator; its people come with their tokens.')
  .requiredOption('--slug <slug>', 'what tokens name it by')
  .requiredOption('--name <name>', 'its name')
  .requiredOption('--ans <registry>', 'its six digits at the regulator')
  .option('--time-zone <zone>', 'IANA time zone', 'America/Sao_Paulo')
  .action(async ({ slug, name, ans, timeZone }: CreateOptions) => {
    await using opened = await openConfiguredDatabase(loadConfig(), () => undefined);
    const created = await createOperator(
      opened.database,
      { slug, name, ansRegistry: ans, timeZone },
      systemClock.now(),
    );
    if (created.ok) {
      process.stdout.write(`Created ${created.value.slug} (${created.value.id}).\n`);
    } else {
      process.stderr.write(created.problems.map(({ message }) => `${message}\n`).join(''));
      process.exitCode = 1;
    }
  });

await runCommand(async () => {
  await program.parseAsync();
});
