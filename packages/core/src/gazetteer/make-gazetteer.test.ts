import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from './build-index.ts'
import type { GazetteerEntry } from './gazetteer.ts'
import { makeGazetteer, stackGazetteer } from './make-gazetteer.ts'
import { openIndex } from './name-index.ts'

const entry = (id: string, name: string, more: Partial<GazetteerEntry> = {}): GazetteerEntry => ({
  id,
  name,
  names: [],
  lat: 1,
  lon: 2,
  kind: 'settlement',
  country: 'XT',
  admin1: null,
  population: 0,
  pcode: null,
  level: null,
  radius: null,
  ...more,
})

describe('an index', () => {
  const solan = entry('t:1', 'Kafr Solān', {
    names: ['كفر صولان', 'Кафр-Солан', 'Καφρ Σολάν', 'כפר סולאן', 'Kafer Soulane'],
    lat: -12.34567,
    lon: 179.98765,
    admin1: 'Tarsk',
    population: 4321,
    pcode: 'XT0102',
  })
  const gazetteer = makeGazetteer('t', [solan, entry('t:2', 'Vel'), entry('t:3', 'Kafr Solan', { country: 'XU' })])

  it('gives entries back as they were put in, but for other names', () => {
    const { names: _, ...place } = solan
    expect(gazetteer.lookup('Kafr Solan', { country: 'XT' })[0]).toEqual({
      entry: place,
      name: 'Kafr Solān',
      likeness: 1,
      partial: false,
    })
  })

  it.each(['Kfar Soulan', 'كَفر صولان', 'Кафр Солан', 'Καφρ Σολαν', 'כפר סולאן'])('finds it as %s', (name) => {
    expect(gazetteer.lookup(name).map(({ entry: found }) => found.id)).toContain('t:1')
  })

  it('keeps to a country, to a first-order area, to a limit', () => {
    expect(gazetteer.lookup('Kafr Solan', { country: 'XU' }).map(({ entry: found }) => found.id)).toEqual(['t:3'])
    expect(gazetteer.lookup('Kafr Solan', { admin1: 'Tarsk' }).map(({ entry: found }) => found.id)).toEqual(['t:1'])
    expect(gazetteer.lookup('Kafr Solan', { limit: 1 })).toHaveLength(1)
    expect(gazetteer.lookup('Kafr Solan', { country: 'ZZ' })).toEqual([])
  })

  it.each(['', ' ', '’', '.', '42', 'Q', 'ال'])('finds nothing, and breaks nothing, under %j', (name) => {
    expect(gazetteer.lookup(name)).toEqual([])
    expect(gazetteer.known(name)).toBeNull()
  })

  it('prefers the very name to one that only sounds the same', () => {
    const two = makeGazetteer('t', [
      entry('t:1', 'Ghouta', { population: 9 }),
      entry('t:2', 'Gouta', { population: 90_000 }),
    ])
    expect(two.lookup('Ghouta').map(({ entry: found, likeness }) => [found.id, likeness === 1])).toEqual([
      ['t:1', true],
      ['t:2', false],
    ])
  })

  it('keeps two places of one name apart, the more prominent first', () => {
    const near = makeGazetteer('t', [
      entry('t:1', 'Vel', { lat: 10 }),
      entry('t:2', 'Vel', { lat: 10.18, population: 50 }),
    ])
    expect(near.lookup('Vel').map(({ entry: found }) => found.id)).toEqual(['t:2', 't:1'])
  })

  it('knows a place by its old name and its new one', () => {
    const renamed = makeGazetteer('t', [entry('t:1', 'Newtown', { names: ['Oldford'] })])
    expect(renamed.lookup('Oldford')[0]?.entry.name).toBe('Newtown')
    expect(renamed.known('Oldford')).not.toBeNull()
  })

  it('finds a name one consonant apart, in its country only', () => {
    const far = makeGazetteer('t', [entry('t:1', 'Kadalbak')])
    expect(far.lookup('Kadahlbak', { country: 'XT' })[0]).toMatchObject({ entry: { id: 't:1' }, partial: false })
    expect(far.lookup('Kadalmak', { country: 'XT' })[0]?.entry.id).toBe('t:1')
    expect(far.lookup('Kadalbak', { country: 'XU' })).toEqual([])
    expect(far.lookup('Kadahlbak')).toEqual([])
  })

  it('learns the words that tell kinds of places, and finds names without them, as parts', () => {
    const villages = Array.from({ length: 30 }, (_, i) =>
      entry(`v:${i}`, `Qaryat Vel${'abcdefghijklmnopqrstuvwxyzabcd'[i]}os`),
    )
    const made = makeGazetteer('t', [...villages, entry('t:1', 'Qaryat Zarmuk'), entry('t:2', 'Solank')])
    expect(made.lookup('Zarmuk', { country: 'XT' })[0]).toMatchObject({ entry: { id: 't:1' }, partial: true })
    expect(made.lookup('Qaryat Solank', { country: 'XT' })[0]).toMatchObject({ entry: { id: 't:2' }, partial: true })
    expect(made.lookup('Zarmuk', { country: 'XT' })[0]?.likeness).toBeLessThan(0.95)
  })

  it('reads what stands in brackets as another name', () => {
    const made = makeGazetteer('t', [entry('t:1', 'Zarmuk (Solan)')])
    expect(made.lookup('Zarmuk', { country: 'XT' })[0]).toMatchObject({ entry: { id: 't:1' }, likeness: 1 })
    expect(made.lookup('Zarmuk (Vel)', { country: 'XT' })[0]).toMatchObject({ entry: { id: 't:1' } })
  })

  it('refuses bytes that are no index', () => {
    expect(() => openIndex(new Uint8Array(1024))).toThrow(RangeError)
  })

  it('finds every name of any entries, whatever their letters', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abdeikmnorstuy ابتدرسكلمن'), minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 30 }), (names) => {
        const made = makeGazetteer(
          't',
          names.map((one, i) => entry(`t:${i}`, one)),
        )
        for (const one of names.filter((each) => made.known(each) !== null))
          expect(made.lookup(one)[0]?.likeness).toBe(1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('several gazetteers', () => {
  const first = openIndex(buildIndex([entry('a:1', 'Vel', { country: 'XT', population: 10 })]))
  const second = openIndex(
    buildIndex([entry('b:1', 'Vel', { country: 'XU', population: 1000 }), entry('b:2', 'Ostan', { country: 'XU' })]),
  )
  const stack = stackGazetteer('a+b', [first, second], null)

  it('answer as one', () => {
    expect(stack.lookup('Vel').map(({ entry: found }) => found.id)).toEqual(['b:1', 'a:1'])
    expect(stack.known('Ostan')).toMatchObject({ country: 'XU' })
    expect(stack.known('Vel')).toMatchObject({ country: 'XU' })
  })

  it('call the countries of all but the first home', () => expect(stack.homes).toEqual(['XU']))
})
