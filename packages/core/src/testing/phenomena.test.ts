import { expect, test } from 'vitest'
import { loadPhenomena, parsePhenomenon } from './phenomena.ts'

const table = (claims: string): string => `# How it is told.\ntext\tclaims\tpublished\tabout\nA text.\t${claims}\n`
const claimsOf = (claims: string) => parsePhenomenon('t', table(claims)).lines[0]?.claims

test('reads numbers, open ends and vague words', () => {
  expect(
    claimsOf('killed 12 ; injured 12.. ; missing ..3 ; displaced 2..4 ; killed ~dozens')?.map(
      ({ what, low, high, vague }) => [what, low, high, vague],
    ),
  ).toEqual([
    ['killed', 12, 12, null],
    ['injured', 12, null, null],
    ['missing', null, 3, null],
    ['displaced', 2, 4, null],
    ['killed', null, null, 'dozens'],
  ])
})

test('reads slots, whose values may have spaces, and a day as both ends', () => {
  expect(claimsOf('killed 2 each places=Old Mill, Ford day=2024-03-12 sources=?A B')?.[0]?.slots).toEqual({
    each: 'yes',
    places: 'Old Mill, Ford',
    from: '2024-03-12',
    to: '2024-03-12',
    sources: '?A B',
  })
})

test('"none" is no claim, and what is no number is refused by file and text', () => {
  expect(claimsOf('none')).toEqual([])
  expect(() => claimsOf('killed twelve')).toThrow('t.tsv: A text.: no number')
})

test('the English suite holds at least 600 texts, each once', () => {
  const texts = loadPhenomena('en').flatMap(({ lines }) => lines.map(({ text }) => text))
  expect(texts.length).toBeGreaterThanOrEqual(600)
})
