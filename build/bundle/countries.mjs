import { dirname } from 'node:path'

/**
 * The country names without the eighty languages that the package's entry for Node brings along, a megabyte that every start would read:
 * the program registers the two that it uses.
 * @type {import('esbuild').Plugin}
 */
export const usedLanguages = {
  name: 'used-languages',
  setup(build) {
    build.onResolve({ filter: /^i18n-iso-countries$/ }, async ({ importer, kind, resolveDir }) => {
      const { path, errors } = await build.resolve('i18n-iso-countries/package.json', { importer, kind, resolveDir })
      return errors.length > 0 ? { errors } : build.resolve('./index.js', { importer, kind, resolveDir: dirname(path) })
    })
  },
}
