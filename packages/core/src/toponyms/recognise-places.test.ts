import { describe, expect, it } from 'vitest'
import type { GazetteerEntry } from '../gazetteer/gazetteer.ts'
import { makeGazetteer } from '../gazetteer/make-gazetteer.ts'
import { loadLexicon } from '../testing/lexicons.ts'
import { readText } from '../text/reader.ts'
import { recognisePlaces } from './recognise-places.ts'

const lexicon = loadLexicon('en')

const entry = (
  name: string,
  kind: GazetteerEntry['kind'],
  population: number,
  level: number | null = null,
): GazetteerEntry => ({
  id: `test:${name}`,
  name,
  names: [],
  lat: 10,
  lon: 20,
  kind,
  country: 'XT',
  admin1: level === 0 ? null : 'Tarsk',
  population,
  pcode: null,
  level,
  radius: null,
})

/** An invented country with a province, a city and a town; no other name is known. */
const gazetteer = makeGazetteer('test', [
  entry('Ustria', 'country', 0, 0),
  entry('Tarsk', 'admin', 0, 1),
  entry('Tripoli', 'settlement', 300_000),
  entry('Teldo', 'settlement', 5000),
  entry('Un', 'settlement', 30_000),
  entry('Four', 'settlement', 900),
])

const placesIn = (content: string) => recognisePlaces(readText(content, 'en', lexicon), lexicon, gazetteer)
const textsIn = (content: string): readonly string[] => placesIn(content).map(({ text }) => text)

describe('the lines of the lexicon', () => {
  const rows = ['place-types', 'place-cues'].flatMap((table) => lexicon.table(table))
  const cases = rows.flatMap((row) => [
    ...(row.matches ? [{ word: row.word, sentence: row.matches, found: true }] : []),
    ...(row.not ? [{ word: row.word, sentence: row.not, found: false }] : []),
  ])

  it.each(cases)('$word: "$sentence" ($found)', ({ sentence, found }) => {
    const names = placesIn(sentence ?? '').map(({ name }) => name.replace(/^al-|^el-/, ''))
    const asked = /Tripoli/.test(sentence ?? '') ? 'Tripoli' : 'Orvane'
    expect(names.some((name) => `${name} `.startsWith(`${asked} `))).toBe(found)
  })
})

describe('directions', () => {
  it.each(lexicon.table('directions').map((row) => [row.matches ?? '', Number(row.bearing)] as const))(
    '%s: %d',
    (content, bearing) => expect(placesIn(content)[0]?.side?.bearing).toBe(bearing),
  )

  it.each([
    ['Two died in southern Tarsk.', { bearing: 180, from: 'in' }],
    ['Two died south of Teldo.', { bearing: 180, from: 'off' }],
    ['Two died in the south of Tarsk province.', { bearing: 180, from: 'in' }],
    ['Two died in the southern countryside of Tarsk.', { bearing: 180, from: 'around' }],
    ["Two died in Tarsk's eastern countryside.", { bearing: 90, from: 'around' }],
    ['Two died in Tarsk.', null],
    ['Two died in the southern city of Tripoli.', null],
  ] as const)('%s', (content, side) => expect(placesIn(content).at(-1)?.side).toEqual(side))
})

