/**
 * How sure Sijil says it is, and how often it is right, slot by slot, on the development gold:
 * `tsx --conditions=source bench/calibrate.ts > docs/confidence.md`.
 * Each rate is fitted without the documents it is then compared on: in five folds by document, what the stated confidences of a
 * slot come to on the other four, made monotone (a surer word is never the less right one), is held against the fifth.
 */
import { type CountClaimRecord, isCountRecord } from '../packages/core/src/contract/claim-record.ts'
import { loadBuiltInGazetteer } from '../packages/core/src/testing/gazetteers.ts'
import { goldDocuments, recordsOf } from '../packages/core/src/testing/gold-predictions.ts'
import { readSharedLines, sharedIsThere } from '../packages/core/src/testing/shared.ts'

type Gold = Pick<CountClaimRecord, 'doc' | 'start' | 'end' | 'metric' | 'low' | 'high' | 'places' | 'from' | 'to'> &
  Pick<CountClaimRecord, 'means' | 'actors' | 'sources' | 'scope' | 'status'>

/** One statement of one slot: how sure it was said to be, whether it was right, and the fold of its document. */
interface Trial {
  readonly stated: number
  readonly right: boolean
  readonly fold: number
}

const FOLDS = 5
const SLOTS = ['count', 'places', 'time', 'means', 'actors', 'sources'] as const
type Name = (typeof SLOTS)[number]

const stems = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.slice(0, 5))

/** Right when something of the gold is named, and nothing that the gold does not know. */
const agree = (gold: readonly string[], found: readonly string[]): boolean => {
  if (gold.length === 0 || found.length === 0) return gold.length === found.length
  return found.every((f) => gold.some((g) => stems(g).some((word) => stems(f).includes(word))))
}

const isRight = (slot: Name, gold: Gold | undefined, claim: CountClaimRecord): boolean => {
  if (gold === undefined) return false
  switch (slot) {
    case 'count':
      return gold.low === claim.low && gold.high === claim.high
    case 'places':
      return agree(gold.places, claim.places)
    case 'time':
      return gold.from === claim.from && gold.to === claim.to
    case 'means':
      return gold.means === claim.means
    case 'actors':
      return agree(gold.actors, claim.actors)
    case 'sources':
      return agree(gold.sources, claim.sources)
  }
}

/** The gold claim of the same harm whose passage a claim shares most of. */
const partner = (claim: CountClaimRecord, gold: readonly Gold[]): Gold | undefined => {
  const shared = (other: Gold): number => Math.min(other.end, claim.end) - Math.max(other.start, claim.start)
  return gold
    .filter((other) => other.doc === claim.doc && other.metric === claim.metric && shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a))[0]
}

/** Rates by stated confidence, lower ones first, joined where a surer band was the less right one. */
const isotonic = (trials: readonly Trial[]): readonly { readonly upTo: number; readonly rate: number }[] => {
  const levels = [...new Set(trials.map(({ stated }) => stated))].sort((a, b) => a - b)
  const pools: { upTo: number; right: number; of: number }[] = []
  for (const upTo of levels) {
    const here = trials.filter(({ stated }) => stated === upTo)
    pools.push({ upTo, right: here.filter(({ right }) => right).length, of: here.length })
    for (let last = pools.at(-1), before = pools.at(-2); last !== undefined && before !== undefined; ) {
      if (before.right / before.of <= last.right / last.of) break
      pools.splice(-2, 2, { upTo: last.upTo, right: before.right + last.right, of: before.of + last.of })
      last = pools.at(-1)
      before = pools.at(-2)
    }
  }
  return pools.map(({ upTo, right, of }) => ({ upTo, rate: (right + 1) / (of + 2) }))
}

const rateAt = (rates: ReturnType<typeof isotonic>, stated: number): number =>
  (rates.find(({ upTo }) => stated <= upTo) ?? rates.at(-1))?.rate ?? 0.5

const BINS = [0.5, 0.7, 0.8, 0.9, 0.95, 1.01] as const

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const tableOf = (name: Name, trials: readonly Trial[]): string => {
  const held = trials.map((trial) => ({
    ...trial,
    fitted: rateAt(isotonic(trials.filter(({ fold }) => fold !== trial.fold)), trial.stated),
  }))
  const lines = BINS.flatMap((end, i) => {
    const from = i === 0 ? 0 : (BINS[i - 1] ?? 0)
    const here = held.filter(({ stated }) => stated >= from && stated < end)
    if (here.length === 0) return []
    const mean = (of: (trial: (typeof here)[number]) => number): number =>
      here.reduce((sum, trial) => sum + of(trial), 0) / here.length
    const range = `${from.toFixed(2)}–${Math.min(1, end).toFixed(2)}`
    const right = percent(mean((trial) => (trial.right ? 1 : 0)))
    return [
      `| ${name} | ${range} | ${here.length} | ${percent(mean((t) => t.stated))} | ${percent(mean((t) => t.fitted))} | ${right} |`,
    ]
  })
  return lines.join('\n')
}

const errorOf = (trials: readonly Trial[]): number =>
  trials.reduce((sum, { stated, right }) => sum + (stated - (right ? 1 : 0)) ** 2, 0) / Math.max(1, trials.length)

const run = (): void => {
  const gazetteer = loadBuiltInGazetteer()
  const gold = readSharedLines<Gold>('gold/news-dev.jsonl')
  const trials = new Map<Name, Trial[]>(SLOTS.map((name) => [name, []]))
  goldDocuments('news-dev').forEach((document, i) => {
    for (const claim of recordsOf(document, gazetteer).filter(isCountRecord)) {
      const same = partner(claim, gold)
      for (const name of SLOTS) {
        const slot = claim.slots[name]
        if (slot === undefined || (name !== 'count' && same === undefined)) continue
        trials.get(name)?.push({ stated: slot.confidence, right: isRight(name, same, claim), fold: i % FOLDS })
      }
    }
  })
  const all = SLOTS.map((name) => ({ name, trials: trials.get(name) ?? [] }))
  process.stdout.write(`# How sure is sure

Made by \`tsx --conditions=source bench/calibrate.ts\` from the 75 coded articles of the development material. Each claim and each slot
carries a confidence. Where a slot was filled from words that stand further off it is lower: the rates are written in
\`packages/core/src/stages/extract/slot-at.ts\`, five bands a slot, never falling as the words come nearer. A claim's own confidence is
that of its count: it falls with what it cost to tie the number to the harm word, and by two fifths where the passage may be of no
armed violence (the rule then ends in \`?\`).

*said* is the mean of the confidences; *fitted elsewhere* is what the same confidences come to in documents of the other four folds;
*right* is how often the slot was right. Count: a claim that the gold does not have is wrong. Other slots: of claims that it has.

| slot | confidence | claims | said | fitted elsewhere | right |
|---|---|---|---|---|---|
${all.map(({ name, trials: of }) => tableOf(name, of)).join('\n')}

Mean squared error (0 is perfect, always saying the mean rate p gives p(1 − p)):

| slot | said | always the mean |
|---|---|---|
${all
  .map(({ name, trials: of }) => {
    const mean = of.filter(({ right }) => right).length / Math.max(1, of.length)
    return `| ${name} | ${errorOf(of).toFixed(3)} | ${(mean * (1 - mean)).toFixed(3)} |`
  })
  .join('\n')}

These articles are all of one war. In news of every kind a claim is right less often than its confidence says, because whether a passage is of
armed violence at all is judged apart from it: [precision.md](precision.md) tells how often.
`)
}

if (sharedIsThere) run()
else process.stderr.write('the development material is not beside this checkout: nothing to compare\n')
