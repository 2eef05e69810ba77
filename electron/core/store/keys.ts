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
const sealedKey = { salt: bytes(16), nonce: bytes(12), sealed: bytes(48), kdf }
const lock = z.strictObject(sealedKey)
/** A caseworker's own lock on the data key. The file lies open, so it tells the caseworker's number and no name. */
const personLock = z.strictObject({ id: z.int().positive(), ...sealedKey })
const head = { format: z.literal('sprangbrada-nyckel'), fingerprint: base64, recovery: lock }
const MOST_LOCKS = 500
const keyFileSchema = z.strictObject({ ...head, version: z.literal(2), locks: z.array(personLock).max(MOST_LOCKS).refine(locks => new Set(locks.map(l => l.id)).size === locks.length) })
/** From when there was one caseworker per store. It is written as version 2 at the next change. */
const firstVersion = z.strictObject({ ...head, version: z.literal(1), passphrase: lock }).transform(({ passphrase, ...file }): KeyFile => ({ ...file, version: 2, locks: [{ id: 1, ...passphrase }] }))
/** The data key, wrapped once for each caseworker and once for the recovery code. It holds no secret by itself and travels inside every backup. */
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

/** A new data key with the first caseworker's lock and the recovery code to print. Throws Fault passphrase-short. */
export async function createKeys(passphrase: string): Promise<{ key: Buffer; file: KeyFile; recoveryCode: string }> {
  checkPassphrase(passphrase)
  const key = randomBytes(32)
  const recoveryCode = newRecoveryCode()
  const file: KeyFile = { format: 'sprangbrada-nyckel', version: 2, fingerprint: fingerprint(key), locks: [{ id: 1, ...(await seal(passphrase, key)) }], recovery: await seal(plainCode(recoveryCode), key) }
  return { key, file, recoveryCode }
}

/**
 * The data key by passphrase, and whose passphrase it is. Each lock takes a good part of a second to try, so the one used last comes first.
 * Throws Fault passphrase-wrong.
 */
export async function unlockWithPassphrase(file: KeyFile, passphrase: string, usedLast = 0): Promise<{ key: Buffer; id: number }> {
  for (const lock of file.locks.toSorted((a, b) => Number(b.id === usedLast) - Number(a.id === usedLast))) {
    const key = await unseal(passphrase, lock)
    if (key) return { key, id: lock.id }
  }
  throw new Fault('passphrase-wrong')
}

/** The data key by recovery code, written with or without hyphens and in any case. Throws Fault recovery-code-wrong. */
export async function unlockWithRecovery(file: KeyFile, code: string): Promise<Buffer> {
  const key = await unseal(plainCode(code), file.recovery)
  if (!key) throw new Fault('recovery-code-wrong')
  return key
}

/**
 * The same key with a new lock for a caseworker, in place of an earlier one. Throws Fault passphrase-short, people-many, and passphrase-taken where
 * the passphrase opens another's lock: then nobody could tell the two apart.
 */
export async function withPassphrase(file: KeyFile, key: Uint8Array, id: number, passphrase: string): Promise<KeyFile> {
  checkPassphrase(passphrase)
  const others = file.locks.filter(lock => lock.id !== id)
  if (others.length >= MOST_LOCKS) throw new Fault('people-many', { most: MOST_LOCKS })
  for (const lock of others) if (await unseal(passphrase, lock)) throw new Fault('passphrase-taken')
  return { ...file, locks: [...others, { id, ...(await seal(passphrase, key)) }].sort((a, b) => a.id - b.id) }
}

/** The same key without the locks of these caseworkers. */
export function withoutLocks(file: KeyFile, ids: readonly number[]): KeyFile {
  return { ...file, locks: file.locks.filter(lock => !ids.includes(lock.id)) }
}

/** The same key under a new recovery code; the old code no longer opens it. */
export async function withNewRecovery(file: KeyFile, key: Uint8Array): Promise<{ file: KeyFile; recoveryCode: string }> {
  const recoveryCode = newRecoveryCode()
  return { file: { ...file, recovery: await seal(plainCode(recoveryCode), key) }, recoveryCode }
}

/** Throws Fault passphrase-short. */
export function checkPassphrase(passphrase: string): void {
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
    return keyFileSchema.or(firstVersion).parse(JSON.parse(text))
  } catch {
    throw new Fault('store-key-damaged')
  }
}

/** Writes a key file so that there is always a whole one on disk. */
export function writeKeyFile(path: string, file: KeyFile): void {
  writeFileAtomic(path, `${JSON.stringify(file, null, 2)}\n`)
}
