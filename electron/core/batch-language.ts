/** The language of a command, for what it words on the screen: operations that run inside are told in it. */
export { speaking, spoken } from './cases/spoken.ts'
