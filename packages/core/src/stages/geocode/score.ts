import type { GazetteerMatch, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import { metresBetween } from '../../gazetteer/geo.ts'
import { likeness as likenessOfSounds } from '../../gazetteer/likeness.ts'
import { soundsOf } from '../../gazetteer/name-sounds.ts'
import type { Circle } from '../../gazetteer/outline-side.ts'
import { consonantsIn } from '../../gazetteer/sound-keys.ts'
import { type CountryVotes, keepsArticle, SPELLED } from './country-votes.ts'
import { isWellKnown } from './is-well-known.ts'
import type { PlaceQuery } from './place-query.ts'

/** A reading of a name with what speaks for it. */
export interface Scored {
  readonly match: GazetteerMatch
  readonly score: number
  readonly why: readonly string[]
  /** Whether the place lies where the text says it does; null when the text says nothing that could be checked. */
  readonly contained: boolean | null
  /** Metres to the nearest other place of the document; null when there is none. */
  readonly nearest: number | null
  /** Whether it is the town that an area is named after. */
  readonly seat: boolean
}

/** What a document's other places say to each reading. */
export interface Surrounds {
  readonly votes: CountryVotes
  /** The places taken for the names that the text puts this one in. */
  readonly containers: readonly Container[]
  /** The places taken for the document's other names. */
  readonly others: readonly Other[]
  /** Areas of this very name: a town that lies in one of them is its seat. */
  readonly namesakes: readonly GazetteerPlace[]
  /** Towns of this very name. */
  readonly towns: readonly GazetteerPlace[]
  /** Whether the document speaks elsewhere of the area of this name ("Idlib province", "southern Idlib"). */
  readonly asArea: boolean
}

/** A place that the text puts another in, or on a side of. */
export interface Container {
  readonly place: GazetteerPlace
  /** False = it only lies on a side of it. */
  readonly holds: boolean
  /** The side that is meant and the one across, where the text tells one. */
  readonly sides: { readonly meant: Circle; readonly other: Circle } | null
}

/** Another place of the document. */
interface Other {
  readonly place: GazetteerPlace
  readonly text: string
  /** Whether it stands in the same sentence: such places lie nearer one another than those of a whole report. */
  readonly beside: boolean
}

interface Feature {
  readonly weight: number
  readonly why: string | null
}

/** Weighs one reading of a name within its document. Each feature says in words what it added. */
export const scoreOf = (query: PlaceQuery, match: GazetteerMatch, around: Surrounds): Scored => {
  const contained = containment(match.entry, around.containers)
  const nearest = nearestOf(match.entry, around.others)
  const seat = seatFeature(match, around.namesakes)
  const features = [
    nameFeature(match),
    countryFeature(match.entry, around.votes),
    kindFeature(query, match.entry, around),
    peopleFeature(match.entry),
    seat,
    containmentFeature(contained, around.containers),
    sideFeature(match.entry, around.containers),
    closenessFeature(match.entry, nearest),
  ]
  return {
    match,
    score: features.reduce((sum, { weight }) => sum + weight, 0),
    why: features.flatMap(({ why }) => (why === null ? [] : [why])),
    contained,
    nearest: nearest?.metres ?? null,
    seat: seat.weight > 0,
  }
}

const nameFeature = ({ likeness, name }: GazetteerMatch): Feature => ({
  weight: -20 * (1 - likeness),
  why: likeness === 1 ? 'the same name' : `its name ${name} is alike (${likeness.toFixed(2)})`,
})

const countryFeature = (entry: GazetteerPlace, votes: CountryVotes): Feature => {
  const share = votes.share(entry.country)
  return { weight: 4 * share, why: share >= 0.3 ? `in ${entry.country}, which the report is about` : null }
}

/** Whether the kind of place fits the words: a village is no province, and "southern X" is no town where X is a province. */
const kindFeature = (query: PlaceQuery, entry: GazetteerPlace, { asArea, towns }: Surrounds): Feature => {
  const isArea = entry.kind === 'admin' || entry.kind === 'country' || entry.kind === 'area'
  if (query.nameKind === 'settlement')
    return { weight: isArea ? -2.5 : 0.5, why: isArea ? null : 'a settlement, as the text says' }
  // The land around a town, or a province's: "the countryside of X".
  if (query.isAround) return { weight: isArea ? 3 : -1, why: isArea ? 'an area, as the text says' : null }
  if (query.nameKind === 'admin' || query.nameKind === 'country')
    return { weight: isArea ? 3 : -2, why: isArea ? 'an area, as the text says' : null }
  if (query.nameKind === 'area')
    return {
      weight: isArea ? 3 : query.side !== null && hasSides(entry) ? 1.5 : 0,
      why: isArea ? 'an area, as the text says' : null,
    }
  if (asArea) return { weight: isArea ? 3.5 : 0, why: isArea ? 'the report speaks of the area' : null }
  // A province without a town of its name is what people mean by it, whatever towns of other countries are called so.
  if (entry.level === 1 && isWellKnown(entry) && !towns.some(({ country }) => country === entry.country))
    return { weight: 1, why: 'a province without a town of its name' }
  return { weight: entry.kind === 'country' ? 3 : isArea ? -1 : 0, why: null }
}

/** Of a great city people say "eastern X" and mean a part of it. */
const hasSides = (entry: GazetteerPlace): boolean => entry.kind === 'settlement' && entry.population >= 500_000

const peopleFeature = (entry: GazetteerPlace): Feature => ({
  weight:
    entry.kind === 'settlement'
      ? 0.5 * Math.log10(peopleOf(entry) + 10)
      : entry.level === 1 && isWellKnown(entry)
        ? 2
        : 0.5,
  why: entry.population >= 1000 ? `${entry.population.toLocaleString('en')} people` : null,
})

/** A town that an area is named after is the one meant, whatever hamlets share its name. */
const seatFeature = ({ entry, likeness }: GazetteerMatch, areas: readonly GazetteerPlace[]): Feature => {
  const seated = likeness >= 0.95 && entry.kind === 'settlement' ? areas.find((area) => isSeat(entry, area)) : undefined
  return { weight: seated === undefined ? 0 : 1.5, why: seated === undefined ? null : `the seat of ${seated.name}` }
}

const isSeat = (town: GazetteerPlace, area: GazetteerPlace): boolean =>
  town.country === area.country && town.admin1 === area.admin1 && metresBetween(town, area) <= (area.radius ?? 60_000)

const containment = (entry: GazetteerPlace, containers: readonly Container[]): boolean | null => {
  const holders = containers.filter(({ holds }) => holds)
  const checks = holders.map(({ place }) => liesIn(entry, place)).filter((held) => held !== null)
  return checks.length === 0 ? null : checks.every(Boolean)
}

/** Whether a place lies in another, by the names of countries and first-order areas, else by its circle. */
export const liesIn = (inner: GazetteerPlace, outer: GazetteerPlace): boolean | null => {
  if (inner.id === outer.id) return null
  if (outer.kind === 'country') return inner.country === outer.country
  if (outer.level === 1)
    return inner.country === outer.country && (inner.admin1 === outer.admin1 || isJustInside(inner, outer))
  if (inner.level === 1 || inner.kind === 'country') return null
  return metresBetween(inner, outer) <= (outer.radius ?? 60_000)
}

/** Gazetteers draw borders differently; well within the circle's middle is inside on any of them. */
const isJustInside = (inner: GazetteerPlace, outer: GazetteerPlace): boolean =>
  inner.admin1 === null && metresBetween(inner, outer) <= (outer.radius ?? 0) * 0.7

const containmentFeature = (contained: boolean | null, containers: readonly Container[]): Feature => {
  if (contained === null) return { weight: 0, why: null }
  return {
    weight: contained ? 3 : -4,
    why: contained ? `in ${containers[0]?.place.name ?? ''}, as the text says` : null,
  }
}

/** Whether it lies on the side of a place that the text puts it on, rather than across. */
const sideFeature = (entry: GazetteerPlace, containers: readonly Container[]): Feature => {
  const told = containers.find(({ sides, place }) => sides !== null && place.id !== entry.id)
  if (told?.sides == null) return { weight: 0, why: null }
  const isThere = metresBetween(entry, told.sides.meant) < metresBetween(entry, told.sides.other)
  return { weight: isThere ? 1 : -1, why: isThere ? `on that side of ${told.place.name}` : null }
}

interface Near {
  readonly metres: number
  readonly text: string
}

const nearestOf = (entry: GazetteerPlace, others: readonly Other[]): Near | null => {
  const beside = others.filter((other) => other.beside)
  return (beside.length > 0 ? beside : others).reduce<Near | null>((best, { place, text }) => {
    const metres = Math.max(0, metresBetween(entry, place) - (place.level === null ? 0 : (place.radius ?? 0) * 0.5))
    return best === null || metres < best.metres ? { metres, text } : best
  }, null)
}

const closenessFeature = (entry: GazetteerPlace, near: Near | null): Feature => {
  if (near === null || entry.kind === 'country') return { weight: 0, why: null }
  const weight = 3 * Math.exp(-near.metres / 60_000)
  return {
    weight,
    why:
      near.metres <= 60_000 ? `${Math.round(near.metres / 1000)} km from ${near.text}, named in the same report` : null,
  }
}

/**
 * Whether a reading is sure enough to be shown as a point. A name that is only alike must have consonants enough to tell it
 * from others; one abroad must be well known; one that the text puts elsewhere is not meant.
 */
export const isSure = (query: PlaceQuery, readings: readonly Scored[], votes: CountryVotes): boolean => {
  const [first] = readings
  if (first === undefined) return false
  const { match, contained, nearest } = first
  const { entry, likeness } = match
  if (contained === false || (match.partial && contained !== true)) return false
  const wellKnown = isWellKnown(entry)
  if (likeness < 1 && !isDistinct(query.name, match)) return false
  if (query.isPart && isAnotherTown(entry, nearest, votes)) return false
  if (contained === true) return !hasTwin(readings)
  if (isAbroad(entry, votes)) return likeness === 1 && wellKnown && keepsArticle(query.name, match.name)
  // Nothing but the name speaks for its country: it must be the very name of a place that people may be expected to know,
  // or a name that nothing else in the world is nearly called.
  if (votes.support(entry.country, query.name) === 0)
    return (likeness === 1 && (wellKnown || entry.population >= 10_000)) || isUnlikeAll(query, readings)
  if (likeness < (query.nameKind === 'area' ? 0.93 : 0.86)) return false
  // A short name that is only alike wants the country to be beyond doubt, or another place near.
  if (
    likeness < 1 &&
    isShort(query.name) &&
    votes.share(entry.country) < MAIN &&
    (nearest === null || nearest > NEARBY)
  )
    return false
  // A spelling that is only alike, of a place far from those it is named with, is another's.
  if (likeness < 0.95 && nearest !== null && nearest > NEARBY && !isAlone(query, readings)) return false
  return wellKnown || first.seat || (nearest !== null && nearest <= NEARBY) || !hasNamesake(readings)
}

/** A share of a country's that leaves the others little. */
const MAIN = 0.7

const isShort = (name: string): boolean => consonantsIn(soundsOf(name)) < 4

/**
 * Of "the X neighbourhood": whether the town X is another that bears the same name. Of a city nearby the neighbourhood may be one;
 * a smaller town must lie so near a place named with it that it may have grown together with it.
 */
const isAnotherTown = (entry: GazetteerPlace, nearest: number | null, votes: CountryVotes): boolean => {
  if (entry.kind !== 'settlement' || entry.population === 0) return false
  return entry.population >= CITY ? isAbroad(entry, votes) : nearest === null || nearest > TOWN
}
const CITY = 100_000
const TOWN = 20_000

/** Whether a name has consonants enough, and nothing else in its country is called nearly as much like it. */
const isAlone = (query: PlaceQuery, [first, ...others]: readonly Scored[]): boolean => {
  if (first === undefined || consonantsIn(soundsOf(query.name)) < 4) return false
  const { entry, likeness } = first.match
  return !others.some(({ match }) => match.entry.country === entry.country && match.likeness >= likeness - 0.06)
}

/** Whether another place as much like it, and as likely, lies in the same area far from the first. */
const hasTwin = ([first, ...others]: readonly Scored[]): boolean =>
  first !== undefined &&
  others.some(
    ({ match, score, contained }) =>
      contained === true &&
      match.entry.level === first.match.entry.level &&
      match.likeness >= first.match.likeness - 0.02 &&
      score >= first.score - TWIN &&
      metresBetween(match.entry, first.match.entry) > NEARBY / 4,
  )
const TWIN = 0.5

/** Whether a name is long, and no place of another country is called nearly as much like it. */
const isUnlikeAll = (query: PlaceQuery, [first, ...others]: readonly Scored[]): boolean => {
  if (first === undefined) return false
  const { entry, likeness } = first.match
  const consonants = consonantsIn(soundsOf(query.name))
  const isNear = likeness === 1 || (likeness >= SPELLED && isWellKnown(entry))
  if (likeness < 0.88 || consonants < (isNear ? 4 : 5)) return false
  return !others.some(({ match }) => match.entry.country !== entry.country && match.likeness >= likeness - 0.08)
}

/** People, as far as is known: who stands in the built-in gazetteer has hundreds at least or is a seat of administration. */
const peopleOf = (entry: GazetteerPlace): number => Math.max(entry.population, entry.id.startsWith(BUILT_IN) ? 1000 : 0)
const BUILT_IN = 'geonames:'

/** Metres: a place this near another that the report names needs nothing more to be told from its namesakes. */
const NEARBY = 120_000

/** Whether a country is not the one that the document is about, nor nearly as much. */
const isAbroad = (entry: GazetteerPlace, votes: CountryVotes): boolean =>
  votes.share(entry.country) < votes.share(votes.ranked[0] ?? '') / 2

/** Whether another place of the same country is called as much like it, and as well known, far from the first. */
const hasNamesake = ([first, ...others]: readonly Scored[]): boolean => {
  if (first === undefined) return false
  const { entry, likeness } = first.match
  return others.some(({ match }) => {
    const rival = match.entry
    return (
      rival.country === entry.country &&
      rival.level === entry.level &&
      match.likeness >= likeness - 0.02 &&
      peopleOf(rival) * 10 >= peopleOf(entry) &&
      metresBetween(rival, entry) > NEARBY / 4
    )
  })
}

/**
 * Short names are like too many others: the fewer the consonants, the closer the spelling must be; and the shortest must sound
 * as the name that the place itself goes by, since of its other names one or another is like any of them.
 */
const isDistinct = (name: string, { entry, likeness }: GazetteerMatch): boolean => {
  const sounds = soundsOf(name)
  const consonants = consonantsIn(sounds)
  if (consonants >= 4) return likeness >= 0.75
  if (consonants === 3) return likeness >= 0.84
  // "Raqa" is Raqqa, and its province as well.
  const own = soundsOf(entry.name).split(' ').slice(0, sounds.split(' ').length).join(' ')
  return likeness >= 0.93 && likenessOfSounds(sounds, own) >= 0.85
}
