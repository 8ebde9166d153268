import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CopyRelation } from '../../model/copy.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import { testContext } from '../../testing/context.ts'
import { readShared, sharedIsThere } from '../../testing/shared.ts'
import { ingest } from '../ingest/ingest.ts'
import { normalise } from '../normalise/normalise.ts'
import { dedupe } from './dedupe.ts'
import { fingerprintOf } from './fingerprint.ts'

const context = testContext()
type Fields = Readonly<Record<string, string>>
const read = (...fields: readonly Fields[]): readonly DocumentText[] => {
  const bytes = new TextEncoder().encode(fields.map((one) => JSON.stringify(one)).join('\n'))
  const { documents } = ingest.run({ raw: [{ name: 'r.jsonl', bytes, mediaType: null, url: null }] }, context)
  return normalise.run({ documents }, context).documents
}
const run = (...fields: readonly Fields[]) => {
  const documents = read(...fields)
  const nameOf = (id: string): string => documents.find(({ document }) => document.id === id)?.document.doc ?? '?'
  const { copies, passages } = dedupe.run({ documents }, context)
  return {
    copies: copies.map((one: CopyRelation) => `${nameOf(one.document)} ${one.relation} ${nameOf(one.of)}`),
    whys: copies.map(({ why }) => why),
    passages: passages.map((one) => {
      const content = documents.find(({ document }) => document.id === one.document)?.text.content ?? ''
      return [nameOf(one.document), nameOf(one.of), content.slice(one.start, one.end)]
    }),
  }
}

const STORY = [
  'Government warplanes struck the market of Rasmun on Tuesday morning, killing at least nine shoppers, the civil defence said.',
  'Rescuers dug through the rubble of a bakery and three shops until nightfall, pulling out survivors with their bare hands.',
  'A doctor at the town clinic told reporters that most of the wounded had been hit by splinters of glass and metal.',
  'The army said it had struck a depot of the northern rebels and denied that any civilians had been harmed.',
  'Rasmun lies on the only paved road between the coast and the besieged highland districts further to the east.',
  'Talks between the two sides broke down in the spring after the governor refused to release forty prisoners.',
  'Aid groups say that the closing of the road has left families without flour, fuel and medicine for weeks.',
]
const OTHER = [
  'At least nine people died in Rasmun on Tuesday when bombs fell on its market, according to the civil defence.',
  'Witnesses described a first blast near the bread ovens followed by a second one minutes later beside the mosque.',
  'Umm Salim, who sells thread there, said she had left her stall to fetch water and came back to find it gone.',
  'The highland rebels called it a massacre; officials in the capital did not answer requests for comment.',
]
const text = (...sentences: readonly string[]): string => sentences.join(' ')

describe('kinds of copies', () => {
  const original = { doc: 'a', published: '2020-01-21', outlet: 'The Bell', text: text(...STORY) }
  test.each([
    ['identical', 'identical', text(...STORY)],
    [
      'identical but for a credit and a date',
      'identical',
      `Published 22 January 2020\n\n${text(...STORY)}\n\n(Reuters)`,
    ],
    ['reprint with a touch of editing', 'reprint', text(...STORY).replace('Tuesday morning', 'the morning of Tuesday')],
    ['abridged', 'abridged', text(...STORY.slice(0, 3))],
    ['expanded', 'expanded', text(...STORY, ...OTHER.slice(1))],
    ['quotes a passage', 'quotes', text(...OTHER, STORY[4] ?? '')],
    [
      'told again in other words',
      'reworded',
      text(
        'Government warplanes hit the market of Rasmun early on Tuesday and killed at least nine shoppers, civil defence officials said.',
        'Until nightfall rescuers were digging through the rubble of the bakery and three shops, pulling survivors out with bare hands.',
        'Most of the wounded were hit by splinters of metal and glass, a doctor at the clinic of the town told the reporters.',
        'The army denied that civilians were harmed and said that it struck a depot of the northern rebels.',
        'The only paved road between the coast and the besieged highland districts to the east runs through Rasmun.',
      ),
    ],
    [
      'told again with "no fewer than" in place of "at least"',
      'reworded',
      text(
        'No fewer than nine shoppers were killed by government warplanes that hit the market of Rasmun on Tuesday morning, the civil defence said.',
        'Until nightfall rescuers were digging through the rubble of the bakery and three shops, pulling survivors out with bare hands.',
        'Most of the wounded were hit by splinters of metal and glass, a doctor at the clinic of the town told the reporters.',
        'The army denied that civilians were harmed and said that it struck a depot of the northern rebels.',
        'The only paved road between the coast and the besieged highland districts to the east runs through Rasmun.',
      ),
    ],
  ])('%s', (_name, kind, copy) => {
    const { copies, whys } = run(original, { doc: 'b', published: '2020-01-23', outlet: 'The Horn', text: copy })
    expect(copies).toEqual([`b ${kind} a`])
    expect(whys[0]).not.toBe('')
  })

  test('two reports of one event by themselves share names and are not tied', () => {
    expect(
      run(original, { doc: 'b', published: '2020-01-21', outlet: 'The Horn', text: text(...OTHER) }).copies,
    ).toEqual([])
  })
})

