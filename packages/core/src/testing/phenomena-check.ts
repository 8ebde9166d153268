import { type Claim, type CountClaim, GROUPS, isCountClaim, isQuarantined } from '../model/claim.ts'
import type { Bounds } from '../model/count.ts'
import { type ExpectedClaim, type PhenomenonLine, parseBounds } from './phenomena.ts'

/**
 * What is wrong with the claims of a line, in words; empty when they are exactly as they must be. The number of claims, their
 * order, what they count and their bounds must agree, and so must every slot that the line names. Besides, groups that a line doesn't
 * name must be absent, and a scope that it doesn't name must be one that counts (incident or total).
 */
export const phenomenonDifferences = (line: PhenomenonLine, all: readonly Claim[]): readonly string[] => {
  const given = all
    .filter((claim) => line.aboutEvents !== isCountClaim(claim))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  const wanted = line.claims.map(briefly)
  const got = given.map((claim) => (isCountClaim(claim) ? brieflyGiven(claim) : claim.kind))
  if (wanted.join(' ; ') !== got.join(' ; ')) return [`claims: ${got.join(' ; ') || 'none'}`]
  return line.claims.flatMap((expected, i) => {
    const claim = given[i]
    return claim === undefined ? [] : slotDifferences(expected, claim, given).map((text) => `${i + 1}: ${text}`)
  })
}

const isEvent = (what: string): boolean => what === 'attack' || what === 'control' || what === 'agreement'

const written = ({ low, high }: Bounds): string =>
  low === high && low !== null ? `${low}` : `${low ?? ''}..${high ?? ''}`

const briefly = (expected: ExpectedClaim): string =>
  isEvent(expected.what) ? expected.what : `${expected.what} ${expected.vague === null ? written(expected) : '~'}`

const brieflyGiven = ({ metric, count }: CountClaim): string =>
  `${metric} ${count.hedge === 'vague' ? '~' : written(count)}`

/** Every slot a line may name, and how it reads in a claim. */
const slotDifferences = (expected: ExpectedClaim, claim: Claim, all: readonly Claim[]): readonly string[] => {
  const counted = isCountClaim(claim) ? countDifferences(expected, claim, all) : []
  const named = Object.entries(expected.slots).flatMap(([name, value]) => {
    const given = sharedSlot(name, claim)
    if (given === undefined || value === '*') return []
    return given.agrees(value) ? [] : [`${name} is ${given.shown || '-'}, not ${value}`]
  })
  return [...named, ...counted]
}

interface GivenSlot {
  readonly shown: string
  readonly agrees: (value: string) => boolean
}

const equal = (shown: string | null): GivenSlot => ({
  shown: shown ?? '-',
  agrees: (value) => value === (shown ?? '-'),
})

const sharedSlot = (name: string, claim: Claim): GivenSlot | undefined => {
  if (name === 'from') return equal(claim.time.earliest)
  if (name === 'to') return equal(claim.time.latest)
  if (name === 'means') return equal(claim.means)
  if (name === 'places') return mentions(claim.places)
  if (name === 'actors') return mentions(claim.actors)
  if (name === 'sources') return mentions(claim.sources)
  if (name === 'action' && !isCountClaim(claim)) return equal(claim.action)
  if (name === 'quote') return equal(claim.quote)
  return undefined
}

/** Lists agree when each one wanted is there and nothing else is; `?` before a name lets it be absent. */
const mentions = (list: readonly { readonly text: string }[]): GivenSlot => {
  const given = list.map(({ text }) => fold(text))
  return {
    shown: list.map(({ text }) => text).join(', '),
    agrees: (value) => {
      const wanted = value === '-' ? [] : value.split(',').map((one) => one.trim())
      const all = wanted.map((one) => fold(one.replace(/^\?/, '')))
      const needed = wanted.filter((one) => !one.startsWith('?')).map(fold)
      return (
        needed.every((one) => given.some((other) => alike(one, other))) &&
        given.every((one) => all.some((other) => alike(one, other)))
      )
    },
  }
}

const fold = (text: string): string => text.toLowerCase().replace(/^(the|a|an) /, '')
const alike = (a: string, b: string): boolean => ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)

const countDifferences = (expected: ExpectedClaim, claim: CountClaim, all: readonly Claim[]): readonly string[] => {
  const { slots } = expected
  const differing: string[] = []
  const check = (name: string, given: string, wanted: string | undefined): void => {
    if (wanted !== undefined && wanted !== '*' && given !== wanted) differing.push(`${name} is ${given}, not ${wanted}`)
  }
  const position = (id: Claim['id'] | null): string =>
    id === null ? '-' : `${all.findIndex((other) => other.id === id) + 1}`
  if (expected.vague !== null && !alike(fold(expected.vague), fold(claim.count.vague ?? '')))
    differing.push(`the vague word is ${claim.count.vague}, not ${expected.vague}`)
  check('hedge', claim.count.hedge, slots.hedge)
  check('status', claim.status, slots.status)
  check('unit', claim.count.unit, slots.unit ?? 'person')
  check('each', claim.count.each ? 'yes' : 'no', slots.each ?? 'no')
  check(
    'partOf',
    claim.relation === 'subset' ? `subset ${position(claim.partOf)}` : position(claim.partOf),
    slots.partOf,
  )
  check('subset', claim.relation === 'subset' ? position(claim.partOf) : '-', slots.subset)
  check('restates', position(claim.restates), slots.restates)
  if (slots.scope !== undefined) check('scope', claim.scope, slots.scope)
  else if (isQuarantined(claim.scope)) differing.push(`scope is ${claim.scope}, which no incident may hold`)
  return [...differing, ...groupDifferences(slots, claim)]
}

const groupDifferences = (slots: ExpectedClaim['slots'], claim: CountClaim): readonly string[] => {
  if (slots.groups === '*') return []
  return GROUPS.flatMap((group) => {
    const wanted = slots[group]
    const given = claim.groups[group]
    const bounds = wanted === undefined ? undefined : (parseBounds(wanted) ?? { low: null, high: null })
    const [a, b] = [bounds, given].map((one) => (one === undefined ? 'absent' : written(one)))
    return a === b ? [] : [`${group}: ${b}, not ${a}`]
  })
}
