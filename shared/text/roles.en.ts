import type * as swedish from './roles.sv.ts'

export const roleWord: typeof swedish.roleWord = { read: 'read', screen: 'screen', decide: 'decide', administer: 'administer' }
