import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import { toDocumentRecord } from '@sijil/core/contract/document-record.js'
import { toIncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import {
  sampleClaim,
  sampleDocument,
  sampleDossier,
  sampleFigure,
  sampleFigures,
  sampleIncident,
} from '@sijil/core/testing/sample-dossier.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsTable } from './claims-table.ts'
import { documentsTable } from './documents-table.ts'
import { markedLines } from './evidence.ts'
import { incidentPage } from './incident-page.ts'
import { incidentsTable } from './incidents-table.ts'
import type { Look } from './look.ts'
import { originLetter } from './origin-letter.ts'
import { paintFor } from './paint.ts'
import { printable } from './printable.ts'
import { tableLines } from './table.ts'
import { tollsTable } from './tolls-table.ts'
import { count, dayWords, figureWords, placeWords, rangeWords, statedWords } from './words.ts'
import { pad, widthOf, wrap } from './wrap.ts'

const plain = (width: number): Look => ({ width, paint: paintFor(false) })
const colour = (width: number): Look => ({ width, paint: paintFor(true) })
const dossier = sampleDossier()
const detail = toIncidentDetail(dossier)
const names = new Map(dossier.documents.map(({ document }) => [document.id, document.doc]))
const incident = toIncidentRecord(dossier.incident, names)
const rollups = dossier.rollups.map((rollup) => toIncidentRecord(rollup, names))

/** The lines of the block that begins with a heading, up to the next blank line. */
const block = (page: string, heading: string): readonly string[] => {
  const lines = page.split('\n')
  const from = lines.indexOf(heading)
  const to = lines.indexOf('', from)
  return from < 0 ? [] : lines.slice(from + 1, to < 0 ? undefined : to)
}

describe('words', () => {
  test.each([
    [{ low: 9, high: 9 }, '9'],
    [{ low: 8, high: 9 }, '8–9'],
    [{ low: 12, high: null }, '12+'],
    [{ low: null, high: 12 }, '≤ 12'],
    [{ low: 0, high: 1300 }, '0–1,300'],
    [{ low: null, high: null }, '·'],
  ])('a range %j reads %s', (range, words) => {
    expect(rangeWords(range)).toBe(words)
  })

  test('a best estimate stands behind its range only where it says more', () => {
    const none = { low: null, high: null }
    const split = { civilians: none, combatants: none, unknown: none }
    expect(figureWords({ low: 8, high: 9, best: 8, ...split }, true)).toBe('8–9 (8)')
    expect(figureWords({ low: 9, high: 9, best: 9, ...split }, true)).toBe('9')
    expect(figureWords({ low: null, high: null, best: null, ...split }, true)).toBe('?')
    expect(figureWords({ low: null, high: null, best: null, ...split }, false)).toBe('·')
  })

  test.each([
    ['2024-03-12', '2024-03-12', '2024-03-12'],
    ['2024-03-12', '2024-03-13', '2024-03-12 to 13'],
    ['2024-03-12', '2024-04-02', '2024-03-12 to 04-02'],
    ['2023-12-31', '2024-01-01', '2023-12-31 to 2024-01-01'],
    [null, '2024-03-13', 'by 2024-03-13'],
    ['2024-03-13', null, 'from 2024-03-13'],
    [null, null, 'unknown'],
  ])('%s to %s reads %s', (from, to, words) => {
    expect(dayWords(from, to)).toBe(words)
  })

  test.each([
    [1, 'Sarmuk', 'Sarmuq', 'Sarmuk (= Sarmuq)'],
    [1, 'Sarmuq', 'Sarmuq', 'Sarmuq'],
    [2, 'Wadi Temsil', 'Temsil', 'Wadi Temsil, near Temsil'],
    [4, 'Kel Ru', 'Nahrassa Province', 'Kel Ru, in Nahrassa Province'],
    [4, 'Nahrassa Province', 'Nahrassa Province', 'in Nahrassa Province'],
    [5, 'the northern plains', 'Zarimand', 'the northern plains (vague, Zarimand)'],
    [5, null, 'Zarimand', 'around Zarimand'],
    [6, null, 'Zarimand', 'in Zarimand'],
    [7, 'the strait', 'Halsaq', 'the strait, off Halsaq'],
    [null, 'Kel Ru', null, 'Kel Ru (not located)'],
    [null, null, null, 'place not told'],
  ])('a place of precision %s says how exactly it is known', (precision, text, name, words) => {
    expect(placeWords({ ...incident.place, precision, text, name })).toBe(words)
  })

  test('numbers have their thousands apart', () => {
    expect([0, 999, 1000, 350_000, 1_300_000].map(count)).toEqual(['0', '999', '1,000', '350,000', '1,300,000'])
  })

  test.each([
    [{ low: 12, high: null, hedge: 'at_least' }, 'at least 12'],
    [{ low: 13, high: null, hedge: 'more_than' }, 'more than 12'],
    [{ low: 0, high: 12, hedge: 'at_most' }, 'up to 12'],
    [{ low: null, high: 12, hedge: 'almost' }, 'nearly 12'],
    [{ low: 12, high: 12, hedge: 'about' }, 'about 12'],
    [{ low: 10, high: 12, hedge: 'range' }, '10–12'],
    [{ low: null, high: null, hedge: 'vague', vague: 'dozens' }, '“dozens”'],
    [{ low: 2, high: 2, hedge: 'exact', each: true }, '2 each'],
    [{ low: 50, high: 50, hedge: 'exact', unit: 'family' }, '50 families'],
  ] as const)('a claim of %j reads %s', (count, words) => {
    const [base] = detail.evidence
    if (base === undefined || !('metric' in base.claim)) throw new RangeError('the sample has a count')
    expect(statedWords({ ...base.claim, ...count })).toBe(words)
  })

  test('origins are lettered A to Z, AA, AB', () => {
    expect([0, 25, 26, 27, 701, 702].map(originLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
  })
})

describe('lines', () => {
  test('are as wide as they look: Arabic marks take no room, East Asian letters two columns', () => {
    expect(widthOf('كَفْر')).toBe(3)
    expect(widthOf('カフル')).toBe(6)
    expect(pad('カ', 4)).toBe('カ  ')
    expect(pad('9', 3, 'right')).toBe('  9')
  })

  test('never pass the width, whatever the text, and lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const shown = printable(text)
        const lines = wrap(shown, width)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/\s/g, '')).toBe(shown.replace(/\s/g, ''))
      }),
    )
  })

  test('of others cannot write over the terminal or turn its direction', () => {
    expect(printable('a\u001b[31mb\rc\nd\u202ee')).toBe('a [31mb c de')
  })
})

