/** A caseworker for the sample data; plainly an example. */
export const sampleCaseworker = { name: 'Exempel Handläggarsson', title: 'Arbetsförmedlare', unit: 'Enheten för exempel' } as const;
