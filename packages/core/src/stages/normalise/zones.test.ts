import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZONE_KINDS } from '../../model/document.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { findZones } from './find-zones.ts'

const lexicon = loadLexicon('en')
const zonesOf = (content: string, title: string | null = null): [string, string][] =>
  findZones(content, [], title, lexicon).map((zone) => [zone.kind, content.slice(zone.start, zone.end)])

/** An example of the lexicon: the text without the brackets, and what stands between them. */
const readExample = (example: string): { content: string; zone: string } => {
  const zone = /\[(.*)\]/.exec(example)?.[1] ?? ''
  return { content: example.replace(/\[(.*)\]/, '$1'), zone }
}

describe('the examples of the lexicon', () => {
  for (const row of lexicon.table('zones')) {
    const examples = (row.matches ?? '')
      .split('¦')
      .map((example) => example.trim())
      .filter((example) => example !== '')
    for (const example of examples) {
      const places = (row.place ?? '').split(',')
      const { content, zone } = readExample(example)
      // A rule for whole lines has its line within a report.
      const report = zone === content && places.includes('line') ? `Shells fell on Rasmun.\n\n${content}` : content
      test(`${row.kind}: ${example}`, () => expect(zonesOf(report)).toContainEqual([row.kind, zone]))
    }
    for (const content of (row.not ?? '')
      .split('¦')
      .map((text) => text.trim())
      .filter((text) => text !== ''))
      test(`not ${row.kind}: ${content}`, () => {
        const report = `Shells fell on Rasmun.\n\n${content}`
        expect(zonesOf(content).map(([kind]) => kind)).not.toContain(row.kind)
        expect(zonesOf(report).map(([kind]) => kind)).not.toContain(row.kind)
      })
  }
  for (const row of lexicon.table('captions')) {
    const text = row.matches ?? ''
    const not = row.not ?? ''
    if (text !== '')
      test(`caption: ${text}`, () => expect(zonesOf(`${text}\n\nFive people died.`)).toContainEqual(['caption', text]))
    if (not !== '') test(`not caption: ${not}`, () => expect(zonesOf(`${not}\n\nFive people died.`)).toEqual([]))
  }
})

describe('a whole report', () => {
  test('with everything around it', () => {
    const report = [
      'Shells fall on Rasmun market',
      'Published: 21 January 2020, 18:00 GMT',
      'A woman walks past a crater in Rasmun.',
      'A woman walks past a crater in Rasmun. (Lena Marsh/AFP)',
      'SALLUM (AP) — Five people died in Rasmun on Tuesday.',
      'Calls for calm',
      'The governor called for calm. Nobody listened to him, and in the evening the shelling went on.',
      'Source: The Bell and agencies',
      'Last updated on 22 Jan 2020 7:00 am by Ivo Tann',
      'Discussion about this post',
    ]
    expect(zonesOf(report.join('\n\n'))).toEqual([
      ['headline', report[0]],
      ['date_line', report[1]],
      ['caption', report[2]],
      ['caption', report[3]],
      ['dateline', 'SALLUM (AP) —'],
      ['subheading', 'Calls for calm'],
      ['credit', report[7]],
      ['updated_line', report[8]],
      ['clutter', report[9]],
    ])
  })

  test('in one line, as scrapers leave it', () => {
    expect(
      zonesOf(
        'Shells fall on Rasmun\n\nSat 24 Aug 2013 at 2354 Shells fall on Rasmun. People inspect a crater in Rasmun (Reuters Photo) Five people died. --AFP',
      ),
    ).toEqual([
      ['headline', 'Shells fall on Rasmun'],
      ['date_line', 'Sat 24 Aug 2013 at 2354'],
      ['headline', 'Shells fall on Rasmun.'],
      ['caption', 'People inspect a crater in Rasmun (Reuters Photo)'],
      ['credit', '--AFP'],
    ])
  })

  test('with the names of its writers before the headline said again', () => {
    expect(
      zonesOf(
        'Shells fall on Rasmun\n\nPosted on April 19 2017 by Lena Marsh and Ivo Tann Shells fall on Rasmun Five people died.',
      ),
    ).toEqual([
      ['headline', 'Shells fall on Rasmun'],
      ['date_line', 'Posted on April 19 2017'],
      ['credit', 'by Lena Marsh and Ivo Tann'],
      ['headline', 'Shells fall on Rasmun'],
    ])
  })

  test.each([
    ['RASMUN – Five people died.', 'RASMUN –'],
    ['RASMUN, Zarimand, May 3 (Reuters) - Five people died.', 'RASMUN, Zarimand, May 3 (Reuters) -'],
    ['Rasmun — “Five people died,” he said.', 'Rasmun —'],
    ['(AFP) – Five people died.', '(AFP) –'],
    ['Five people died. RASMUN October 18 (RIA Novosti) - The army left.', 'RASMUN October 18 (RIA Novosti) -'],
  ])('has its dateline: %s', (content, dateline) => {
    expect(zonesOf(content)).toEqual([['dateline', dateline]])
  })

  test.each([
    'Five people died in Rasmun on Tuesday. Two more died in Sallum.',
    'Rasmun – which lies in the north – was hit. Five died.',
    'Five people died. The agency (Reuters) was told so by a doctor, who asked not to be named.',
    'On 21 January 2020 five people died. Two fled.',
    'It began on Jan. 12',
    'Twenty died. Of these, five were found on No. 5',
    'The WHO - which was there - said five died.',
  ])('has none: %s', (content) => {
    expect(zonesOf(content)).toEqual([])
  })

  test('a list of short lines has no subheadings', () => {
    expect(
      zonesOf('The dead are named here.\nAli Hale\nOmar Reed\nJon Vale\nSam Dunn').map(([kind]) => kind),
    ).not.toContain('subheading')
  })
})

test('zones are in order, within the text, never overlap, and take their time from the length alone', () => {
  const scraps = fc.constantFrom(
    'Published',
    '21 January 2020',
    'date',
    ' ',
    '\n',
    '(AFP)',
    '--',
    'Reuters',
    'Tags',
    'Read also',
    'RASMUN',
    '—',
    'Five died.',
    'photo',
    'updated',
    '12:30',
    'Source:',
    '(',
    'by',
    'Lena Marsh',
  )
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 40 }), fc.constantFrom('', ' ', '\n'), (parts, glue) => {
      const content = parts.join(glue)
      let at = 0
      for (const zone of findZones(content, [], null, lexicon)) {
        expect(ZONE_KINDS).toContain(zone.kind)
        expect(zone.start).toBeGreaterThanOrEqual(at)
        expect(zone.end).toBeGreaterThan(zone.start)
        at = zone.end
      }
      expect(at).toBeLessThanOrEqual(content.length)
    }),
    { numRuns: 500 },
  )
  for (const scrap of [
    '1 ',
    'A ',
    'A',
    '(',
    'RASMUN ',
    'Tags ',
    'date ',
    '2020-01-21 ',
    '. ',
    'Reporting by ',
    'Five died.\n',
    '\n',
  ])
    findZones(scrap.repeat(100_000 / scrap.length), [], null, lexicon)
})
