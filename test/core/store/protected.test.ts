import { randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { openCase } from '../../../electron/core/screening/work.ts'
import { createKeys } from '../../../electron/core/store/keys.ts'
import { openDatabase, openMemory } from '../../../electron/core/store/database.ts'
import { migrate, MIGRATIONS, STORE_VERSION, storeVersion } from '../../../electron/core/store/migrate.ts'
import { openStore } from '../../../electron/core/store/store.ts'
import { storePaths } from '../../../electron/core/store/paths.ts'
import { createBackup } from '../../../electron/core/upkeep/backup.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { openDesk, testFolder } from '../store-fixture.ts'
import { application, idOf, numberOf, portal } from '../tables.ts'

const CANARY = 'Kanariefågelsson'
const words = [CANARY, 'Kanariefagelsson', 'kanarie', numberOf(7), numberOf(7).slice(2), idOf(7), 'ansoknings_id', 'CREATE TABLE', 'SQLite format', 'skyddsskäl']

/** Files under a folder that hold one of the words in UTF-8 or UTF-16. */
function leaks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(e => e.isFile() && !e.name.endsWith('.csv')).flatMap(e => {
    const bytes = readFileSync(join(e.parentPath, e.name))
    return words.filter(w => bytes.includes(w) || bytes.includes(Buffer.from(w, 'utf16le'))).map(w => `${e.name}: ${w}`)
  })
}
const people = (n: number) => Array.from({ length: n }, (_, i) => application(i, i === 7 ? { efternamn: CANARY } : {}))

describe('nothing of a person can be read in any file', () => {
  it('after writes, reads, a backup, and as a crash would leave it', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal(people(400))))
    openCase(desk.context, { id: Number(desk.row(idOf(7))['id']), reason: 'skyddsskäl' })
    const { file } = await createKeys('en lösenfras som räcker')
    createBackup(desk.context.store.write, desk.key, file, join(desk.folder, 'kopia.sprangbrada'))
    const names = readdirSync(desk.folder, { recursive: true }).map(String)
    for (const part of ['lager.db', 'lager.db-wal', 'lasningar.db', 'kopia.sprangbrada']) expect(names.some(n => n.endsWith(part)), part).toBe(true)
    expect(leaks(desk.folder)).toEqual([])
    // A copy of the open files is what a power cut leaves.
    const crash = testFolder()
    for (const name of readdirSync(storePaths(desk.folder, 'work').folder)) copyFileSync(join(storePaths(desk.folder, 'work').folder, name), join(crash, name))
    expect(leaks(crash)).toEqual([])
    expect(names.filter(n => /kanarie|öberg/i.test(n))).toEqual([])
  })
  it('in the middle of a long write', async () => {
    const desk = openDesk()
    let looked = 0
    desk.context.progress = () => { if (++looked % 4 === 0) expect(leaks(desk.folder)).toEqual([]) }
    await desk.take(desk.put('a.csv', portal(people(3000))))
    expect(looked).toBeGreaterThan(4)
  })
})

