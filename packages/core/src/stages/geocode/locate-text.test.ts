import { describe, expect, it } from 'vitest'
import type { GazetteerEntry } from '../../gazetteer/gazetteer.ts'
import { makeGazetteer } from '../../gazetteer/make-gazetteer.ts'
import { loadBuiltInGazetteer } from '../../testing/gazetteers.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readText } from '../../text/reader.ts'
import { airwarsLabel } from './airwars-ladder.ts'
import { distinctPlaces } from './distinct-places.ts'
import { locateText } from './locate-text.ts'

const lexicon = loadLexicon('en')
const entry = (name: string, lat: number, lon: number, more: Partial<GazetteerEntry> = {}): GazetteerEntry => ({
  id: `t:${name} ${lat}`,
  name,
  names: [],
  lat,
  lon,
  kind: 'settlement',
  country: 'XT',
  admin1: 'Tarsk',
  population: 0,
  pcode: null,
  level: null,
  radius: null,
  ...more,
})

/** Two invented countries; the first has two provinces, each with a city of its name, and villages that share names. */
const gazetteer = makeGazetteer('invented', [
  entry('Ustria', 10, 20, { kind: 'country', level: 0, admin1: null, radius: 400_000 }),
  entry('Belmark', 40, 60, { kind: 'country', level: 0, admin1: null, country: 'XU', radius: 400_000 }),
  entry('Tarsk Province', 10, 20, { names: ['Tarsk'], kind: 'admin', level: 1, radius: 90_000 }),
  entry('Golim Province', 12, 22, { names: ['Golim'], kind: 'admin', level: 1, admin1: 'Golim', radius: 90_000 }),
  entry('Tarsk', 10.1, 20.1, { population: 120_000 }),
  entry('Golim', 12.1, 22.1, { population: 150_000, admin1: 'Golim' }),
  entry('Velnik', 10.2, 20.3, { population: 3000 }),
  entry('Velnik', 12.2, 22.3, { population: 2000, admin1: 'Golim' }),
  entry('Kafr Solan', 10.3, 20.2),
  entry('Morvand', 40.1, 60.1, { country: 'XU', admin1: 'Nord', population: 900 }),
  entry('Nord', 40, 60.5, { kind: 'admin', level: 1, country: 'XU', admin1: 'Nord', radius: 90_000 }),
  entry('Nord', 10.6, 20.6, { population: 60_000 }),
  entry('Doruu', 10.4, 20.5, { names: ['Edra'], population: 80_000 }),
])

const builtIn = loadBuiltInGazetteer()

const locate = (content: string, country: string | null = null) =>
  locateText(readText(content, 'en', lexicon), lexicon, gazetteer, country)
const first = (content: string) => locate(content)[0]?.place