describe('which is the copy', () => {
  const long = { doc: 'long', text: text(...STORY) }
  const short = { doc: 'short', text: text(...STORY.slice(0, 4)) }
  test.each([
    ['the later', { ...long, published: '2020-01-21' }, { ...short, published: '2020-01-22' }, 'short abridged long'],
    [
      'the later, longer one',
      { ...long, published: '2020-01-23' },
      { ...short, published: '2020-01-22' },
      'long expanded short',
    ],
    [
      'the cut one of the same day',
      { ...long, published: '2020-01-21' },
      { ...short, published: '2020-01-21' },
      'short abridged long',
    ],
    [
      'the one that credits the other',
      { ...long, published: '2020-01-21', outlet: 'The Horn', text: `${long.text}\n\n(Reuters)` },
      { ...long, doc: 'wire', published: '2020-01-22', outlet: 'Reuters' },
      'long identical wire',
    ],
    [
      'the one whose name comes last, where nothing tells',
      { ...long, doc: 'b' },
      { ...long, doc: 'a' },
      'b identical a',
    ],
  ])('%s', (_name, a, b, relation) => {
    expect(run(a, b).copies).toEqual([relation])
    expect(run(b, a).copies).toEqual([relation])
  })
})

test('an update that changes a toll is new for that number alone', () => {
  const update = [STORY[0]?.replace('at least nine', 'at least fourteen') ?? '', ...STORY.slice(1)]
  const { copies, passages } = run(
    { doc: 'a', published: '2020-01-21', text: text(...STORY) },
    { doc: 'b', published: '2020-01-22', text: text(...update) },
  )
  expect(copies).toEqual(['b reprint a'])
  expect(passages).toEqual([['b', 'a', text(...STORY.slice(1))]])
})

test('a round-up of two stories ties neither to the other', () => {
  const second = OTHER.map((sentence) => sentence.replaceAll('Rasmun', 'Sallum').replaceAll('nine', 'six'))
  const { copies, passages } = run(
    { doc: 'a', published: '2020-01-21', text: text(...STORY) },
    { doc: 'b', published: '2020-01-21', text: text(...second) },
    { doc: 'round-up', published: '2020-01-22', text: text(...STORY, ...second) },
  )
  expect(copies.filter((one) => !one.startsWith('round-up'))).toEqual([])
  expect(passages.map(([copy, of]) => [copy, of])).toEqual(
    expect.arrayContaining([
      ['round-up', 'a'],
      ['round-up', 'b'],
    ]),
  )
})

test('many reprints stand around the earliest like a star', () => {
  const prints = Array.from({ length: 30 }, (_, i) => ({
    doc: `d${String(i).padStart(2, '0')}`,
    published: `2020-01-${String(i + 1).padStart(2, '0')}`,
    text: text(...STORY),
  }))
  const { copies } = run(...prints)
  expect(copies).toEqual(prints.slice(1).map(({ doc }) => `${doc} identical d00`))
})

