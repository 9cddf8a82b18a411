/**
 * Staff passwords: argon2id, kept as PHC text so that its cost can rise without a migration. A hash costs about 50 ms
 * and 19 MiB on purpose (the OWASP minimum); whoever calls this on a border must throttle first (throttle.ts).
 * Randomness is passed in. Never logs, never keeps, what it is handed.
 */
import { timingSafeEqual } from 'node:crypto';
import { argon2id } from 'hash-wasm';

/** Of what a person may type: more would only cost time to hash. */
export const passwordCodeUnitsMax = 200;

const cost = { memorySize: 19_456, iterations: 2, parallelism: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;

/** The PHC text to store for a password; `randomBytes` gives the salt. */
export async function hashPassword(password: string, randomBytes: (count: number) => Uint8Array): Promise<string> {
  return argon2id({
    ...cost,
    password: password.normalize('NFC'),
    salt: randomBytes(saltBytes),
    hashLength: hashBytes,
    outputType: 'encoded',
  });
}

/** Of nobody: verifying against it costs as much as against a real one, and never succeeds. */
export const nobodysHash = phcText(cost, new Uint8Array(saltBytes), new Uint8Array(hashBytes));

/**
 * Whether a password is the hashed one; compared in constant time. A text that is no PHC hash fits no password, and
 * the empty password fits nothing.
 */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const read = readPhc(stored);
  if (read === undefined || password === '') return false;
  const { salt, hash, ...params } = read;
  const made = await argon2id({
    ...params,
    password: password.normalize('NFC'),
    salt,
    hashLength: hash.length,
    outputType: 'binary',
  });
  return timingSafeEqual(made, hash);
}

interface Cost {
  readonly memorySize: number;
  readonly iterations: number;
  readonly parallelism: number;
}

const phcPattern =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

function readPhc(text: string): (Cost & { readonly salt: Uint8Array; readonly hash: Uint8Array }) | undefined {
  const [, memory, iterations, parallelism, salt, hash] = phcPattern.exec(text) ?? [];
  if (salt === undefined || hash === undefined) return undefined;
  return {
    memorySize: Number(memory),
    iterations: Number(iterations),
    parallelism: Number(parallelism),
    salt: new Uint8Array(Buffer.from(salt, 'base64')),
    hash: new Uint8Array(Buffer.from(hash, 'base64')),
  };
}

function phcText({ memorySize, iterations, parallelism }: Cost, salt: Uint8Array, hash: Uint8Array): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memorySize},t=${iterations},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}
