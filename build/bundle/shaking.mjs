const within = /[\\/]node_modules[\\/]@navikt[\\/](?:aksel-icons|ds-react)[\\/]/
const asked = Symbol('asked')

/**
 * The components and icons have no side effects and say so, but a nested package.json in them hides it from the bundler,
 * which would then keep every icon there is.
 * @type {import('esbuild').Plugin}
 */
export const componentShaking = {
  name: 'component-shaking',
  setup(build) {
    /** @param {import('esbuild').OnResolveArgs} args */
    const mark = async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === asked) return undefined
      const found = await build.resolve(path, { importer, kind, resolveDir, pluginData: asked })
      return found.errors.length > 0 || !within.test(found.path) ? undefined : { path: found.path, sideEffects: false }
    }
    build.onResolve({ filter: /^@navikt\/(?:aksel-icons|ds-react)/ }, mark)
    build.onResolve({ filter: /^\.\.?\// }, (args) => (within.test(args.importer) ? mark(args) : undefined))
  },
}
