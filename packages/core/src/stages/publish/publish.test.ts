import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedIncidentSchema } from '../../contract/published-incident.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import { sampleDossier, sampleIncident } from '../../testing/sample-dossier.ts'
import { csvLine, guarded, joinList, splitList, unguarded } from './csv.ts'
import { INCIDENT_COLUMNS, incidentsCsv } from './incidents-csv.ts'
import { incidentFeature, incidentsGeojson } from './incidents-geojson.ts'
import { incidentsJson } from './incidents-json.ts'
import { maskerOf, maskSpans } from './mask-names.ts'
import { publishIncident, WITHHELD } from './publish-incident.ts'

const NAME = 'Lamis Dorvan'
const namesIn = ({ text }: DocumentText): readonly Span[] => {
  const start = text.content.indexOf(NAME)
  return start < 0 ? [] : [{ start, end: start + NAME.length }]
}
const masked = publishIncident(sampleDossier(), { withNames: false, namesIn })
const named = publishIncident(sampleDossier(), { withNames: true, namesIn })
const rollup = { ...masked, id: 'ZR-2', kind: 'rollup' as const }

const all = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

describe('publishIncident', () => {
  test('makes a record of the published shape', () => {
    expect(publishedIncidentSchema.parse(masked)).toEqual(masked)
    expect(publishedIncidentSchema.parse(named)).toEqual(named)
  })

  test('lets no name of a person out unless asked: not in quotes, actors, checks or sources', () => {
    expect(JSON.stringify(masked)).not.toContain('Dorvan')
    expect(masked.quotes[0]?.text).toBe(
      'Eight people, two of them children, were killed, [name] of the civil defence said.',
    )
    expect(masked.actors).toEqual(['[name]’s men'])
    expect(masked.checks[1]?.text).toBe('[name] says 8, the town hospital says 9')
    expect(masked.sources).toEqual([
      { type: 'civil_defence', claims: 1 },
      { type: 'hospital', claims: 1 },
    ])
  })

  test('keeps who decided, and why, in the house', () => {
    const dossier = sampleDossier()
    const [check, ...checks] = dossier.incident.checks
    if (check === undefined) throw new Error('the sample has checks')
    const review = {
      decision: 'dismissed',
      review: 'r',
      by: 'Coder One',
      reason: 'Coder Two rang',
      at: '2024-03-16',
    } as const
    const incident = { ...dossier.incident, checks: [{ ...check, review: review as never }, ...checks] }
    const out = (withNames: boolean) =>
      JSON.stringify(publishIncident({ ...dossier, incident }, { withNames, namesIn }))
    expect(out(false)).not.toMatch(/Coder (One|Two)/)
    expect(out(true)).toMatch(/Coder One.*Coder Two/)
  })

  test('withholds quotes in which nobody can tell names from other words', () => {
    const blind = publishIncident(sampleDossier(), { withNames: false, namesIn: () => null })
    expect(blind.quotes.map(({ text }) => text)).toEqual([WITHHELD, WITHHELD, WITHHELD])
  })

  test('with names leaves everything as it stands', () => {
    expect(named.quotes[0]?.text).toContain(NAME)
    expect(named.actors).toEqual(['Lamis Dorvan’s men'])
    expect(named.sources[0]).toEqual({ type: 'civil_defence', claims: 1, names: [NAME] })
  })
})

describe('masks', () => {
  test.each([
    ['Ana and Bo Kel fled', [{ start: 0, end: 3 }], '[name] and Bo Kel fled'],
    [
      'Ana and Bo Kel fled',
      [
        { start: 8, end: 14 },
        { start: 0, end: 3 },
      ],
      '[name] and [name] fled',
    ],
    [
      'Ana Bo fled',
      [
        { start: 0, end: 6 },
        { start: 4, end: 6 },
      ],
      '[name] fled',
    ],
    ['nobody', [], 'nobody'],
  ])('%j', (content, names, wanted) => {
    expect(maskSpans(content, { start: 0, end: content.length }, names)).toBe(wanted)
  })

  test('a name that begins before the window or ends after it is masked too', () => {
    const content = 'Ana Bo fled with Kel Ru'
    const names = [
      { start: 0, end: 6 },
      { start: 17, end: 23 },
    ]
    expect(maskSpans(content, { start: 4, end: 20 }, names)).toBe('[name] fled with [name]')
  })

  test('keep every character outside the names and none inside, wherever the names lie', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{40}$/), spans, (content, starts) => {
        const names = starts.map(([start, length]) => ({ start, end: Math.min(40, start + length) }))
        const kept = [...content].filter((_, i) => !names.some(({ start, end }) => start <= i && i < end)).join('')
        const out = maskSpans(content, { start: 0, end: 40 }, names)
        expect(out.replaceAll('[name]', '')).toBe(kept)
      }),
    )
  })

  test('of known names fit whole words only, the longest first, in any script', () => {
    const mask = maskerOf(['Ana', 'Ana Kel', 'آنا'])
    expect(mask('Ana Kel and Ana left Anapa')).toBe('[name] and [name] left Anapa')
    expect(mask('قالت آنا')).toBe('قالت [name]')
    expect(maskerOf([])('Ana')).toBe('Ana')
    // As files join them, and in any case: only names of several words, for one word may be any.
    expect(mask('ana-kel_testimony.txt, ANA KEL, ana.txt')).toBe('[name]_testimony.txt, [name], ana.txt')
  })
})

