import type { ConsentView } from '../../shared/contract/consent.ts'
import type { CredentialView, IssuerDraft, IssuersView, RecheckReport } from '../../shared/contract/proof.ts'

const keys = [{ kid: 'nyckel-1', kind: 'EC P-256', fingerprint: '3F2A 9C01 77DE 41B0 5A6E 0D9F 8C23 E114 6B70 22AC 94F5 18D3 C7E8 0B56 A19D 4F60' }]
export const fakeIssuers = (): IssuersView => ({
  now: '2026-11-21T10:00:00.000Z', types: [{ id: 'af-inskrivning', title: 'Inskrivning hos Arbetsförmedlingen' }],
  issuers: [{
    id: 1, name: 'Provmyndigheten', issuer: 'https://utfardare.example', keys, keyText: '{}', types: ['af-inskrivning'], validFrom: '2026-01-01', validTo: null, note: '', addedAt: '2026-11-20T10:00:00.000Z', addedBy: 'Åsa Öberg',
    withdrawn: null, lists: [{ uri: 'https://utfardare.example/status/1', issuedAt: '2026-11-19T00:00:00.000Z', staleAt: '2026-12-19T00:00:00.000Z', stale: false, importedAt: '2026-11-20T10:00:00.000Z', importedBy: 'Åsa Öberg' }], inUse: 1,
  }],
})
export const fakeDraft = (): IssuerDraft => ({ name: 'Provmyndigheten', issuer: 'https://utfardare.example', keyText: '{}', keys, types: [], validFrom: '2026-01-01', validTo: '', note: '' })
export const fakeRecheck = (): RecheckReport => ({ checked: 1, changed: [] })
export const fakeCredential = (): CredentialView => ({
  id: 1, outcome: 'valid', withdrawn: null, title: 'Inskrivning hos Arbetsförmedlingen', issuer: 'Provmyndigheten', issuedAt: '2026-11-01T00:00:00.000Z', validUntil: null, checkedAt: '2026-11-21T10:00:00.000Z', addedAt: '2026-11-21T10:00:00.000Z',
  by: 'Åsa Öberg', bound: false, facts: [{ fact: 'registration.category', label: 'sökandekategori', value: '11', display: '11' }],
})
export const fakeConsent = (): ConsentView => ({ scope: 'ja', applicationDate: '2026-07-20', word: null, recipients: [{ id: 'portal', title: 'Jobbsprångets portal', receives: 'ljuset', may: true }], others: [] })
