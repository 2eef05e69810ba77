import { checkHouse } from './check/house.mjs'
import { ensure } from './setup.mjs'
import { runScript } from './setup/say.mjs'

runScript(async () => {
  await ensure({ electron: false, native: false })
  return (await checkHouse()) ? 0 : 1
})
