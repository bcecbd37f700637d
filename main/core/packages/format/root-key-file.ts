import { armor, Decrypter, Encrypter } from 'age-encryption';
import { DomainError } from '../../contract/errors';
import { readAgeHeader } from './age-header';
import { withoutArmour } from './encryption';
import { readOpensshPrivateKey, writeOpensshPrivateKey } from './openssh-private-key';

/**
 * The root key on its stick and its printed sheet: an age passphrase file in armour, holding a private key file
 * of OpenSSH (PACKAGES.md §2.5). `age -d` and `ssh-keygen -Y sign` can use it without the application.
 */

export interface RootKeyOptions {
  /** Binary logarithm of the scrypt work factor: 18 takes one to two seconds. Tests take less. */
  readonly workFactor: number;
}

export const rootKeyOptions: RootKeyOptions = { workFactor: 18 };

/** A file that asks for more work than this is refused before any hashing. */
const highestWorkFactor = 20;
const rootKeyComment = 'concertation-root';

/** Text of the root key file: age armour. */
export async function encryptRootKey(
  seed: Uint8Array,
  passphrase: string,
  options: RootKeyOptions = rootKeyOptions,
): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(options.workFactor);
  return armor.encode(await encrypter.encrypt(writeOpensshPrivateKey(seed, rootKeyComment)));
}

function refuseOtherHeader(file: Uint8Array): void {
  const { stanzas } = readAgeHeader(file);
  const [words] = stanzas;
  if (stanzas.length !== 1 || words === undefined || words[0] !== 'scrypt') throw new DomainError('K12');
  const workFactor = Number(words[2]);
  if (!/^[1-9][0-9]?$/.test(words[2] ?? '') || workFactor > highestWorkFactor) throw new DomainError('K12');
}

/**
 * Seed of a root key file, armoured or binary.
 * @throws DomainError K11 (passphrase), K12 (not a root key file, damaged, or asking for too much work)
 */
export async function decryptRootKey(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const binary = rootKeyBytes(file);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  let text: string;
  try {
    text = await decrypter.decrypt(binary, 'text');
  } catch (error) {
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    throw new DomainError(wrong ? 'K11' : 'K12');
  }
  const seed = readOpensshPrivateKey(text);
  if (seed === null) throw new DomainError('K12');
  return seed;
}

/** Binary form with a header that was read; whatever is wrong with either, it is no root key file. */
function rootKeyBytes(file: Uint8Array): Uint8Array {
  try {
    const binary = withoutArmour(file);
    refuseOtherHeader(binary);
    return binary;
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError('K12');
    throw error;
  }
}
