import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { tagLine } from './tagger.ts'

interface Core {
  readonly features: { readonly lexeme: { readonly list: string[]; readonly hash: Record<string, number> } }
}

const core = (model as unknown as { core(): Core }).core()
const nlp = winkNLP({ ...model, core: (() => core) as unknown as typeof model.core }, ['sbd', 'pos'])
const { lexeme } = core.features
let known = lexeme.list.length

/** A line as wink-nlp itself reads it, as if it were the first it ever read. */
const byWink = (line: string) => {
  const doc = nlp.readDoc(line)
  const words = doc.tokens().out(nlp.its.value)
  const tags = doc.tokens().out(nlp.its.pos)
  const spans = doc.sentences().out(nlp.its.span) as unknown as [number, number][]
  for (; known < lexeme.list.length; known++) delete lexeme.hash[lexeme.list[known] ?? '']
  return { words, tags, starts: spans.map(([first]) => first) }
}

const byUs = (line: string) => {
  const { words, tags, opens } = tagLine(line)
  return {
    words: words.map(({ form }) => form.text),
    tags,
    starts: words.flatMap((_, i) => (opens[i] === 1 ? [i] : [])),
  }
}

const EXAMPLES = new URL('../../../../examples/reports/', import.meta.url)
const lines = readdirSync(EXAMPLES)
  .filter((name) => /\.(txt|md)$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, EXAMPLES), 'utf8').split(/\r?\n/))
  .map((line) => line.replace(/\s+/g, ' ').trim())
  .filter((line) => line !== '')

test('tags the examples as wink does', () => {
  expect(lines.length).toBeGreaterThan(100)
  for (const line of lines) expect(byUs(line)).toEqual(byWink(line))
})

test('tags any line of words and odd stretches as wink does', () => {
  const words = [...new Set(lines.flatMap((line) => line.split(' ')))]
  const odd =
    "can't won't U.S. U.S.-led Gen. a.m. (two) “Five [sic] e.g., $3m US$5 USD 12,000 1.3 3-4 10-year-old 5pm 12th 1990s #tag @name a@b.org https://example.org/x?y=1 :-) ... -- – — ; ! ? … .) \".\" x. No. 5 Qarhis's the-Barzeq don’t Ünal 🙂 % & Mr Dr. J. K. and/or he'll they've Zarqun-based 'quoted' l'État".split(
      ' ',
    )
  const line = fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...odd)), {
      minLength: 1,
      maxLength: 20,
    })
    // what wink met earlier in a line it cuts otherwise; here a stretch is cut by itself
    .map((stretches) => [...new Set(stretches)].join(' '))
  const same = fc.property(line, (text) => {
    expect(byUs(text)).toEqual(byWink(text))
  })
  fc.assert(same, { numRuns: 2000 })
})

test('a stretch reads the same whatever stood before it', () => {
  const alone = byUs("the world's U.S. treasury")
  byUs("(the world's, U.S.-led, USD$5")
  expect(byUs("the world's U.S. treasury")).toEqual(alone)
})
