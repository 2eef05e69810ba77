import { backup } from './backup.ts'
import { credentials } from './credentials.ts'
import { documents } from './documents.ts'
import { csv, xlsx } from './files.ts'
import { type AnyReader, anyReader } from './reader.ts'
import { exchange, rules } from './rules.ts'
import { dates, identity } from './values.ts'

/** Every reader of what comes from outside. */
export const readers: readonly AnyReader[] = [anyReader(csv), anyReader(xlsx), anyReader(identity), anyReader(dates), anyReader(rules), anyReader(exchange), anyReader(backup), anyReader(documents), anyReader(credentials)]
