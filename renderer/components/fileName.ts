/** A file name that holds only what the name says, in characters that every file system takes. */
export function fileNamePart(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'intag'
}