describe('a name with several bearers', () => {
  it.each([
    ['Two died in Velnik in Golim province.', 12.2],
    ["Two died in Golim's Velnik village.", 12.2],
    ['Two died in Velnik, southern Tarsk, Ustria.', 10.2],
    ['Shells hit Kafr Solan in Tarsk province, Ustria. Later two died in Velnik.', 10.2],
  ])('%s', (content, lat) => {
    const velnik = locate(content).find(({ toponym }) => toponym.name === 'Velnik')
    expect(velnik?.place).toMatchObject({ lat, precision: 1 })
  })

  it.each([
    ['Ustria: two died in Edra.', 1],
    ['Ustria: two died in Doru.', 1],
    // "Edra" is only one of the other names of Doruu, and so short that another place is as like it.
    ['Ustria: two died in Eedra.', 6],
  ])(
    'of two consonants is taken where it is spelled so, or like the name that the place goes by: %s',
    (content, precision) => {
      expect(locate(content).find(({ toponym }) => toponym.name !== 'Ustria')?.place?.precision).toBe(precision)
    },
  )

  it('of a neighbourhood is no town of that name elsewhere, but may be the city that it is a part of', () => {
    const precisionOf = (content: string) =>
      locate(content).find(({ toponym }) => ['Velnik', 'Golim', 'Doruu'].includes(toponym.name))?.place?.precision
    expect(precisionOf('Ustria: two died in the Doruu neighbourhood.')).toBe(6)
    expect(precisionOf('Ustria: two died in the town of Doruu.')).toBe(1)
    expect(precisionOf('Ustria: two died in the besieged Golim neighbourhood.')).toBe(1)
  })

  it('is the province that has no town of its name, and not a town abroad that has', () => {
    const place = locate('Two people died in Nord.').find(({ toponym }) => toponym.name === 'Nord')?.place
    expect(place).toMatchObject({ country: 'XU', precision: 4 })
  })

  it('is looked for in the country of the places found just before', () => {
    const content =
      'Ustria and Belmark were hit. Shells fell on Tarsk and Golim in Ustria. Later shells fell on Morvand in Belmark. Two died in Oskam.'
    expect(locate(content).find(({ toponym }) => toponym.name === 'Oskam')?.place).toMatchObject({ country: 'XU' })
  })

  it('is looked for in the country of the places found, not in that of the army named', () => {
    const between = 'Nobody was there. It was dark. It rained. The road was shut.'
    const places = locate(
      `Jets came from Belmark. Shells fell on the village of Kafr Solan and the town of Doruu. ${between} Two died in Oskam.`,
    )
    expect(places.find(({ toponym }) => toponym.name === 'Oskam')?.place).toMatchObject({ country: 'XT' })
  })

  it('is not guessed where nothing tells which is meant', () => {
    const place = locate('Ustria: two died in Velnik.').find(({ toponym }) => toponym.name === 'Velnik')?.place
    expect(place).toMatchObject({ name: 'Ustria', precision: 6 })
    expect(place?.runnersUp.map(({ lat }) => lat)).toEqual(expect.arrayContaining([10.2, 12.2]))
  })
})

describe('a town and the province of its name', () => {
  it.each([
    ['Two died in Golim city, Ustria.', 'Golim', 1],
    ['Two died in Golim province, Ustria.', 'Golim Province', 4],
    ['Two died in southern Golim, Ustria.', 'Golim Province', 4],
    ['Two died in the Golim countryside, Ustria.', 'Golim Province', 4],
    ['Two died north of Golim, Ustria.', 'Golim', 2],
    ['Two died near Golim city, Ustria.', 'Golim', 2],
    ['Two died in northern Ustria.', 'Ustria', 5],
    ['Two died in Ustria.', 'Ustria', 6],
  ])('%s → %s, precision %d', (content, name, precision) => {
    expect(first(content)).toMatchObject({ name, precision })
  })
})

describe('a side of a place', () => {
  const off = (content: string, lat: number, lon: number) => {
    const place = first(content)
    return place == null ? null : { north: place.lat - lat, east: place.lon - lon, radius: place.radius }
  }

  it.each([
    ['Two died north of Golim city, Ustria.', 12.1, 22.1, 1, 0],
    ['Two died west of Golim city, Ustria.', 12.1, 22.1, 0, -1],
    ['Two died in southeastern Golim province, Ustria.', 12, 22, -1, 1],
    ['Two died in the north-western countryside of Golim, Ustria.', 12.1, 22.1, 1, -1],
    ['Two died in the south of Golim province, Ustria.', 12, 22, -1, 0],
    ['Two died in eastern Ustria.', 10, 20, 0, 1],
  ])('%s: a circle shifted that way', (content, lat, lon, north, east) => {
    const shift = off(content, lat, lon)
    expect([shift?.north, shift?.east].map((by = 0) => (Math.abs(by) < 0.02 ? 0 : Math.sign(by)))).toEqual([
      north,
      east,
    ])
    expect(shift?.radius).toBeGreaterThanOrEqual(25_000)
  })

  it('is the part of the outline where the area has one', () => {
    const content = 'Two died in southern Idlib province, Syria.'
    const [here, whole] = [content, content.replace('southern ', '')].map(
      (one) => locateText(readText(one, 'en', lexicon), lexicon, builtIn)[0]?.place,
    )
    expect(here?.lat).toBeLessThan((whole?.lat ?? 0) - 0.1)
    expect(here?.radius).toBeLessThan(whole?.radius ?? 0)
    expect(here).toMatchObject({ precision: 4, admin1: 'Idlib' })
  })

  it('tells which of two villages of one name is meant', () => {
    const two = makeGazetteer('two', [
      entry('Ustria', 10, 20, { kind: 'country', level: 0, admin1: null, radius: 400_000 }),
      entry('Tarsk Province', 10, 20, { names: ['Tarsk'], kind: 'admin', level: 1, radius: 90_000 }),
      entry('Velnik', 10.09, 20),
      entry('Velnik', 9.91, 20),
    ])
    const latOf = (content: string) => locateText(readText(content, 'en', lexicon), lexicon, two)[0]?.place?.lat
    expect(latOf('Two died in Velnik in southern Tarsk province, Ustria.')).toBe(9.91)
    expect(latOf('Two died in Velnik in northern Tarsk province, Ustria.')).toBe(10.09)
  })
})