describe('a table', () => {
  const columns = [
    { head: 'name', cell: (row: readonly string[]) => row[0] ?? '', least: 6 },
    { head: 'n', cell: (row: readonly string[]) => row[1] ?? '', align: 'right' as const },
    { head: 'empty', cell: () => '' },
  ]
  const same = (text: string) => text

  test('leaves out empty columns and lines the others up', () => {
    expect(
      tableLines(
        columns,
        [
          ['Kel', '9'],
          ['Sarmuq', '12'],
        ],
        { width: 40, paintHead: same },
      ),
    ).toEqual(['name     n', 'Kel      9', 'Sarmuq  12'])
  })

  test('breaks long cells onto further lines instead of cutting them off', () => {
    const lines = tableLines(columns, [['Upper Kel Ru', '9']], { width: 11, paintHead: same })
    expect(lines).toEqual(['name      n', 'Upper     9', 'Kel Ru'])
  })

  test('keeps right-to-left cells from turning their neighbours around', () => {
    expect(tableLines(columns, [['سرمق', '9']], { width: 40, paintHead: same })[1]).toBe('\u2068سرمق\u2069  9')
  })

  test('fits the width as long as every column has its least', () => {
    const word = fc.stringMatching(/^[a-z ]{0,40}$/)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.stringMatching(/^\d{0,4}$/))),
        fc.integer({ min: 14, max: 60 }),
        (rows, width) => {
          for (const line of tableLines(columns, rows, { width, paintHead: same }))
            expect(widthOf(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('the table of incidents', () => {
  const table = incidentsTable([...rollups, incident], plain(200))
  const lines = table.split('\n')

  test('has a row an incident: code, date, place, ranges, documents / origins, the checks below it', () => {
    expect(lines[0]).toMatch(
      /^code +in +date +place +killed +injured +children +means +said to have done it +documents \/ origins$/,
    )
    expect(lines[1]).toMatch(
      /^ZR-1 +R1 +2024-03-12 +Sarmuk \(= Sarmuq\) +8–9 \(8\) +· +2 +shelling +Lamis Dorvan’s men +3 \/ 2$/,
    )
  })

  test('keeps roll-ups in a table of their own, below, with the incidents they sum', () => {
    const heading = lines.findIndex((line) => line.startsWith('Roll-ups'))
    expect(heading).toBeGreaterThan(lines.findIndex((line) => line.startsWith('ZR-1')))
    expect(lines.slice(heading).join('\n')).toMatch(/R1 +ZR-2 .* 12\+.*\n +over ZR-1\n/)
  })

  test('tells below each incident every check', () => {
    expect(lines.slice(2, 4)).toEqual(['    ✓ 8 = 6 + 2', '    ✗ Lamis Dorvan says 8, the town hospital says 9'])
  })

  test('puts below the row what has no room beside it', () => {
    expect(incidentsTable([incident], plain(70))).toMatch(
      /\n {4}means: shelling · said to have done it: Lamis Dorvan’s men\n/,
    )
  })

  test('says what the numbers are', () => {
    expect(table).toMatch(/1 incident and 1 roll-up\. Numbers are ranges of what reports say/)
  })

  test('fits a terminal of 100 columns, down to the last line', () => {
    for (const line of incidentsTable([...rollups, incident], plain(100)).split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(100)
  })

  test('has colours only where they are wanted', () => {
    expect(table).not.toContain('\u001b[')
    expect(incidentsTable([incident], colour(200))).toContain('\u001b[1m')
  })

  test('names harm for which it has no column, and says what to type when there is nothing', () => {
    const figures = {
      missing: sampleFigures(sampleFigure(3, 3, 3)),
      displaced: sampleFigures(sampleFigure(null, null, null)),
    }
    const other = toIncidentRecord(sampleIncident('ZR-9', { figures }), names)
    expect(incidentsTable([other], plain(160))).toContain('3 missing, ? displaced')
    expect(incidentsTable([], plain(80))).toContain('sijil ingest')
  })
})

describe('the page of an incident', () => {
  const page = incidentPage(detail, plain(100))

  test('begins with code, place and day, the grade with its meaning, and what the numbers are', () => {
    const lines = page.split('\n')
    expect(lines[0]).toBe('ZR-1 · Sarmuk (= Sarmuq) · 2024-03-12')
    expect(lines[1]).toMatch(/^fair: two or more independent origins/)
    expect(page).toContain('not of deaths that Sijil has verified')
  })

  test('leads from each bound to the evidence that sets it', () => {
    const figures = block(page, 'Figures').join('\n')
    expect(figures).toMatch(/killed +8–9, best 8/)
    expect(figures).toContain('low by [1], high by [2], best by [1]')
    expect(figures).toMatch(/children killed +2, best 2/)
  })

  test('counts documents and origins apart and says which claims rest on whom', () => {
    const origins = block(page, 'On whose word').join('\n')
    expect(origins).toContain('3 documents, 2 independent origins')
    expect(origins).toContain('A  civil defence [1][3] in a.txt, c.txt')
  })

  test('quotes each claim in its sentence with the passage marked, and says where it stands', () => {
    expect(page).toContain('“⟦Nine people were killed⟧ in Sarmuk, the town hospital told reporters.”')
    expect(page).toContain('[2] b.txt · =Halsaq Herald · published 2024-03-14')
    expect(page).toContain('characters 0–23 · origin B')
    expect(page).toContain('says the town hospital [hospital]')
    expect(page).toContain('published 2024-03-15 · abridged from a.txt')
    expect(page.match(/repeats a\.txt/g)).toHaveLength(1)
  })

  test('tells the one new number of a copy from what it repeats', () => {
    const updated = { ...dossier, witnesses: new Map() }
    const [, , copied] = toIncidentDetail(updated).evidence
    expect(copied?.repeats).toBe(null)
    expect(incidentPage(toIncidentDetail(updated), plain(100))).toContain('new here, not in what it copies')
  })

  test('shows contradictions apart from checks, and the roll-up it belongs to', () => {
    expect(block(page, 'Contradictions').join('\n')).toContain('✗ Lamis Dorvan says 8, the town hospital says 9 [1][2]')
    expect(block(page, 'Checks')).toEqual(['  ✓ 8 = 6 + 2'])
    expect(block(page, 'Roll-ups').join('\n')).toMatch(/under ZR-2 · .* · killed 12\+/)
  })

  test.each([60, 80, 100])('fits %i columns', (width) => {
    for (const line of incidentPage(detail, plain(width)).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width)
  })

  test('underlines passages where there is colour, over line ends too', () => {
    const [first, second] = markedLines({ text: 'aa bb cc', start: 0, end: 8, mark: [3, 8] }, 7, (text) => `<${text}>`)
    expect([first, second]).toEqual(['“aa <bb>', '<cc>”'])
  })
})

describe('the other tables', () => {
  test('of claims say what, who, where and on whose word', () => {
    const claims = detail.evidence.map(({ claim }) => claim)
    const lines = claimsTable(claims, plain(200)).split('\n')
    expect(lines[1]).toMatch(
      /^a\.txt +30–77 +8 killed +civilian, 2 children +incident +2024-03-12 +shelling .*Lamis Dorvan +ZR-1$/,
    )
  })

  test('of documents say what copies what', () => {
    const [relation] = dossier.copies
    const copy = dossier.documents[2]
    if (relation === undefined || copy === undefined) throw new RangeError('the sample has a copy')
    const record = toDocumentRecord(copy.document, { claims: 1, copy: { relation, of: 'a.txt' } })
    expect(documentsTable([record], plain(160))).toMatch(
      /c\.txt +Zarimand Post +2024-03-15 +en +1 +abridged: 97 % in a\.txt/,
    )
    expect(documentsTable([], plain(80))).toContain('No documents')
  })

  test('of tolls say the period, the area, the source and why they count nowhere', () => {
    const report = sampleDocument('t.txt', 'More than 1,300 people have been killed since September.')
    const claim = sampleClaim(report, 'More than 1,300 people have been killed', null, {
      scope: 'cumulative',
      count: { low: 1301, high: null, hedge: 'more_than', vague: null, unit: 'person', each: false },
      time: { earliest: '2023-09-01', latest: '2024-03-13', precision: 5 },
    })
    const toll: ClaimRecord = toClaimRecord(claim, { doc: 't.txt' })
    const table = tollsTable([toll], plain(200))
    expect(table).toMatch(/more than 1,300 killed +cumulative +2023-09-01 to 2024-03-13 +not told +the outlet itself/)
    expect(table).toMatch(/never counted in an incident.*cumulative = a toll over a longer time/s)
    expect(tollsTable([], plain(80))).toContain('No tolls')
  })
})
