export const documents = {
  heading: 'Beslutet är fattat',
  print: 'Skriv ut',
  save: 'Spara',
  fileName: (applicationId: string) => `beslut-${applicationId.replace(/[^A-Za-z0-9._-]/g, '-')}.pdf`,
  saved: (name: string) => `Blanketten är sparad som ${name}.`,
  printed: 'Blanketten är lämnad till datorns utskriftsdialog. Programmet vet inte om den skrevs ut: se efter vid skrivaren.',
  printInstead: 'Du kan också spara blanketten och skriva ut filen från en annan dator.',
  toCase: 'Till ärendet',
}
