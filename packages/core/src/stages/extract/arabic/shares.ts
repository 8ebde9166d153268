import type { Groups, Status } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import { type ArabicView, type Found, isAnd, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { PersonWord } from './arabic-words.ts'
import type { Link } from './link.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** What a sentence says of some of the people it counts. */
export interface Shares {
  /** The phrases that tell it: they are no claims by themselves. */
  readonly taken: ReadonlySet<PeoplePhrase>
  /** The links with their shares, each marker's at the number told last before it. */
  apply(links: readonly Link[]): readonly Link[]
}

interface Share {
  /** Token of the marker. */
  readonly at: number
  readonly kind: string
  /** Metric of the people that the marker names itself ("بين القتلى"). */
  readonly of: Link['metric'] | null
  readonly phrases: readonly PeoplePhrase[]
  readonly nouns: readonly PersonWord[]
  /** The number that they are of, where it follows ("طفلان بين 14 قتيلا"). */
  readonly whole: PeoplePhrase | null
}

const COMMAS = new Set([',', '\u060c'])
/** The shares that markers ("بينهم", "معظمهم", "خمسة منهم") tell of in a sentence. */
export const takeShares = (view: ArabicView, phrases: readonly PeoplePhrase[], end: number): Shares => {
  const [head] = phrases
  const shares: Share[] = []
  for (let at = sentenceFirst(view, head, end); at < end; at++) {
    const marker = view.markers.get(at)
    if (marker === undefined) continue
    const share = shareAt(view, marker, phrases, end)
    if (share !== null) shares.push(share)
    at = marker.last - 1
  }
  shares.push(...beforeWhole(view, phrases))
  return {
    taken: new Set(shares.flatMap((share) => share.phrases)),
    apply: (links) => shares.reduce((all, share) => applied(all, share), links),
  }
}

/** "طفلان بين 14 قتيلا": some of a number that follows. */
const beforeWhole = (view: ArabicView, phrases: readonly PeoplePhrase[]): readonly Share[] =>
  phrases.flatMap((phrase, i): readonly Share[] => {
    const whole = phrases[i + 1]
    if (whole?.harm == null || whole.first !== phrase.last + 1 || !isSmall(view, phrase.last, 'between')) return []
    if (phrase.harm !== null) return []
    return [{ at: phrase.first, kind: 'among', of: null, phrases: [phrase], nouns: [], whole }]
  })

const sentenceFirst = (view: ArabicView, head: PeoplePhrase | undefined, end: number): number =>
  view.text.sentences[view.tokens[head?.first ?? end - 1]?.sentence ?? 0]?.first ?? 0

const shareAt = (
  view: ArabicView,
  marker: Found<string>,
  phrases: readonly PeoplePhrase[],
  end: number,
): Share | null => {
  const share = { at: marker.first, kind: marker.value, of: metricIn(view, marker), whole: null }
  if (marker.value === 'of') {
    const counted = phrases.find(({ last, harm }) => last === marker.first && harm === null)
    const { nouns } = listFrom(view, marker.last, [], end)
    return counted === undefined || nouns.length === 0 ? null : { ...share, phrases: [counted], nouns }
  }
  const list = listFrom(view, marker.last, marker.value === 'among' ? phrases : [], end)
  return list.phrases.length + list.nouns.length === 0 ? null : { ...share, ...list }
}

const metricIn = (view: ArabicView, marker: Found<string>): Link['metric'] | null => {
  for (let at = marker.first; at < marker.last; at++) {
    const noun = view.harm.get(at)?.value.find(({ form }) => form === 'noun')
    if (noun !== undefined) return noun.metric
  }
  return null
}

/** The people listed behind a marker, counted or not: "خمسة أطفال وامرأة", "من النساء والأطفال". */
const listFrom = (
  view: ArabicView,
  from: number,
  phrases: readonly PeoplePhrase[],
  end: number,
): { readonly phrases: readonly PeoplePhrase[]; readonly nouns: readonly PersonWord[] } => {
  const counted: PeoplePhrase[] = []
  const nouns: PersonWord[] = []
  for (let at = from; at < end; ) {
    const phrase = phrases.find((one) => one.first === at)
    if (phrase !== undefined) {
      if (phrase.harm !== null || phrase.kind === 'thing') break
      counted.push(phrase)
      at = phrase.last
    } else if (
      isAnd(view, at) ||
      COMMAS.has(lowerAt(view, at)) ||
      isArticle(view, at) ||
      isSmall(view, at, 'of') ||
      isSmall(view, at, 'adverb', 'also')
    )
      at++
    else {
      const noun = view.persons.get(at)
      if (noun === undefined || noun.last > end) break
      nouns.push(noun.value)
      at = noun.last
    }
  }
  return { phrases: counted, nouns }
}

const UNCOUNTED: Bounds = { low: null, high: null }

const applied = (links: readonly Link[], share: Share): readonly Link[] => {
  const index = links.findLastIndex(({ phrase }) =>
    share.whole === null ? phrase.last <= share.at && phrase.low !== 0 : phrase === share.whole,
  )
  const whole = links[index]
  if (whole === undefined)
    return share.of === null
      ? links
      : [...links, ...share.phrases.map((phrase) => partOf(phrase, share.of, 'subset', share.at))]
  const groups: Groups = { ...uncounted(share, whole), ...countedIn(share) }
  const parts = share.phrases.flatMap((phrase): readonly Link[] => {
    if (
      Object.keys(phrase.groups).length > 0 ||
      statusOf(phrase, share) === null ||
      statusOf(phrase, share) === whole.phrase.status ||
      phrase.kind === 'one' ||
      (share.kind === 'of' && share.nouns.some(({ group }) => group !== null))
    )
      return []
    const status = statusOf(phrase, share)
    return [
      {
        ...partOf({ ...phrase, status, civilian: status === 'civilian' }, whole.metric, 'part', whole.trigger.first),
        trigger: whole.trigger,
      },
    ]
  })
  const changed = { ...whole, groups: { ...whole.groups, ...groups }, status: statusFrom(share, parts) ?? whole.status }
  return [...links.slice(0, index), changed, ...links.slice(index + 1), ...parts]
}

/** Status of a counted share: its own noun's, or that of the noun behind "of them". */
const statusOf = (phrase: PeoplePhrase, share: Share): Status | null =>
  phrase.status ?? (share.kind === 'of' ? (share.nouns[0]?.status ?? null) : null)

const countedIn = (share: Share): Groups => {
  const [first] = share.phrases
  const named = share.nouns.find(({ group }) => group !== null)?.group ?? null
  if (share.kind === 'of' && first !== undefined && named !== null)
    return { [named]: first.vague === null ? { low: first.low, high: first.high } : UNCOUNTED }
  return Object.assign({}, ...share.phrases.map((phrase) => phrase.groups)) as Groups
}

const uncounted = (share: Share, whole: Link): Groups => {
  const { low, high } = whole.phrase
  const bounds = share.kind === 'all' && share.nouns.length === 1 ? { low, high } : UNCOUNTED
  return Object.fromEntries(share.nouns.flatMap(({ group }) => (group === null ? [] : [[group, bounds]])))
}

/** All of them civilians, or some: then the whole is mixed. */
const statusFrom = (share: Share, parts: readonly Link[]): Status | null => {
  if (parts.length > 0) return 'mixed'
  const plain = share.nouns.find(({ group, status }) => group === null && status !== null)
  if (plain === undefined) return null
  if (share.kind === 'all') return plain.status
  return share.kind === 'most' ? 'mixed' : null
}

const partOf = (phrase: PeoplePhrase, metric: Link['metric'] | null, partial: 'part' | 'subset', at: number): Link => ({
  phrase,
  trigger: { first: at, last: at + 1 },
  metric: metric ?? 'killed',
  rule: 'share',
  cost: 2,
  groups: {},
  status: null,
  partial,
  listed: true,
  custody: false,
  denied: false,
})