test('the order of arrival changes nothing', () => {
  const fields: readonly Fields[] = [
    { doc: 'a', published: '2020-01-21', text: text(...STORY) },
    { doc: 'b', published: '2020-01-22', text: text(...STORY.slice(0, 4)) },
    { doc: 'c', published: '2020-01-22', text: text(...OTHER, STORY[4] ?? '') },
    { doc: 'd', text: text(...STORY, ...OTHER) },
    { doc: 'e', published: '2020-01-20', text: text(...OTHER) },
  ]
  const documents = read(...fields)
  const sorted = (given: readonly DocumentText[]): string => {
    const { copies, passages } = dedupe.run({ documents: given }, context)
    return [...copies, ...passages]
      .map((one) => JSON.stringify(one))
      .sort()
      .join('\n')
  }
  const expected = sorted(documents)
  fc.assert(
    fc.property(fc.shuffledSubarray([...documents], { minLength: 5 }), (shuffled) => {
      expect(sorted(shuffled)).toBe(expected)
    }),
    { numRuns: 30 },
  )
})

describe('fingerprints', () => {
  test('are ascending safe integers, about one for every four words, the same for the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (content) => {
        const print = fingerprintOf(content)
        expect(
          print.every((hash, i) => Number.isSafeInteger(hash) && hash >= 0 && (i === 0 || hash > (print[i - 1] ?? 0))),
        ).toBe(true)
        expect(fingerprintOf(content.toUpperCase().toLowerCase())).toEqual(fingerprintOf(content.toLowerCase()))
      }),
    )
    const words = Array.from({ length: 3600 }, (_, i) => `w${(i * 7919) % 100_003}`).join(' ')
    expect(fingerprintOf(words).length).toBeGreaterThan(800)
    expect(fingerprintOf(words).length).toBeLessThan(1024)
    expect(fingerprintOf(`${words} and more`).filter((hash) => new Set(fingerprintOf(words)).has(hash)).length).toBe(
      fingerprintOf(words).length,
    )
  })

  test('of a text without end stay small', () => {
    const words = Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(' ')
    expect(fingerprintOf(words)).toHaveLength(1024)
  })
})

test('whatever the texts, passages lie within them', () => {
  const scraps = fc.constantFrom(...STORY, ...OTHER, '12 died', '\n', ' ', '…', 'قتل خمسة', '"', '.')
  const texts = fc.array(scraps, { minLength: 1, maxLength: 12 }).map((parts) => `x ${parts.join(' ')}`)
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), (all) => {
      const documents = read(...all.map((one, i) => ({ doc: `d${i}`, text: one })))
      const { copies, passages } = dedupe.run({ documents }, context)
      const length = new Map(documents.map(({ document, text: { content } }) => [document.id, content.length]))
      for (const one of passages) {
        expect(one.start).toBeLessThan(one.end)
        expect(one.end).toBeLessThanOrEqual(length.get(one.document) ?? -1)
      }
      for (const one of copies) expect(one.document).not.toBe(one.of)
    }),
    { numRuns: 150 },
  )
})

describe.skipIf(!sharedIsThere)('the five first articles', () => {
  const names = [
    '000_f0244fb328ef972b',
    '001_c7c414955f2a24e7',
    '002_17ce5d0f999f3ffb',
    '003_d3f0efe38ea8efce',
    '004_74672ad8110ad125',
  ]
  const found = sharedIsThere
    ? run(...names.map((name) => ({ doc: name.slice(0, 3), text: readShared(`seeds/${name}.txt`) })))
    : null

  test('004 is an abridged copy of 003; 000 shares passages with them and is no copy; 001 and 002 stand alone', () => {
    expect(found?.copies.filter((one) => !one.includes('quotes'))).toEqual(['004 abridged 003'])
    expect(found?.copies.filter((one) => one.includes('000'))).not.toEqual([])
    expect(found?.copies.filter((one) => one.includes('001') || one.includes('002'))).toEqual([])
    expect(found?.passages.filter(([copy, of]) => copy === '000' || of === '000').length).toBeGreaterThan(0)
  })
})