describe('a name that many places bear', () => {
  const many = makeGazetteer('many', [
    entry('Ustria', 10, 20, { kind: 'country', level: 0, admin1: null, radius: 400_000 }),
    entry('Tarsk Province', 10, 20, { names: ['Tarsk'], kind: 'admin', level: 1, radius: 90_000 }),
    entry('Golim Province', 12, 22, { names: ['Golim'], kind: 'admin', level: 1, admin1: 'Golim', radius: 90_000 }),
    ...Array.from({ length: 30 }, (_, i) => entry('Velnik', 9.5 + i / 30, 20)),
    entry('Velnik', 12.2, 22.3, { admin1: 'Golim' }),
  ])
  const placeIn = (content: string) => locateText(readText(content, 'en', lexicon), lexicon, many)[0]?.place

  it('is found in the province that the text names', () =>
    expect(placeIn('Two died in Velnik, Golim province, Ustria.')).toMatchObject({ lat: 12.2, precision: 1 }))

  it('stays an area where the province has several, far apart', () =>
    expect(placeIn('Two died in Velnik, Tarsk province, Ustria.')).toMatchObject({
      name: 'Tarsk Province',
      precision: 4,
    }))
})

describe('a name set beside its spelling in another script', () => {
  const scripts = makeGazetteer('scripts', [
    entry('Ustria', 10, 20, { kind: 'country', level: 0, admin1: null, radius: 400_000 }),
    entry('Zarmukan', 10.3, 20.2, { names: ['خزرموق'] }),
  ])
  it.each([
    'Two died in خزرموق Kasirmonk, Ustria.',
    'Two died in Kasirmonk, خزرموق, Ustria.',
    'Two died in Kasirmonk (خزرموق) in Ustria.',
  ])('%s', (content) => {
    const [place] = locateText(readText(content, 'en', lexicon), lexicon, scripts)
    expect(place?.toponym.text).toBe('Kasirmonk')
    expect(place?.place).toMatchObject({ name: 'Zarmukan', precision: 1 })
  })
})

describe('a place in no gazetteer', () => {
  it.each([
    ['Two died in Ostan village in Golim province, Ustria.', 'Golim Province', 4, 'the text puts it in Golim'],
    ['Two died in the village of Ostan near Golim city, Ustria.', 'Golim', 2, 'the text puts it beside Golim'],
    ['Two died in Ostan, west of Golim city, Ustria.', 'Golim Province', 4, 'the text puts it beside Golim'],
    [
      'Fighting shook Golim province in Ustria. Two died in Ostan.',
      'Golim Province',
      4,
      'the report speaks of Golim Province there',
    ],
    ['Ustria mourns. Ustria buried its dead. Two died in Ostan.', 'Ustria', 6, 'the report is about Ustria'],
  ])('%s → %s', (content, name, precision, why) => {
    const place = locate(content).find(({ toponym }) => toponym.name === 'Ostan')?.place
    expect(place).toMatchObject({ name, precision, text: 'Ostan', why: [why] })
    expect(place?.radius).toBeGreaterThan(10_000)
  })

  it('is held everywhere by what one mention says', () => {
    const places = locate('Two died in Ostan. Much later, Ustria said that Ostan, in Golim province, had been shelled.')
    expect(places.filter(({ toponym }) => toponym.name === 'Ostan').map(({ place }) => place?.name)).toEqual([
      'Golim Province',
      'Golim Province',
    ])
  })

  it('is placed nowhere where nothing is known', () => expect(first('Two died in Ostan.')).toBeNull())
})

