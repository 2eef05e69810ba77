/** What a caseworker has noted in a case (27 § förvaltningslagen). Nothing of it is changed or removed; what is added stands under it. */
export type NoteView = { id: number; text: string; at: string; by: string; additions: { id: number; text: string; at: string; by: string }[] }
