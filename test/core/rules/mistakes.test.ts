import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTest } from '../../../electron/core/rules/compile.ts'
import { RuleError } from '../../../electron/core/rules/expressions.ts'
import { parseCondition } from '../../../electron/core/rules/parse.ts'
import { mistake, testScope, truth } from './scope.ts'

describe('a mistake in a condition is told with the word that is wrong', () => {
  it.each([
    ['an unknown name', 'b.ones = true', /”b\.ones” är inget känt namn; menas b\.one\?/, 'b.ones'],
    ['an unknown name with the right end', 'x.two > 3', /”x\.two” är inget känt namn; menas .*n\.two/, 'x.two'],
    ['two letters that changed place', 'w.colouur = "röd"', /”w\.colouur” är inget känt namn; menas w\.colour\?$/, 'w.colouur'],
    ['a letter too many in the middle', 'n.one < parameters.lmiit', /”parameters\.lmiit” är inget känt namn; menas parameters\.limit\?$/, 'parameters.lmiit'],
    ['another case', 'W.Colour = "röd"', /”W\.Colour” är inget känt namn; menas w\.colour/, 'W.Colour'],
    ['only the beginning of a name', 'w.lev = "A1"', /”w\.lev” är inget känt namn; menas w\.level\?$/, 'w.lev'],
    ['an unknown name like none', 'hittepå = true', /”hittepå” är inget känt namn$/, 'hittepå'],
    ['an unknown parameter', 'n.one < parameters.limits', /”parameters\.limits” är inget känt namn; menas parameters\.limit\?/, 'parameters.limits'],
    ['a date against a number', 'd.one < 5', /ett datum kan inte jämföras med ett tal/, 'd.one < 5'],
    ['a date against a text', 'd.one = "2023-01-01"', /ett datum kan inte jämföras med en text/, 'd.one = "2023-01-01"'],
    ['a number against a text', 'n.one = "5"', /ett tal kan inte jämföras med en text/, 'n.one = "5"'],
    ['a yes or no against a text', 'b.one = "ja"', /ett ja eller nej kan inte jämföras med en text/, 'b.one = "ja"'],
    ['a misspelt word', 'w.colour = "rödd"', /”rödd” är inget värde som ”w\.colour” kan ha \(röd, grön\)/, '"rödd"'],
    ['a misspelt word on the left', '"rödd" = w.colour', /”rödd” är inget värde/, '"rödd"'],
    ['a misspelt word in a list', 'w.colour in ["röd", "blå"]', /”blå” är inget värde/, '"blå"'],
    ['a misspelt word in a parameter', 'w.colour in parameters.words', /”a” är inget värde/, 'parameters.words'],
    ['a word of Object itself', 'w.colour = "constructor"', /”constructor” är inget värde/, '"constructor"'],
    ['bare in before and', 'n.one in [1, 2] and b.one', /parentes runt villkoret med ”in”/, 'n.one in [1, 2] and b.one'],
    ['bare in before or', 'b.one or n.one in parameters.numbers or b.two', /parentes runt villkoret med ”in”/, 'n.one in parameters.numbers or b.two'],
    ['in without a list', 'n.one in 5', /efter ”in” ska det stå en lista/, '5'],
    ['in two tests', 'n.one in (1, 2)', /efter ”in” ska det stå en lista i hakparentes/, 'n.one in (1, 2)'],
    ['a list of another type', 'n.one in ["a", "b"]', /ett tal kan inte finnas bland värden som är en text/, 'n.one in ["a", "b"]'],
    ['a list parameter of another type', 'd.one in parameters.numbers', /ett datum kan inte finnas bland värden som är ett tal/, 'd.one in parameters.numbers'],
    ['a mixed list', 'n.one in [1, "a"]', /alla värden i listan ska vara av samma slag/, '"a"'],
    ['an empty list', 'n.one in []', /listan är tom/, '[]'],
    ['an empty list parameter', 'n.one in parameters.empty', /parametern ”parameters\.empty” är en tom lista/, 'parameters.empty'],
    ['a list in a list', 'n.one in [[1]]', /listor i listor finns inte/, '[[1]]'],
    ['a range of another type', 'n.one in [@"2023-01-01"..@"2023-02-01"]', /ett tal kan inte finnas bland värden som är ett datum/, 'n.one in [@"2023-01-01"..@"2023-02-01"]'],
    ['a range of two types', 'n.one in [1..d.one]', /kan inte finnas bland/, 'n.one in [1..d.one]'],
    ['a range of words without order', 't.one in ["a".."b"]', /har ingen ordning/, 't.one in ["a".."b"]'],
    ['a range of yes and no', 'b.one between false and true', /ja och nej har ingen ordning/, 'b.one between false and true'],
    ['a list compared', 'n.one = [1, 2]', /ett tal kan inte jämföras med en lista av värden \(ett tal\)/, 'n.one = [1, 2]'],
    ['a list parameter compared', 'parameters.numbers = parameters.numbers', /en lista av värden \(ett tal\) kan inte jämföras med/, 'parameters.numbers = parameters.numbers'],
    ['an order of unordered words', 'w.colour < "röd"', /textens värden har ingen ordning; märk uppgiften ”ordered”/, 'w.colour < "röd"'],
    ['an order of texts', 't.one >= t.two', /ingen ordning/, 't.one >= t.two'],
    ['an order of yes and no', 'b.one > b.two', /ja och nej har ingen ordning/, 'b.one > b.two'],
    ['an unknown function', 'sum(n.one, n.two) > 3', /funktionen ”sum” med dessa värden finns inte; de som finns är not\(villkor\), known\(uppgift\)/, 'sum(n.one, n.two)'],
    ['a function of the wrong types', 'starts with(n.one, "a")', /funktionen ”starts with” med dessa värden finns inte/, 'starts with(n.one, "a")'],
    ['too few values', 'full years(d.one) > 3', /funktionen ”full years”/, 'full years(d.one)'],
    ['not of a number', 'not(n.one)', /not\( \) behöver ett villkor/, 'n.one'],
    ['and of a number', 'b.one and n.one', /på båda sidor om ”and” ska det stå villkor, men detta är ett tal/, 'n.one'],
    ['a value as condition', 'n.one + 1', /ett villkor ska vara sant eller falskt, men detta är ett tal/, 'n.one + 1'],
    ['a date that is none', 'd.one < @"2023-02-30"', /”2023-02-30” är varken ett datum/, '@"2023-02-30"'],
    ['a date function with a length', 'd.one < date("P6M")', /”P6M” är varken ett datum/, 'date("P6M")'],
    ['dates added', 'd.one + d.two > d.one', /ett datum \+ ett datum går inte att räkna ut/, 'd.one + d.two'],
    ['a length that is a fact', 'd.one + t.one > d.two', /ett datum \+ en text går inte att räkna ut/, 'd.one + t.one'],
    ['a power', 'n.one ** 2 > 4', /räknesättet ”\*\*” finns inte/, 'n.one ** 2'],
    ['two names in a row', 'b.one b.two', /”b\.one b\.two” är inget känt namn/, 'b.one b.two'],
    ['two signs', 'n.one = = 3', /”= 3” hör inte till regelspråket/, '= 3'],
    ['a misspelt word in a range', 'w.level in ["A1".."B3"]', /”B3” är inget värde som ”w\.level”/, '"B3"'],
    ['an order that is not the alphabet’s', 'w.rank < "hög"', /värdena för ”w\.rank” ska stå i bokstavsordning .*\(låg, hög\)/, 'w.rank < "hög"'],
    ['for', 'for x in [1] return x', /hör inte till regelspråket/, 'for x in [1] return x'],
    ['null', 'n.one = null', /skriv given\(uppgift\)/, 'null'],
    ['if without a condition', 'if n.one then b.one else b.two', /efter ”if” ska det stå ett villkor, men detta är ett tal/, 'n.one'],
    ['if with two types', '(if b.one then 1 else "a") = 1', /efter ”then” står ett tal men efter ”else” en text/, '"a"'],
    ['if with lists', 'n.one in (if b.one then [1] else [2])', /väljer mellan villkor eller enskilda värden, inte en lista/, 'if b.one then [1] else [2]'],
    ['some of what is no list', 'some x in n.one satisfies x = 1', /efter ”in” ska det stå en lista, men detta är ett tal/, 'n.one'],
    ['some of two lists', 'some x in [1], y in [2] satisfies x = y', /efter ”some” ska det stå ett namn, ”in”, en lista/, 'some x in [1], y in [2] satisfies x = y'],
    ['every with a number', 'every x in [1] satisfies x', /efter ”satisfies” ska det stå ett villkor, men detta är ett tal/, 'x'],
    ['some with a name that is taken', 'some b.one in [true] satisfies b.one', /namnet ”b\.one” används redan/, 'b.one in [true]'],
    ['a name outside its list', '(some x in [1] satisfies x = 1) and x = 1', /”x” är inget känt namn/, 'x'],
    ['a misspelt word looked for in a list', 'some x in ["röd", "blå"] satisfies x in l.colours', /”blå” är inget värde som ”l\.colours” kan ha/, 'x'],
    ['a misspelt name of a list', 'some x in l.colour satisfies x = "röd"', /”l\.colour” är inget känt namn; menas .*l\.colours/, 'l.colour'],
    ['a count of what is no list', 'count(n.one) = 1', /funktionen ”count” med dessa värden finns inte/, 'count(n.one)'],
    ['months compared', 'd.one - d.two > @"P6M"', /månader är olika långa/, '@"P6M"'],
    ['months of a parameter compared', 'd.one - d.two > parameters.length', /månader är olika långa/, 'parameters.length'],
    ['a length compared with a number', 'd.one - d.two > 30', /en tidslängd kan inte jämföras med ett tal/, 'd.one - d.two > 30'],
    ['a working day of a text', 'first working day(t.one) > d.one', /funktionen ”first working day”/, 'first working day(t.one)'],
  ])('%s: %s', (_name, text, says, at) => {
    const { message, at: found } = mistake(text)
    expect(message).toMatch(says)
    expect(found).toBe(at)
  })
  it.each(['b.one and', 'n.one <', 'n.one in [1, 2', '(b.one', 'b.one)', 'and b.one', '"öppen', 'n.one in [1..]', 'not(', 'n.one between 1', '=', '§'])('an unfinished expression ”%s” is told with what stands there', text => {
    expect(mistake(text).message).toMatch(/tar uttrycket slut eller går inte att förstå: ”|ofullständig|behöver två gränser/)
  })
  it('brackets within each other beyond all measure, and a text without end', () => {
    const brackets = (n: number) => `${'('.repeat(n)}b.one${')'.repeat(n)}`
    expect(() => parseCondition(brackets(90), testScope())).not.toThrow()
    for (const text of [brackets(101), brackets(30_000), `${'not('.repeat(30_000)}b.one`, `n.one in ${'['.repeat(2000)}`, `b.one${' and b.one'.repeat(5000)}`]) expect(mistake(text).message).toMatch(/för långt eller har för många parenteser/)
  })
  it('a lone backslash in a text', () => {
    expect(mistake('t.one = "\\ x"').message).toMatch(/omvänt snedstreck/)
  })
  it('nothing at all', () => {
    for (const text of ['', '   ', '\n']) expect(mistake(text).message).toMatch(/tomt|slut/)
  })
  it('a negative number is a number', () => {
    expect(truth('n.one > -1', { 'n.one': 0 })).toBe(2)
    expect(truth('n.one in [-2, -1]', { 'n.one': -1 })).toBe(2)
    expect(truth('n.one - -1 = 3', { 'n.one': 2 })).toBe(2)
    expect(mistake('-d.one > d.two').message).toMatch(/tecken framför .* går bara på tal/)
  })
  it('is never another kind of error, whatever is written', () => {
    const words = fc.constantFrom('b.one', 'n.one', 'd.one', 't.one', 'w.level', '"A1"', '5', '@"2023-01-01"', '@"P1M"', 'and', 'or', 'not(', ')', '(', '[', ']', ',', 'in', 'between', '=', '<', '+', '-', '..', 'parameters.numbers', 'known(', 'given(', 'full years(', 'true', 'null', '{', 'x: 1', 'for', 'if', '"', '\\')
    fc.assert(fc.property(fc.array(words, { maxLength: 8 }), parts => {
      try {
        compileTest(parseCondition(parts.join(' '), testScope()))
      } catch (error) {
        expect(error).toBeInstanceOf(RuleError)
      }
    }), { numRuns: 3000, examples: [[['"', '\\', '"']]] })
  })
})
