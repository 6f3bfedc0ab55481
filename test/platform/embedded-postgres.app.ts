// An application that starts the database of the folder in its first argument, says where, and stays until it is killed.
// With a user id as second argument it stops being root first, as late as it can: the checkout may be closed to that user.
import { binariesFor } from '../../src/platform/database/embedded/binaries-copy.js';
import { nativeFolder } from '../../src/platform/database/embedded/binaries.js';
import { open } from '../../src/platform/database/embedded/cluster.js';

const [, , dataDir = '', user] = process.argv;
let native = nativeFolder();
if (user !== undefined) {
  const uid = Number(user);
  native = await binariesFor({ uid, gid: uid }, native);
  process.setgroups?.([]);
  process.setgid?.(uid);
  process.setuid?.(uid);
}
const { ownerUrl } = await open({ dataDir, native, durable: false, log: () => undefined });
process.stdout.write(`${process.getuid?.()} ${ownerUrl}\n`);
setInterval(() => undefined, 60_000);
