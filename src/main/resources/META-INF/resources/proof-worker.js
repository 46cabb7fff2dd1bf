// Solves ALTCHA's challenges: finds the number for which SHA-256 of salt and number is the challenge. The hash is computed
// here, since the browser's own needs a turn of the event loop for each one, and https.
const K = new Uint32Array(64);
const START = new Uint32Array(8);

// The fractional parts of the roots of the first primes (FIPS 180-4).
function fillConstants() {
  const fraction = (root) => (root - Math.floor(root)) * 2 ** 32;
  let found = 0;
  for (let n = 2; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    K[found++] = fraction(Math.cbrt(n));
  }
}
fillConstants();

const w = new Uint32Array(64);
const rotated = (x, n) => (x >>> n) | (x << (32 - n));

/** Adds a block of 64 bytes to the state. */
function compress(state, bytes, offset) {
  for (let i = 0; i < 16; i++) {
    const at = offset + 4 * i;
    w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let i = 16; i < 64; i++) {
    const low = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >>> 3);
    const high = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >>> 10);
    w[i] = w[i - 16] + low + w[i - 7] + high;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const one = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i];
    const two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** Hashes the salt's whole blocks once; returns the function from a number to the SHA-256, eight words. */
function hashOf(salt) {
  const bytes = new TextEncoder().encode(salt);
  const whole = bytes.length & ~63;
  const begun = START.slice();
  for (let offset = 0; offset < whole; offset += 64) compress(begun, bytes, offset);
  const rest = bytes.subarray(whole);
  // Room for the rest, the digits, the mark and the length.
  const end = new Uint8Array(192);
  const length = new DataView(end.buffer);
  const state = new Uint32Array(8);
  return (number) => {
    const digits = String(number);
    let at = rest.length;
    end.fill(0);
    end.set(rest);
    for (let i = 0; i < digits.length; i++) end[at++] = digits.charCodeAt(i);
    end[at] = 0x80;
    const size = (((at + 8) >> 6) + 1) << 6;
    length.setUint32(size - 4, 8 * (whole + at));
    state.set(begun);
    for (let offset = 0; offset < size; offset += 64) compress(state, end, offset);
    return state;
  };
}

const PORTION = 5000;

/** The number that solves the challenge, or null if none does. Reports the share of the numbers that were tried. */
function solve({ challenge, salt, maxnumber }, tried) {
  const words = challenge.match(/.{8}/g).map((word) => Number.parseInt(word, 16));
  const hash = hashOf(salt);
  for (let number = 0; number <= maxnumber; number++) {
    if (number % PORTION === 0) tried(number / (maxnumber + 1));
    const state = hash(number);
    if (words.every((word, i) => word === state[i])) return number;
  }
  return null;
}

addEventListener('message', ({ data }) => {
  const number = solve(data, (share) => postMessage({ share }));
  postMessage({ number });
});
