import { describe, expect, test } from 'vitest'
import type { Document } from '../../model/document.ts'
import type { RawItem } from '../../pipeline/layers.ts'
import { testContext } from '../../testing/context.ts'
import { readShared, sharedIsThere } from '../../testing/shared.ts'
import { ingest } from '../ingest/ingest.ts'
import { normalise } from './normalise.ts'

const context = testContext('2026-01-01')
const run = (fields: Readonly<Record<string, string>>) => {
  const raw: RawItem = {
    name: 'a.json',
    bytes: new TextEncoder().encode(JSON.stringify(fields)),
    mediaType: null,
    url: null,
  }
  const { documents, readings } = normalise.run({ documents: ingest.run({ raw: [raw] }, context).documents }, context)
  const [one] = documents
  if (one === undefined) throw new Error('no document')
  return { ...one, reading: readings.get(one.document.id) }
}
const codes = (document: Document): string[] => document.warnings.map(({ code }) => code)

describe('dates', () => {
  const body = 'Five people died in Rasmun on Tuesday.'
  test.each([
    ['metadata alone', { published: '2020-01-21', text: body }, '2020-01-21', 'metadata', null, []],
    ['the text alone', { text: `Published 21 January 2020\n\n${body}` }, '2020-01-21', 'text', null, []],
    [
      'both agree',
      { published: '2020-01-20', text: `Published 21 January 2020\n\n${body}` },
      '2020-01-21',
      'text',
      null,
      [],
    ],
    [
      'they differ by more than a few days',
      { published: '2020-03-02', text: `Published 21 January 2020\n\n${body}` },
      '2020-01-21',
      'text',
      null,
      ['dates_differ'],
    ],
    [
      'the text names days that fit its metadata only',
      { published: '2020-01-24', text: `Published 20 January 2020\n\n${body} Two more died on Wednesday.` },
      '2020-01-24',
      'metadata',
      null,
      ['dates_differ'],
    ],
    [
      'the days that it names have dates of their own',
      { published: '2020-01-24', text: 'Published 20 January 2020\n\nFive people died on Tuesday, 14 January 2020.' },
      '2020-01-20',
      'text',
      null,
      ['dates_differ'],
    ],
    [
      'a day of change alone',
      { text: `${body}\n\nLast updated on 22 January 2020` },
      '2020-01-22',
      'text',
      '2020-01-22',
      ['updated_only'],
    ],
    [
      'a later day of change',
      { published: '2020-01-21', text: `${body}\n\nLast updated on 22 January 2020` },
      '2020-01-21',
      'metadata',
      '2020-01-22',
      [],
    ],
    [
      'published after its last change',
      { published: '2020-02-21', text: `${body}\n\nLast updated on 22 January 2020` },
      '2020-01-22',
      'text',
      '2020-01-22',
      ['dates_differ'],
    ],
    [
      "a picture's day",
      { text: `People look at a crater in Rasmun on January 21, 2020. (AFP)\n\n${body}` },
      '2020-01-21',
      'text',
      null,
      ['caption_date_only'],
    ],
    ['nothing', { text: body }, null, null, null, ['undated']],
    [
      'a text from the future',
      { text: `Published 21 January 2030\n\n${body}` },
      null,
      null,
      null,
      ['undated', 'future_date'],
    ],
    [
      'metadata from the future',
      { published: '2030-01-21', text: body },
      '2030-01-21',
      'metadata',
      null,
      ['future_date'],
    ],
  ])('%s', (_name, fields, published, publishedFrom, updated, warnings) => {
    const { document } = run(fields)
    expect(document).toMatchObject({ published, publishedFrom, updated })
    expect(codes(document)).toEqual(warnings)
  })

  test('the warning says which day is used', () => {
    const { document } = run({ published: '2020-03-02', text: `Published 21 January 2020\n\n${body}` })
    expect(document.warnings[0]?.text).toContain("2020-03-02, the text itself says 2020-01-21: the text's day is used")
  })

  test('the id of a document does not depend on what its zones say', () => {
    const raw = { doc: 'a', text: `Published 21 January 2020\n\n${body}` }
    const [ingested] = ingest.run(
      { raw: [{ name: 'a.json', bytes: new TextEncoder().encode(JSON.stringify(raw)), mediaType: null, url: null }] },
      context,
    ).documents
    expect(run(raw).document.id).toBe(ingested?.document.id)
  })
})

