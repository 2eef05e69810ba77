import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainRule } from '../../../electron/core/rules/explain.ts'
import { RULE_LIGHTS } from '../../../electron/core/rules/rule-set.ts'
import type { FactValue } from '../../../electron/core/rules/values.ts'
import { anyFacts, factsOf, GREEN, set } from './facts.ts'

function explained(rule: string, change: Record<string, FactValue>) {
  const facts = factsOf({ ...GREEN, ...change })
  const index = set.rules.findIndex(r => r.def.id === rule)
  return explainRule(set, index, set.evaluate(facts), facts)
}
const rawIds = new RegExp([...set.factById.keys(), ...Object.keys(set.data.definitions), ...Object.keys(set.data.parameters)].filter(id => /[.A-Z]/.test(id)).map(id => `\\b${id.replaceAll('.', '\\.')}\\b`).join('|'))
const checked = new Set<string>()
const sentence = (text: string) => {
  if (checked.has(text)) return
  checked.add(text)
  expect(text).not.toMatch(/undefined|null|NaN|\{\}|\[object|parameters\.|true|false/)
  expect(text).not.toMatch(rawIds)
  expect(text).toMatch(/^\p{Lu}.*[^ .,]\.$/u)
  expect(text).not.toMatch(/ {2}|,,| ,|\.\./)
}

describe('every explanation', () => {
  it('of any case is whole sentences without raw names, and says what would turn it green or what is missing', () => {
    const seen = new Set<string>()
    fc.assert(fc.property(anyFacts, facts => {
      const outcome = set.evaluate(facts)
      set.rules.forEach((rule, i) => {
        const { light, because, missing, toGreen, basis } = explainRule(set, i, outcome, facts)
        if (light !== RULE_LIGHTS[outcome.lights[i] ?? 1]) throw new Error(`${rule.def.id} is not ${light}`)
        seen.add(`${rule.def.id} ${light}`)
        if (because.length === 0) throw new Error(`${rule.def.id} ${light} says nothing`)
        ;[...because, ...toGreen].forEach(sentence)
        const good = light === 'green' || light === 'not-applicable'
        if (toGreen.length > 0 === good) throw new Error(`${rule.def.id} ${light} to green: ${toGreen.join(' ')}`)
        if (light === 'red' && basis === null) throw new Error(`${rule.def.id} has no basis`)
        if ((good && missing.length) || missing.some(id => !set.factById.has(id))) throw new Error(`${rule.def.id} ${light} misses ${missing.join()}`)
      })
    }), { numRuns: 1500 })
    const both = set.rules.flatMap(r => [...new Set(r.conditions.map(c => `${r.def.id} ${c.light}`)), `${r.def.id} orange`])
    expect([...new Set(both)].filter(b => !seen.has(b))).toEqual([])
  })
})

describe('the words of', () => {
  const cases: [string, Record<string, FactValue>, string[], string[]][] = [
    ['JO-01', { 'identity.kind': 'samordningsnummer' }, ['Sökanden har ett samordningsnummer.'], ['Sökanden behöver ha ett personnummer.']],
    ['JO-01', { 'identity.dormant': true }, ['Samordningsnumret är vilande.'], ['Numret får inte vara vilande.']],
    ['JO-03', { 'registration.status': 'Avaktualiserad' }, ['Status hos Arbetsförmedlingen är Avaktualiserad.'], ['Status hos Arbetsförmedlingen behöver vara Aktuell eller Registrerad.']],
    ['JO-03', { 'registration.status': undefined, 'registration.planningCall': undefined }, ['Uppgift saknas om status hos Arbetsförmedlingen.', 'Uppgift saknas om planeringssamtal har hållits.'], ['Status hos Arbetsförmedlingen behöver vara Aktuell eller Registrerad.', 'Planeringssamtalet behöver ha hållits.']],
    ['JO-04', { 'registration.category': '14' }, ['Sökandekategorin är 14, som hör till sökandekategorier med förhinder eller pågående praktik.'], ['Sökandekategorin behöver vara 11, 22, 68, 69 eller 70.']],
    ['JO-05', {}, ['Sökanden är född i Syrien, som inte hör till länder i Europa eller gränsländer som kontrolleras för hand.'], []],
    ['JO-05', { 'birth.country': 'SE' }, ['Sökanden är född i Sverige, som hör till länder i Europa.'], ['Födelselandet får inte höra till länder i Europa.']],
    ['JO-07', { 'permit.validTo': '2023-07-04' }, ['Grunden för att vara i Sverige är: tillfälligt tillstånd på grund av anknytning, som inte hör till grunder utan slutdatum.', 'Tillståndet gäller till 2023-07-04, inte tidigare än bedömningsdagen (2023-01-20) och före praktikens sista dag (2023-07-05).'], ['Tillståndet behöver gälla till 2023-07-05 eller senare (praktikens sista dag).']],
    ['JO-07', { 'permit.kind': 'PUT', 'permit.validTo': undefined }, ['Grunden för att vara i Sverige är: permanent uppehållstillstånd, som hör till grunder utan slutdatum.'], []],
    ['JO-08', { 'permit.validTo': '2023-01-19', 'extension.appliedOn': '2023-01-21' }, ['Förlängning söktes 2023-01-21, efter tillståndets sista dag (2023-01-19).'], ['För grönt krävs: ingen förlängning är sökt.']],
    ['JO-10', { 'permit.kind': 'forskare' }, ['Grunden för att vara i Sverige är: tillstånd som forskare, som hör till tillstånd som kontrolleras för hand.'], ['Grunden för att vara i Sverige får inte vara tillstånd som forskare eller tillstånd för att söka arbete efter studier.']],
    ['JO-11', {}, ['Beslutet från Migrationsverket är bifogat.', 'Ingen klassningskod är uppgiven.'], []],
    ['JO-11', { 'decision.attached': undefined }, ['Uppgift saknas om beslutet är bifogat.'], ['Beslutet från Migrationsverket behöver vara bifogat.']],
    ['JO-11', { 'permit.classCode': 'X1' }, ['Grunden för att vara i Sverige är: tillfälligt tillstånd på grund av anknytning.', 'Klassningskoden är X1, som börjar med X.', 'Det första beslutet är inte bifogat.'], ['Det första beslutet behöver vara bifogat.']],
    ['JO-12', { 'education.evidence': 'cv' }, ['Utbildningens nivå är SUN 546, som hör till nivåer med akademisk examen om minst tre år.', 'Underlaget för utbildningen är: endast cv, som inte hör till godtagna underlag.'], ['Underlaget för utbildningen behöver vara examensbevis eller utlåtande från UHR.']],
    ['JO-13', {}, ['Utbildningens inriktning är SUN 521a, som hör till godtagna inriktningsgrupper.'], []],
    ['JO-13', { 'education.field': '311a' }, ['Utbildningens inriktning är SUN 311a, som inte hör till inriktningsgrupper som kontrolleras för hand, inriktningar som kontrolleras för hand, godtagna inriktningsgrupper eller godtagna enskilda inriktningar.'], ['Utbildningens inriktning behöver höra till godtagna inriktningsgrupper, eller utbildningens inriktning behöver vara SUN 345a, 345b, 345c eller 314a.']],
    ['JO-14', { 'experience.swedishMonths': 13 }, ['Arbetslivserfarenheten i Sverige är 13 månader, mer än gränsen för begränsad erfarenhet (12 månader) och inte mer än gränsen för lång erfarenhet (36 månader).'], ['Arbetslivserfarenheten i Sverige behöver vara högst 12 månader.']],
    ['JO-15', { 'language.english': 'B1' }, ['Engelskan är på nivå B1, lägre än goda kunskaper (B2) och inte lägre än den lägsta nivå som kan prövas (B1).', 'Svenskan är på nivå A1, lägre än goda kunskaper (B2).'], ['Engelskan behöver vara minst B2, eller svenskan behöver vara minst B2.']],
    ['JO-17', { 'plan.renewedOn': '2022-07-19' }, ['Handlingsplanen medger praktik.', 'Handlingsplanen förnyades senast 2022-07-19, tidigare än sex månader före bedömningsdagen (2022-07-20).'], ['Handlingsplanen behöver ha förnyats 2022-07-20 eller senare.']],
    ['JO-18', { 'birth.date': '1998-03-07' }, ['Åldern när praktiken börjar är 24 år, inte mindre än den lägsta åldern (18 år) och mindre än åldersgränsen (25 år).', 'Sökanden deltar inte i något program.', 'Inget undantag från åldersgränsen åberopas.'], ['Åldern när praktiken börjar behöver vara minst 25 år.']],
    ['JO-19', { 'programme.frame': 'UGA' }, ['Sökanden deltar i programmet UGA.', 'Praktikens sista dag är 2023-07-05, inte tidigare än tre månader efter praktikens första dag (2023-06-06).'], ['Programmet får inte vara UGA.']],
    ['JO-21', { 'earlier.place': true }, ['Sökanden har tidigare haft praktik i Jobbsprånget.'], ['Sökanden får inte ha haft praktik i Jobbsprånget tidigare.']],
    ['JO-22', { 'programme.frame': 'STOM' }, ['Sökanden deltar i programmet STOM, som inte hör till ramprogram.'], ['För grönt krävs: sökanden deltar inte i något program.']],
    ['JO-23', {}, ['Sökanden arbetar inte vid sidan av.', 'Sökanden studerar inte vid sidan av.'], []],
    ['JO-23', { 'activity.workHours': 10 }, ['Sökanden arbetar 10 timmar i veckan, mindre än heltidsarbete (40 timmar i veckan).', 'Sökanden studerar inte vid sidan av.'], ['Arbetet vid sidan av behöver vara 0 timmar i veckan.']],
  ]
  it.each(cases)('%s %j', (rule, change, because, toGreen) => {
    const found = explained(rule, change)
    expect(found.because).toEqual(because)
    expect(found.toGreen).toEqual(toGreen)
  })
})
