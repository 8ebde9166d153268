import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { ClaimSlots } from '../claim-core.ts'
import type { Draft } from '../draft.ts'
import type { CivilianSigns, LanguageReader } from '../language-reader.ts'
import { arabicCores } from './arabic-cores.ts'
import { readForSlots } from './arabic-reading.ts'
import { arabicScope, scopeCues } from './arabic-scope.ts'
import { fillArabicSlots } from './arabic-slots.ts'
import { type ArabicView, arabicView } from './arabic-view.ts'
import { isOfViolence } from './is-of-violence.ts'

/** Reads an Arabic document: by its words and the order of its clauses. Attacks without a number are not read yet. */
export const readArabicDrafts: LanguageReader = (frame, lexicon, context) => {
  const view = arabicView(frame.text, lexicon)
  const cores = arabicCores(view)
  if (cores.length === 0) return { drafts: [], events: [], signs: signsOf(view) }
  const slots = fillArabicSlots(cores, readForSlots(frame, view, lexicon, context.gazetteer))
  const cuesIn = scopeCues(view)
  const isKept = isOfViolence(view)
  const drafts = cores.flatMap((core, i): readonly Draft[] => {
    const filled = slots[i]
    if (filled === undefined || !isKept(core)) return []
    const scope = arabicScope(view, core, filled, cuesIn(core.sentence))
    return [{ core, slots: scope.scope === 'cumulative' ? withoutImplied(filled) : filled, ...scope }]
  })
  return { drafts, events: [], signs: signsOf(view) }
}

/** A toll takes neither place nor means nor actor from what other sentences tell of one attack. */
const withoutImplied = (filled: ClaimSlots): ClaimSlots => {
  const isOwn = (name: 'places' | 'means' | 'actors'): boolean => filled.slots[name]?.certainty === 'stated'
  const { places, means, actors, ...rest } = filled.slots
  const kept = Object.entries({ places, means, actors }).filter(([, slot]) => slot?.certainty === 'stated')
  return {
    ...filled,
    places: isOwn('places') ? filled.places : [],
    means: isOwn('means') ? filled.means : null,
    actors: isOwn('actors') ? filled.actors : [],
    slots: { ...rest, ...Object.fromEntries(kept) },
  }
}

const signsOf = (view: ArabicView): CivilianSigns => ({
  namesCivilians: ({ number }) => {
    for (let at = number.first; at < number.last; at++) if (view.persons.get(at)?.value.kind === 'civilian') return true
    return false
  },
  isCivilianSetting: ({ sentence }) => settingsOf(view).has(sentence),
})

const settings = new WeakMap<ArabicView, ReadonlySet<number>>()

/** The sentences that tell of a place of civilians. */
const settingsOf = (view: ArabicView): ReadonlySet<number> => {
  const known = settings.get(view)
  if (known !== undefined) return known
  const found = allPatterns(view.words.settings, piecesOf(view.matched)).map(
    ({ first }) => view.tokens[first]?.sentence ?? 0,
  )
  const sentences = new Set(found)
  settings.set(view, sentences)
  return sentences
}
