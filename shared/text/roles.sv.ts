import type { Role } from '../domain.ts'

/** What a role is called. */
export const roleWord: Record<Role, string> = { read: 'läsa', screen: 'granska', decide: 'besluta', administer: 'administrera' }
