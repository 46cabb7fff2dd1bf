// Verifies receipts with @sigstore/verify, the implementation of the Sigstore project: node verify.cjs MODULES KEY RECEIPT…
// MODULES is a node_modules directory, KEY a verifier key. Exits with 1 at the first fault.
const { createPublicKey } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [modules, key, ...receipts] = process.argv.slice(2);
const from = (file) => require(join(modules, '@sigstore/verify/dist/tlog', file));
const { verifyMerkleInclusion } = from('merkle.js');
const { verifyCheckpoint } = from('checkpoint.js');

const [name, id, typed] = key.split(/\+(.{8})\+/);
const x509 = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(typed, 'base64').subarray(1)]);
const log = {
  logID: Buffer.from(id, 'hex'),
  baseURL: `https://${name}`,
  publicKey: createPublicKey({ key: x509, format: 'der', type: 'spki' }),
};

for (const receipt of receipts) {
  const text = readFileSync(receipt, 'utf8');
  const blank = text.indexOf('\n\n');
  const [, extra, index, ...hashes] = text.slice(0, blank).split('\n');
  const inclusionProof = {
    checkpoint: { envelope: text.slice(blank + 2) },
    logIndex: index.replace('index ', ''),
    hashes: hashes.map((hash) => Buffer.from(hash, 'base64')),
  };
  const entry = { canonicalizedBody: Buffer.from(extra.replace('extra ', ''), 'base64'), inclusionProof };
  const checkpoint = verifyCheckpoint(entry, [log]);
  verifyMerkleInclusion(entry, checkpoint);
}
console.log(`verified ${receipts.length} receipts`);
