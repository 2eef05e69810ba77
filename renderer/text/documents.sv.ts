export const documents = {
  heading: 'Beslutet är fattat',
  print: 'Skriv ut',
  save: 'Spara',
  fileName: (applicationId: string) => `beslut-${applicationId.replace(/[^A-Za-z0-9._-]/g, '-')}.pdf`,
  saved: (name: string) => `Blanketten är sparad som ${name}.`,
  printed: 'Blanketten har skickats till skrivaren.',
  toCase: 'Till ärendet',
}