describe('recognisePlaces', () => {
  it.each([
    ['The village of Kafr Solan was shelled.', ['Kafr Solan']],
    ['Two died in Ostan and Vel, and one in al-Mirah.', ['Ostan', 'Vel', 'al-Mirah']],
    ['They took the Ostan, Vel and Tar Mirah villages.', ['Ostan', 'Vel', 'Tar Mirah']],
    ["A child died in Tarsk's Ostan village.", ['Tarsk', 'Ostan']],
    ['Shells fell in southern Tarsk.', ['southern Tarsk']],
    ['Fighting went on north of Teldo city.', ['north of Teldo city']],
    [
      'Fighting went on in the western countryside of the northern province of Tarsk.',
      ['western countryside of the northern province of Tarsk'],
    ],
    ['The northern city of Tripoli was hit.', ['Tripoli']],
    ['Jets hit rural opposition areas.', []],
    ['Eight died in rural opposition areas.', ['rural opposition areas']],
    ['Families camp near the Ustrian border.', ['Ustrian border']],
    ['Families camp near the Turkish border.', ['Turkish border']],
    ['A strike on Khan al-Solan killed two.', ['Khan al-Solan']],
    ['Bodies were brought to Teldo National Hospital.', ['Teldo National Hospital']],
    ['A bomb went off in Ustrias Tripoli.', ['Ustria', 'Tripoli']],
    ['In Tripoli rebel forces shelled a market.', ['Tripoli']],
    ['A bomb went off in Ustrias Tripoli Monitor.', ['Ustria', 'Tripoli']],
    ["A bomb went off in Ustria's rebel-held Teldo.", ['Ustria', 'Teldo']],
    ['It went off in Ustrias capital on Monday.', ['Ustria']],
    ['The Teldos were hit.', []],
    ['Two died in the al-Saa (clock) square.', ['al-Saa (clock) square']],
    ['Two died in Teldo Syrian state media reported.', ['Teldo']],
    ['They remember the Tripoli Massacre.', ['Tripoli']],
    ['Two died at Teldo Military Academy.', ['Teldo Military Academy']],
    ['Seven Militants Killed In Tripolis Military Academy After Heavy Clashes', ['Tripolis Military Academy']],
    ['The shelling of Tripoli local authorities said went on.', ['Tripoli']],
    ['The aid of QRCSs friends went on.', []],
  ])('%s', (content, expected) => {
    expect(textsIn(content)).toEqual(expected)
  })

  it.each([
    ['a medium', 'Tripoli Media Centre published the pictures.'],
    ['a government', 'Tripoli said it had no part in this.'],
    ['an army', 'The Tripoli army was blamed.'],
    ['a ministry', 'The Tripoli health ministry counted the dead.'],
    ['a person with a title', 'He spoke to General Orvane in private.'],
    ['a person with an age', 'Orvane, 71, lost his house.'],
    ['a person named in full elsewhere', 'Haled Orvane said so. They went to Orvane for help.'],
    ['a month', 'Three were killed in March.'],
    ['a weekday', 'Three were killed on Tuesday.'],
    ['a people', 'Three were killed by Syrian shells.'],
    ['a group', 'Islamic Front fighters killed three.'],
  ])('leaves %s alone: %s', (_, content) => {
    expect(textsIn(content)).toEqual([])
  })

  it.each([
    ['Guns shelled Ostan Tarsk on Monday.', ['Ostan Tarsk']],
    ["Guns shelled Ostan Tarsk's house on Monday.", []],
    ['Guns attacked Ostan Tarsk on Monday.', []],
    ['They dropped barrel bombs on Ostan Tarsk.', ['Ostan Tarsk']],
    ['They dropped blankets on Ostan Tarsk.', []],
  ])('knows what is bombarded, whatever its name: %s', (content, places) => {
    expect(textsIn(content)).toEqual(places)
  })

  it('knows no capital from another in a headline, and goes by the gazetteer', () => {
    expect(textsIn('Dozens Killed In Heavy Clashes Near Tripoli After Week Of Fighting')).toEqual(['Tripoli'])
  })

  it.each([
    ['Three died in Ostan, in southern Tarsk.', 'Ostan', ['Tarsk']],
    ['Three died in Ostan, Tarsk province, Ustria.', 'Ostan', ['Tarsk', 'Ustria']],
    ["Three died in Tarsk's Ostan village.", 'Ostan', ['Tarsk']],
    ['They lost the villages of Vel, Ostan and Mir in southern Tarsk.', 'Vel', ['Tarsk']],
    ['Shells fell on the Ostan neighbourhood of Tripoli.', 'Ostan', ['Tripoli']],
    ['Shells fell on the Tarsk town of Ostan.', 'Ostan', ['Tarsk']],
    ['Three died in Ostan west of the town. Tripoli was quiet.', 'Ostan', []],
    ['Three died in Ostan. Tarsk was quiet.', 'Ostan', []],
  ])('%s: %s lies in %j', (content, name, within) => {
    const place = placesIn(content).find((found) => found.name === name)
    expect(place?.within).toEqual(within)
  })

  it('keeps what a place lies beside apart from what holds it', () => {
    expect(placesIn('Three died in Ostan west of Teldo, Tarsk province.')[0]).toMatchObject({
      within: ['Tarsk'],
      beside: ['Teldo'],
    })
  })

  it.each([
    ['Three died in the village of Ostan near Teldo.', ['Teldo']],
    ['Three died in the village of Ostan, outside Teldo.', ['Teldo']],
    ['Three died in Ostan and near Teldo.', []],
    ['They fled from the village of Ostan towards Teldo.', []],
    ['Three died in Ostan. Near Teldo it was quiet.', []],
  ])('%s: the first lies by %j', (content, beside) => {
    expect(placesIn(content)[0]).toMatchObject({ name: 'Ostan', within: [], beside })
  })

  it.each([
    ['Three died in Tarsk.', 'admin', 'unknown', false],
    ['Three died in Tarsk province.', 'admin', 'admin', true],
    ['Three died in southern Tarsk.', 'area', 'area', true],
    ['Three died north of Teldo.', 'area', 'settlement', true],
    ['Three died in the town of Ostan.', 'settlement', 'settlement', true],
    ['Three died in Ustria.', 'country', 'country', false],
  ] as const)('%s: %s, told from a name of kind %s', (content, kind, nameKind, typed) => {
    expect(placesIn(content)[0]).toMatchObject({ kind, nameKind, typed })
  })

  it('cuts spans that slice to their text, in order', () => {
    const content =
      'At dawn, jets hit al-Ostan village and north of Teldo; Tarsk’s countryside and Ustrias Tripoli followed.'
    const places = placesIn(content)
    expect(places.length).toBeGreaterThan(2)
    for (const place of places) expect(content.slice(place.start, place.end)).toBe(place.text)
    expect([...places].sort((a, b) => a.start - b.start)).toEqual(places)
  })

  it('tells what is near a place from what is in it', () => {
    expect(placesIn('Three died near Teldo.')[0]?.relation).toBe('near')
    expect(placesIn('Three died in Teldo.')[0]?.relation).toBe('in')
  })
})

describe('initials', () => {
  it.each([
    'Ustria has not answered calls by the U.N. to let its team in.',
    'Shells landed in Ustria close to the U.N. team.',
    'Two of the UN were hurt in Ustria.',
  ])('are no village that happens to bear them: %s', (content) => {
    expect(textsIn(content)).toEqual(['Ustria'])
  })
})

it('takes no bare article for a name, as headlines and lost hyphens leave one', () => {
  expect(textsIn('Shelling in Al - Teldo killed six in Ustria.')).not.toContain('Al')
  expect(textsIn('Six were killed in the Al- neighbourhood of Teldo, Ustria.')).toEqual(['Teldo', 'Ustria'])
})

it('takes no number for a name, as texts that lost their stops set one behind a town', () => {
  expect(textsIn('Ustria: two hurt in Teldo city Four people were killed on Monday')).toEqual(['Ustria', 'Teldo'])
})
