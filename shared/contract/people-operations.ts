import * as z from 'zod'
import { ROLES } from '../domain.ts'
import type { Person } from './people.ts'
import { spec } from './spec.ts'

const id = z.int().positive()
const name = z.string().trim().min(1).max(200)
const passphrase = z.string().min(1).max(1024)
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length)

/** People at the desk. Every change gives the list as it became. */
export const peopleOperations = {
  'people.list': spec<Person[]>()('read', z.strictObject({})),
  'people.add': spec<Person[]>()('write', z.strictObject({ name, title: name, roles, passphrase })),
  'people.change': spec<Person[]>()('write', z.strictObject({ id, name, title: name, roles })),
  'people.end': spec<Person[]>()('write', z.strictObject({ id })),
  /** A new passphrase for somebody else, typed by that person. */
  'people.setPassphrase': spec<Person[]>()('write', z.strictObject({ id, passphrase })),
  /** After how many minutes without keyboard or mouse the store is locked. */
  'store.setIdleMinutes': spec<null>()('write', z.strictObject({ minutes: z.int().min(1).max(60) })),
}