describe('CSV', () => {
  test('disarms whatever a spreadsheet could run, and gives the text back', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', "'=1"]) {
      expect(guarded(text)).toBe(`'${text}`)
      expect(unguarded(guarded(text))).toBe(text)
    }
    expect(guarded("'tis")).toBe("'tis")
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(unguarded(guarded(text))).toBe(text)
      }),
    )
  })

  test('lists come back item by item, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (items) => {
        if (items.length === 1 && items[0] === '') return
        expect(splitList(joinList(items))).toEqual(items)
      }),
    )
    expect(splitList('')).toEqual([])
  })

  test('any cells come back through a CSV reader', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = parse(csvLine(cells)) as string[][]
        expect(row?.map(unguarded)).toEqual(cells)
      }),
    )
  })

  test('has one row an incident under a header, all of it readable again', async () => {
    const text = await all(incidentsCsv([masked, rollup]))
    const rows = parse(text, { columns: true }) as Record<string, string>[]
    expect(Object.keys(rows[0] ?? {})).toEqual(INCIDENT_COLUMNS.map(({ name }) => name))
    expect(rows[0]).toMatchObject({
      id: 'ZR-1',
      kind: 'incident',
      date_from: '2024-03-12',
      latitude: '-49.25',
      place_precision: '1',
      killed_low: '8',
      killed_high: '9',
      killed_best: '8',
      injured_low: '',
      children_low: '2',
      origins: '2',
      documents: 'a.txt; b.txt; c.txt',
      unit: 'people as reported, not verified',
    })
    expect(rows[1]?.kind).toBe('rollup')
    expect(splitList(unguarded(rows[0]?.quotes ?? ''))).toHaveLength(3)
  })

  test('every column says what it holds, under a name of its own', () => {
    expect(new Set(INCIDENT_COLUMNS.map(({ name }) => name)).size).toBe(INCIDENT_COLUMNS.length)
    for (const { name, about } of INCIDENT_COLUMNS) expect(about, name).not.toBe('')
  })
})

describe('JSON', () => {
  test('keeps roll-ups apart from the incidents they sum', async () => {
    const parsed = JSON.parse(await all(incidentsJson([rollup, masked])))
    expect(parsed.incidents).toEqual([masked])
    expect(parsed.rollups).toEqual([rollup])
    expect(parsed.about).toMatch(/ranges of what reports say/)
  })

  test('of nothing is an object with empty lists', async () => {
    expect(JSON.parse(await all(incidentsJson([])))).toMatchObject({ incidents: [], rollups: [] })
  })
})

describe('GeoJSON', () => {
  const at = (precision: 1 | 4) => {
    const place = sampleIncident('x').place
    return publishIncident(
      {
        ...sampleDossier(),
        incident: sampleIncident('ZR-7', { place: place && { ...place, precision, radius: 90_000 } }),
      },
      { withNames: false, namesIn },
    )
  }

  test('has longitude first, and the precision and radius of each point', async () => {
    const parsed = JSON.parse(await all(incidentsGeojson([masked])))
    expect(parsed).toMatchObject({ type: 'FeatureCollection', features: [{ type: 'Feature', id: 'ZR-1' }] })
    expect(parsed.features[0].geometry).toEqual({ type: 'Point', coordinates: [-123.5, -49.25] })
    expect(parsed.features[0].properties).toMatchObject({ point: 'place', precision: 1, radius: 1500 })
  })

  test('says so where a point only stands for an area', () => {
    expect(incidentFeature(at(4)).properties).toMatchObject({
      point: 'middle of an area',
      precision: 4,
      radius: 90_000,
    })
  })

  test('gives no point to what was not located', () => {
    const lost = publishIncident(
      { ...sampleDossier(), incident: sampleIncident('ZR-8', { place: null }) },
      { withNames: false, namesIn },
    )
    expect(incidentFeature(lost)).toMatchObject({ geometry: null, properties: { point: 'none', precision: null } })
  })
})
