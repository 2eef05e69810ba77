import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../build/sample/random.ts'
import { inspectBackup } from '../../electron/core/upkeep/backup.ts'
import type { FuzzReader } from './reader.ts'
import { outcomeOf, slipped, spoiled } from './text.ts'

const MAGIC = Buffer.from('SPRANGBRADA-KOPIA-1\n', 'latin1')
const bytes = (length: number) => createHash('sha512').update(String(length)).digest().subarray(0, length)
const base64 = (length: number) => bytes(length).toString('base64')
const lock = (kdf: object) => ({ salt: base64(16), nonce: base64(12), sealed: base64(48), kdf })
/** No cost here is one that would be worked off: it is seen to be none before. */
const kdf = (random: Random) => ({ algorithm: random.pick(['argon2id', 'argon2i', 'none']), memoryKiB: random.pick([0, -1, 7, 1 << 21, 2 ** 31, 1.5]), passes: random.pick([0, 1, 100, -1]), lanes: random.pick([0, 1, 16, 255]) })

export const backup: FuzzReader<Uint8Array> = {
  name: 'sakerhetskopia', cost: 2,
  make: random => {
    const key = slipped(random, JSON.stringify({ format: 'sprangbrada-nyckel', version: 1, fingerprint: base64(12), passphrase: lock(kdf(random)), recovery: lock(kdf(random)) }), 2)
    const trailer = Buffer.from(key)
    const size = Buffer.alloc(4)
    size.writeUInt32BE(random.chance(75) ? trailer.length : random.pick([0, 1, 0xffff_ffff, 64_000, 1 << 30]))
    return spoiled(random, Buffer.concat([bytes(64).subarray(random.below(64)), trailer, size, random.chance(85) ? MAGIC : bytes(30).subarray(random.below(30))]))
  },
  read: (input, folder) => {
    const path = join(folder, 'indata.sprangbrada')
    writeFileSync(path, input)
    return outcomeOf(() => inspectBackup(folder, path, 'en lösenfras som ingen har'))
  },
}
