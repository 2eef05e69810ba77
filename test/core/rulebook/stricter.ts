/** A programme file with a version of its own, from the summer of 2024, that allows this many months of experience. */
export function stricter(text: string, months: number): string {
  const from = '2024-07-01'
  return text
    .replace(/^hash: .*\n/m, '')
    .replace(/( *)- version: "2024\.1"\n( *)from: 2024-01-01\n/, `$1- version: "2024.1"\n$2from: 2024-01-01\n$2to: 2024-06-30\n`)
    .replace(/\n( *)intakes:/, `\n$1  - version: "2024.2"\n$1    from: ${from}\n$1    changes: [{ date: ${from}, text: Strängare gräns. }]\n$1intakes:`)
    .replace(/(label: gränsen för begränsad erfarenhet\n *unit: månader\n *values:\n)( *)- \{ from: 2022-12-01, source: policy, value: 12 \}/, `$1$2- { from: 2022-12-01, to: 2024-06-30, source: policy, value: 12 }\n$2- { from: ${from}, source: policy, value: ${months} }`)
}
