/** Sample data need no protection, so their store opens with a passphrase that everybody may know. */
export const SAMPLE_PASSPHRASE = 'exempeldata utan hemligheter'
/** Who works in the sample store: nobody that exists. */
export { sampleCaseworker } from '../../../build/sample/caseworker.ts'
