// Files that the bundler (and vitest) turn into text, or into an address of a copied file.
declare module '*.yaml' {
  const text: string
  export default text
}
declare module '*.typ' {
  const text: string
  export default text
}
declare module '*.svg' {
  const address: string
  export default address
}
declare module '*.woff2' {
  const address: string
  export default address
}
declare module '*.css'