describe('a store that cannot be opened', () => {
  const closed = () => {
    const desk = openDesk()
    const { database } = storePaths(desk.folder, 'work')
    desk.context.store.close()
    desk.context.store.close = () => undefined
    return { desk, database, open: (key: Uint8Array = desk.key) => openStore(desk.folder, 'work', key, { appliers }).close() }
  }
  const codeOf = (work: () => void): string => {
    try {
      work()
    } catch (error) {
      if (error instanceof Error && 'info' in error) return 'code' in error ? String(error.code) : ''
      throw error
    }
    return 'opened'
  }
  it('opens with its key and is closed without traces beside it', () => {
    const { desk, open } = closed()
    expect(codeOf(open)).toBe('opened')
    expect(readdirSync(storePaths(desk.folder, 'work').folder).filter(n => /-wal|-shm/.test(n))).toEqual([])
  })
  it('with a wrong key is refused and left as it is', () => {
    const { database, open } = closed()
    const before = readFileSync(database)
    expect(codeOf(() => open(randomBytes(32)))).toBe('store-damaged')
    expect(readFileSync(database).equals(before)).toBe(true)
  })
  it('with one flipped bit on any page is found', () => {
    const { database, desk } = closed()
    const whole = readFileSync(database)
    for (let page = 0; page < whole.length / 4096; page += 5) {
      const bad = Buffer.from(whole)
      const at = page * 4096 + 2000
      bad[at] = (bad[at] ?? 0) ^ 1
      writeFileSync(database, bad)
      expect(codeOf(() => {
        const db = openDatabase(database, desk.key)
        try {
          if (db.value('PRAGMA integrity_check') !== 'ok') throw Object.assign(new Error(), { info: true, code: 'store-damaged' })
        } finally {
          db.close()
        }
      }), `page ${page}`).toBe('store-damaged')
    }
  })
  it('that was cut off is refused', () => {
    const { database, open } = closed()
    for (const bytes of [100, 5000]) {
      truncateSync(database, bytes)
      expect(codeOf(open)).toBe('store-damaged')
    }
  })
  it('from a newer program is refused politely and not touched', () => {
    const { database, open, desk } = closed()
    const db = openDatabase(database, desk.key)
    db.exec(`PRAGMA user_version = ${STORE_VERSION + 10}`)
    db.close()
    const before = readFileSync(database)
    const { mtimeMs } = statSync(database)
    expect(codeOf(open)).toBe('store-newer')
    expect(codeOf(() => openStore(desk.folder, 'work', desk.key, { appliers, readonly: true }).close())).toBe('store-newer')
    expect(readFileSync(database).equals(before)).toBe(true)
    expect(statSync(database).mtimeMs).toBe(mtimeMs)
    expect(faultSentence({ code: 'store-newer', params: { found: 20, known: 10 } })).toMatch(/nyare version av Språngbräda \(lagerversion 20.*upp till 10/)
  })
  it('without the encrypting driver’s key is never written in the open', () => {
    const { database } = closed()
    expect(readFileSync(database).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  })
})

describe('migrations', () => {
  const older = [{ version: 10, sql: 'CREATE TABLE a (x TEXT NOT NULL) STRICT' }]
  const newer = [...older, { version: 15, sql: `ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT ''; UPDATE a SET y = upper(x)` }, { version: 20, sql: 'CREATE TABLE b (a INTEGER) STRICT' }]
  const filled = () => {
    const db = openMemory()
    migrate(db, older)
    db.run('INSERT INTO a VALUES (?)', 'åäö-abc')
    return db
  }
  it('bring a store of the version before to this one, each step once, and then do nothing', () => {
    const db = filled()
    migrate(db, newer)
    expect([storeVersion(db), db.get('SELECT * FROM a')]).toEqual([20, { x: 'åäö-abc', y: 'åäö-ABC' }])
    migrate(db, newer)
    expect(db.value('SELECT count(*) FROM a')).toBe(1)
    db.close()
  })
  it('that fail half-way leave the store as it was', () => {
    const db = filled()
    expect(() => migrate(db, [...newer.slice(0, 2), { version: 20, sql: 'CREATE TABLE b (a INTEGER) STRICT; SELECT nonsense FROM nowhere' }])).toThrow()
    expect([storeVersion(db), db.get('SELECT * FROM a'), db.inTransaction]).toEqual([10, { x: 'åäö-abc' }, false])
    migrate(db, newer)
    expect(storeVersion(db)).toBe(20)
    db.close()
  })
  it('refuse a newer store', () => {
    const db = filled()
    migrate(db, newer)
    expect(() => migrate(db, older)).toThrow(expect.objectContaining({ code: 'store-newer', params: { found: 20, known: 10 } }))
    db.close()
  })
  it('of the program rise and end at its version', () => {
    const versions = MIGRATIONS.map(m => m.version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
    expect(versions.at(-1)).toBe(STORE_VERSION)
  })
})