test('title and agency are read, and never over those that the source gave', () => {
  const text = 'Shells fall on Rasmun\n\nRASMUN (Reuters) - Five people died.\n\n(With AFP)'
  expect(run({ text }).document).toMatchObject({ title: 'Shells fall on Rasmun', agency: 'Reuters, AFP' })
  expect(run({ text, title: 'Given', agency: 'SANA' }).document).toMatchObject({ title: 'Given', agency: 'SANA' })
  expect(run({ text: 'Five people died.\n\nSource: The Bell and agencies' }).document.agency).toBeNull()
})

test.each([
  ['RASMUN, Zarland, May 3 (Orsa Wire) - Five people died.', 'Orsa Wire'],
  ['Five people died in Rasmun.\n\nSource: Orsa Wire', 'Orsa Wire'],
  ['RASMUN (Zarland) - Five people died.', null],
  ['Five people died in Rasmun.\n\nSource: The Bell', null],
])('whom a report credits: %j', (text, agency) => {
  expect(run({ outlet: 'The Bell', text }).document.agency).toBe(agency)
})

describe('languages', () => {
  test.each([
    ['en', 'At least five people were killed in the town on Tuesday, residents said.', []],
    ['ar', 'قتل خمسة مدنيين على الأقل في البلدة يوم الثلاثاء، حسبما قال السكان.', []],
    ['fa', 'دست کم پنج غیرنظامی روز سه‌شنبه در شهر کشته شدند، ساکنان گفتند.', ['not_coded']],
    ['ku', 'لانیکەم پێنج کەسی مەدەنی لە شارۆچکەکە کوژران، دانیشتووان وتیان.', ['not_coded']],
    ['ur', 'شہر میں منگل کو کم از کم پانچ شہری ہلاک ہوئے، رہائشیوں نے کہا۔', ['not_coded']],
    ['fr', 'Au moins cinq personnes ont été tuées dans la ville mardi, selon des habitants.', ['not_coded']],
    ['ru', 'По меньшей мере пять человек погибли в городе во вторник, сообщили жители.', ['not_coded']],
  ])('%s', (language, text, warnings) => {
    const { document, reading } = run({ published: '2020-01-21', text })
    expect(document.language).toBe(language)
    expect(codes(document)).toEqual(warnings)
    expect(reading?.sentences).toHaveLength(1)
  })

  test('says which language is not coded, and reads it all the same', () => {
    const { document, reading } = run({ text: 'Cinq civils ont été tués au village. Trois autres ont été blessés.' })
    expect(document.warnings[0]?.text).toMatch(/^French is detected but not yet coded/)
    expect(reading?.sentences).toHaveLength(2)
  })
})

test('no sentence goes on over the edge of a zone', () => {
  const { document, text, reading } = run({ text: 'date 2020-01-21 Five people died in Rasmun.\n\nTwo fled.' })
  expect(document.zones.map(({ kind }) => kind)).toEqual(['date_line'])
  expect(reading?.sentences.map((s) => text.content.slice(s.start, s.end))).toEqual([
    'date 2020-01-21',
    'Five people died in Rasmun.',
    'Two fled.',
  ])
  expect(reading?.sentences.map((s) => s.paragraph)).toEqual([0, 0, 1])
})

const seedText = (name: string): string => (sharedIsThere ? readShared(`seeds/${name}.txt`) : '')

describe.skipIf(!sharedIsThere)('the five first articles', () => {
  const names = [
    '000_f0244fb328ef972b',
    '001_c7c414955f2a24e7',
    '002_17ce5d0f999f3ffb',
    '003_d3f0efe38ea8efce',
    '004_74672ad8110ad125',
  ]
  const raw = names.map((name) => ({
    name: `${name}.txt`,
    bytes: new TextEncoder().encode(seedText(name)),
    mediaType: null,
    url: null,
  }))
  const { documents } = normalise.run({ documents: ingest.run({ raw }, context).documents }, context)

  test.each([
    ['000', '2020-01-21', ['date_line', 'subheading']],
    ['001', '2020-03-03', ['updated_line', 'clutter']],
    ['002', '2019-12-18', ['date_line', 'caption', 'subheading']],
    ['003', '2020-01-21', ['caption', 'caption', 'subheading', 'subheading', 'subheading', 'credit']],
    ['004', '2020-01-21', ['date_line', 'subheading', 'subheading']],
  ])('%s', (prefix, published, kinds) => {
    const one = documents.find(({ document }) => document.doc.startsWith(prefix))
    expect(one?.document).toMatchObject({ published, language: 'en' })
    expect(one?.document.zones.map(({ kind }) => kind)).toEqual(kinds)
  })
})
