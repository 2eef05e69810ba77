import { hashRaw } from '@node-rs/argon2'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { writeFileAtomic } from './files.ts'

/** The shortest passphrase that is accepted, in characters. */
export const LEAST_PASSPHRASE = 12
const KDF = { algorithm: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 } as const

const base64 = z.base64()
const bytes = (n: number) => base64.refine(text => Buffer.from(text, 'base64').length === n)
// A key file comes with a backup from anywhere: it may ask for four times the work that our own ask for, and no more.
const kdf = z.strictObject({ algorithm: z.literal('argon2id'), memoryKiB: z.int().min(8192).max(4 * KDF.memoryKiB), passes: z.int().min(1).max(6), lanes: z.int().min(1).max(4) })
const lock = z.strictObject({ salt: bytes(16), nonce: bytes(12), sealed: bytes(48), kdf })
const keyFileSchema = z.strictObject({ format: z.literal('sprangbrada-nyckel'), version: z.literal(1), fingerprint: base64, passphrase: lock, recovery: lock })
/** The data key, wrapped twice. It holds no secret by itself and travels inside every backup. */
export type KeyFile = z.infer<typeof keyFileSchema>
type Lock = z.infer<typeof lock>

/** Tells whether a key belongs to a key file without trying it on the store: a wrong key and a damaged store look alike there. */
export const fingerprint = (key: Uint8Array) => createHash('sha256').update('sprangbrada-fingeravtryck').update(key).digest().subarray(0, 12).toString('base64')

async function derive(secret: string, salt: Uint8Array, kdf: Lock['kdf']): Promise<Buffer> {
  // 2 is Argon2id, 1 its version 0x13.
  return hashRaw(secret.normalize('NFC'), { algorithm: 2, version: 1, memoryCost: kdf.memoryKiB, timeCost: kdf.passes, parallelism: kdf.lanes, outputLen: 32, salt })
}

async function seal(secret: string, key: Uint8Array): Promise<Lock> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, KDF), nonce)
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { salt: salt.toString('base64'), nonce: nonce.toString('base64'), sealed: sealed.toString('base64'), kdf: KDF }
}

async function unseal(secret: string, from: Lock): Promise<Buffer | null> {
  const sealed = Buffer.from(from.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', await derive(secret, Buffer.from(from.salt, 'base64'), from.kdf), Buffer.from(from.nonce, 'base64'))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}

/** A new data key with its two locks and the recovery code to print. Throws Fault passphrase-short. */
export async function createKeys(passphrase: string): Promise<{ key: Buffer; file: KeyFile; recoveryCode: string }> {
  checkPassphrase(passphrase)
  const key = randomBytes(32)
  const recoveryCode = newRecoveryCode()
  const file: KeyFile = { format: 'sprangbrada-nyckel', version: 1, fingerprint: fingerprint(key), passphrase: await seal(passphrase, key), recovery: await seal(plainCode(recoveryCode), key) }
  return { key, file, recoveryCode }
}

/** The data key by passphrase. Throws Fault passphrase-wrong. */
export async function unlockWithPassphrase(file: KeyFile, passphrase: string): Promise<Buffer> {
  const key = await unseal(passphrase, file.passphrase)
  if (!key) throw new Fault('passphrase-wrong')
  return key
}

/** The data key by recovery code, written with or without hyphens and in any case. Throws Fault recovery-code-wrong. */
export async function unlockWithRecovery(file: KeyFile, code: string): Promise<Buffer> {
  const key = await unseal(plainCode(code), file.recovery)
  if (!key) throw new Fault('recovery-code-wrong')
  return key
}

/** The same key under a new passphrase. Throws Fault passphrase-short. */
export async function withPassphrase(file: KeyFile, key: Uint8Array, passphrase: string): Promise<KeyFile> {
  checkPassphrase(passphrase)
  return { ...file, passphrase: await seal(passphrase, key) }
}

/** The same key under a new recovery code; the old code no longer opens it. */
export async function withNewRecovery(file: KeyFile, key: Uint8Array): Promise<{ file: KeyFile; recoveryCode: string }> {
  const recoveryCode = newRecoveryCode()
  return { file: { ...file, recovery: await seal(plainCode(recoveryCode), key) }, recoveryCode }
}

function checkPassphrase(passphrase: string): void {
  if ([...passphrase.normalize('NFC')].length < LEAST_PASSPHRASE) throw new Fault('passphrase-short', { least: LEAST_PASSPHRASE })
}

/** Letters and digits that are not mistaken for each other in print: no 0 O 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
function newRecoveryCode(): string {
  const letters: string[] = []
  while (letters.length < 32) for (const byte of randomBytes(64)) if (byte < ALPHABET.length * 8 && letters.length < 32) letters.push(ALPHABET[byte % ALPHABET.length] ?? '')
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
const plainCode = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** Reads a key file. Throws Fault store-key-missing or store-key-damaged. */
export function readKeyFile(path: string): KeyFile {
  if (!existsSync(path)) throw new Fault('store-key-missing')
  return parseKeyFile(readFileSync(path, 'utf8'))
}

/** Reads a key file's text. Throws Fault store-key-damaged. */
export function parseKeyFile(text: string): KeyFile {
  try {
    return keyFileSchema.parse(JSON.parse(text))
  } catch {
    throw new Fault('store-key-damaged')
  }
}

/** Writes a key file so that there is always a whole one on disk. */
export function writeKeyFile(path: string, file: KeyFile): void {
  writeFileAtomic(path, `${JSON.stringify(file, null, 2)}\n`)
}
