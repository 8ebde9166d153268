import type { ClaimCore } from '../claim-core.ts'
import type { Story } from '../story.ts'

/** Tokens from a claim to the war that its own preposition leads to ("in the Orvanian civil war"). */
const PHRASE = 6

/** "died in the conflict", "a war that has claimed 12,000 lives": what killed is a whole war, so that no means is told. */
export const isOfWar = (core: ClaimCore, story: Story): boolean => isInWar(core, story) || isByWar(core, story)

const isInWar = (core: ClaimCore, { words, layout }: Story): boolean => {
  const { tokens } = layout.text
  if (tokens[core.last]?.tag !== 'ADP') return false
  for (let at = core.last + 1; at <= core.last + PHRASE; at++) {
    if (words.get(at) === 'war') return tokens[at]?.sentence === core.sentence
    const tag = tokens[at]?.tag
    if (tag === undefined || !NAMES.has(tag)) return false
  }
  return false
}

/** What may stand before a noun within its phrase. */
const NAMES: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART'])

const isByWar = (core: ClaimCore, { words, layout }: Story): boolean => {
  const { tokens } = layout.text
  const verb = core.first < core.number.first ? core.first : core.first - 1
  // Of those who "were killed" the war is no subject.
  if (tokens[verb]?.tag !== 'VERB') return false
  let at = verb - 1
  while (at > 0 && HELPS.has(tokens[at]?.tag ?? '')) at--
  return words.get(at) === 'war' && tokens[at]?.sentence === core.sentence
}

/** What may stand between a subject and its verb: auxiliaries, adverbs, and the pronoun or mark of a relative clause. */
const HELPS: ReadonlySet<string> = new Set(['AUX', 'ADV', 'PRON', 'SCONJ', 'DET', 'PUNCT'])