describe('a namesake abroad', () => {
  it('is not meant by a report on another country', () => {
    const place = locate('Ustria: shells fell on Tarsk city and on the village of Morvand.').find(
      ({ toponym }) => toponym.name === 'Morvand',
    )?.place
    expect(place?.country).toBe('XT')
    expect(place?.precision).toBeGreaterThan(2)
  })

  it('is looked for only where asked', () => {
    expect(locate('Two died in Golim.', 'XU').every(({ place }) => place === null || place.country === 'XU')).toBe(true)
  })
})

describe('p-codes', () => {
  const province = { kind: 'admin', level: 1, radius: 90_000 } as const
  const coded = makeGazetteer('coded', [
    entry('Ustria', 10, 20, { kind: 'country', level: 0, admin1: null, radius: 400_000 }),
    entry('Tarsk Province', 10, 20, { ...province, names: ['Tarsk'], pcode: 'XT01' }),
    entry('Orvan', 10.2, 20.2, { kind: 'admin', level: 3, pcode: 'XT010203', areas: ['XT01', 'XT0102'] }),
    entry('Velnik', 10.3, 20.3),
    entry('Zarvan', 10.1, 20.1, { pcode: 'V77', areas: ['XT01', 'XT0102', 'XT010201'] }),
  ])
  const codesIn = (content: string) => {
    const place = locateText(readText(content, 'en', lexicon), lexicon, coded)[0]?.place
    return [place?.pcode, place?.pcodes]
  }

  it.each([
    ['Two died in Zarvan village, Ustria.', 'V77', ['XT', 'XT01', 'XT0102', 'XT010201']],
    ['Two died in Velnik village, Ustria.', 'XT01', ['XT', 'XT01', null, null]],
    ['Two died in Orvan subdistrict, Ustria.', 'XT010203', ['XT', 'XT01', 'XT0102', 'XT010203']],
    ['Two died in Tarsk province, Ustria.', 'XT01', ['XT', 'XT01', null, null]],
  ])('%s', (content, own, [adm0, adm1, adm2, adm3]) =>
    expect(codesIn(content)).toEqual([own, { adm0, adm1, adm2, adm3 }]),
  )
})

describe('distinctPlaces', () => {
  const texts = (content: string) => distinctPlaces(locate(content)).map(({ toponym }) => toponym.text)
  it.each([
    ['Two died in Velnik, Golim province, Ustria.', ['Velnik']],
    ['Two died in Golim city. Golim city buried them.', ['Golim']],
    ['Two died in Tarsk city and Golim city, Ustria.', ['Tarsk', 'Golim']],
    ['Two died in Ustria.', ['Ustria']],
  ])('%s: %j', (content, expected) => expect(texts(content)).toEqual(expected))
})

describe('a region', () => {
  const found = (content: string) => locateText(readText(content, 'en', lexicon), lexicon, builtIn)[0]?.place
  it('is the province of its name, however great the town', () => {
    expect(found('A drone struck a bus in the Donetsk region.')).toMatchObject({ precision: 4, country: 'UA' })
  })

  it('is a part of the great town where a side is told', () => {
    expect(found('A drone struck a bus in eastern Kharkiv.')?.precision).toBe(2)
  })
})

describe('the border of a nation', () => {
  it('does not put what lies by it in that nation', () => {
    const places = locateText(readText('Two died in Orvand near the Turkish border.', 'en', lexicon), lexicon, builtIn)
    expect(places.map(({ place }) => place?.country ?? null)).not.toContain('TR')
  })
})

describe('airwarsLabel', () => {
  it.each([
    [6, 'country', 0, 0, 'country'],
    [4, 'admin', 1, 0, 'province/governorate'],
    [3, 'admin', 2, 0, 'district'],
    [3, 'admin', 3, 0, 'subdistrict'],
    [2, 'settlement', null, 0, 'neighbourhood/area'],
    [1, 'facility', null, 0, 'nearby landmark'],
    [1, 'settlement', null, 400_000, 'city'],
    [1, 'settlement', null, 9000, 'town'],
    [1, 'settlement', null, 40, 'village'],
  ] as const)('%d %s of level %d, %d people: %s', (precision, kind, level, population, label) =>
    expect(airwarsLabel(precision, { kind, level, population })).toBe(label),
  )

  it('stands in what was located', () => {
    const [found] = locate('Two died in Velnik, Golim province, Ustria.')
    expect([found?.toponym.text, found?.place?.accuracy]).toEqual(['Velnik', 'village'])
  })
})
