// Runs on whatever Node the machine has, so: plain JavaScript that any of them understands.
const [major] = process.versions.node.split('.').map(Number);
if (major < 22) {
  console.error(
    `Node ${process.versions.node} is too old, and the pinned one is not installed. ` +
      'Run "npm ci" without --omit=optional: it brings Node and PostgreSQL along.',
  );
  process.exit(1);
}
