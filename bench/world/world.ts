import type { Means } from '../../packages/core/src/model/claim.ts'
import type { Random } from './random.ts'

/** A place of the invented country. */
export interface Village {
  readonly id: string
  readonly name: string
  /** Spellings that reports use, the name among them. */
  readonly spellings: readonly string[]
  readonly district: string
  readonly lat: number
  readonly lon: number
  /** Whether the gazetteer has it; else it can only be placed in its district. */
  readonly mapped: boolean
}

/** What truly happened. */
export interface TrueIncident {
  readonly id: string
  readonly village: Village
  /** Days since 1970. */
  readonly day: number
  readonly means: Means
  readonly party: string
  readonly killed: number
  readonly injured: number
  readonly children: number
}

export interface World {
  readonly country: string
  readonly villages: readonly Village[]
  readonly incidents: readonly TrueIncident[]
}

const ONSETS = [
  'b',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'r',
  's',
  't',
  'v',
  'z',
  'sh',
  'kh',
  'dr',
  'br',
  'tr',
  'st',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'aa', 'ai']
const CODAS = ['', '', 'n', 'r', 'l', 'm', 's', 'k', 't', 'sh']
const MEANS: readonly Means[] = ['airstrike', 'shelling', 'rocket', 'car_bomb', 'gunfire', 'mine_ied']
const PARTIES = ['the Northern Army', 'Redwater Front', 'Coast Militia', 'the Hill Brigades']

/** How close together things happen. */
export interface Density {
  readonly districts: number
  /** Degrees that a district measures. */
  readonly districtSize: number
  readonly villagesADistrict: number
  readonly incidentsADay: number
}

/** A country at war. */
export const WIDE: Density = { districts: 16, districtSize: 0.9, villagesADistrict: 90, incidentsADay: 6 }
/** One city and its quarters, struck some twenty times a day. */
export const DENSE: Density = { districts: 1, districtSize: 0.12, villagesADistrict: 40, incidentsADay: 20 }
const MAPPED = 0.65
/** Share of incidents that are followed by another at the same place within days. */
const STRUCK_AGAIN = 0.04

/** A history of `count` incidents. Its density in space and time is the same at every size; more incidents last longer. */
export const makeWorld = (
  random: Random,
  count: number,
  country: string,
  firstDay: number,
  density: Density = WIDE,
): World => {
  const villages = Array.from({ length: density.districts }, (_, district) =>
    makeDistrict(random, country, district, density),
  ).flat()
  const incidents: TrueIncident[] = []
  let day = firstDay
  while (incidents.length < count) {
    for (let i = random.geometric(density.incidentsADay); i > 0 && incidents.length < count; i--) {
      const first = makeIncident(random, incidents.length, random.pick(villages), day)
      incidents.push(first)
      if (random.chance(STRUCK_AGAIN) && incidents.length < count)
        incidents.push(makeIncident(random, incidents.length, first.village, day + random.between(3, 9)))
    }
    day++
  }
  return { country, villages, incidents }
}

const makeDistrict = (
  random: Random,
  country: string,
  district: number,
  { districtSize, villagesADistrict }: Density,
): readonly Village[] =>
  Array.from({ length: villagesADistrict }, (_, i) => {
    const name = makeName(random)
    return {
      id: `${country}:${district}-${i}`,
      name,
      spellings: [name, ...Array.from({ length: 2 }, () => respelt(random, name))],
      district: `${country} District ${district + 1}`,
      lat: 10 + districtSize * (Math.floor(district / 4) + random.next()),
      lon: 20 + districtSize * ((district % 4) + random.next()),
      mapped: random.chance(MAPPED),
    }
  })

const makeName = (random: Random): string => {
  const syllables = Array.from(
    { length: random.between(2, 3) },
    () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS),
  )
  const word = syllables.join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** As another newsroom would write it: a vowel changed or a letter doubled. */
const respelt = (random: Random, name: string): string => {
  const at = [...name].flatMap((letter, i) => (i > 0 && 'aeiou'.includes(letter) ? [i] : []))
  const i = at.length === 0 ? name.length - 1 : random.pick(at)
  const letter = name.charAt(i)
  const other: Readonly<Record<string, string>> = { a: 'e', e: 'a', i: 'e', o: 'u', u: 'o' }
  return name.slice(0, i) + (random.chance(0.5) ? (other[letter] ?? letter) : letter + letter) + name.slice(i + 1)
}

const makeIncident = (random: Random, n: number, village: Village, day: number): TrueIncident => {
  const killed = 1 + Math.floor(3 * (1 / Math.sqrt(1 - random.next()) - 1)) + random.geometric(2)
  return {
    id: `${village.id.split(':')[0]}#${n}`,
    village,
    day,
    means: random.pick(MEANS),
    party: random.pick(PARTIES),
    killed,
    injured: random.geometric(2 * killed),
    children: random.chance(0.4) ? random.between(0, killed) : 0,
  }
}
