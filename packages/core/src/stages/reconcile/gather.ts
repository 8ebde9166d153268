import { type Claim, type CountClaim, isCountClaim } from '../../model/claim.ts'
import type { Document, DocumentId } from '../../model/document.ts'
import { NO_ORGANISATIONS, type Organisations } from '../../origins/organisations.ts'
import { type OriginFrame, type OriginRoot, originOf } from '../../origins/origin-of.ts'
import { witnessDocuments } from '../../origins/witness-documents.ts'
import type { Layers } from '../../pipeline/layers.ts'
import type { Context } from '../../pipeline/stage.ts'
import type { Evidence, Witness } from './evidence.ts'
import { vagueNumbers } from './vague-numbers.ts'
import { groups } from './votes.ts'

type Given = Pick<Layers, 'documents' | 'copies' | 'passages' | 'claims' | 'links'>

/** The evidence for each incident and roll-up, in the order of their codes; within one, by claim. */
export const evidenceOf = (
  layers: Given,
  context: Pick<Context, 'lexicons' | 'organisations'>,
): readonly Evidence[] => {
  const organisations = context.organisations ?? NO_ORGANISATIONS
  const witnesses = witnessesById(layers, organisations)
  const vague = vagueNumbers(context.lexicons)
  return [...groups(layers.links, (link) => link.incident).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, links]) => {
      const own = [...new Set(links.map((link) => link.claim))].sort().flatMap((id) => witnesses.get(id) ?? [])
      const kind = links.every((link) => link.kind === 'rollup') ? ('rollup' as const) : ('incident' as const)
      const settled = own.map((witness) => onAttributedWord(witness, own, organisations))
      return own.length === 0 ? [] : [{ code, kind, witnesses: settled, vague }]
    })
}

/** Whose word each claim rests on, tolls and denials too. */
export const originsOf = (
  layers: Omit<Given, 'links'>,
  context: Pick<Context, 'organisations'>,
): ReadonlyMap<Claim['id'], OriginRoot> =>
  new Map(
    [...witnessesById({ ...layers, links: [] }, context.organisations ?? NO_ORGANISATIONS)].map(([id, { origin }]) => [
      id,
      origin,
    ]),
  )

const witnessesById = (layers: Given, organisations: Organisations): ReadonlyMap<Claim['id'], Witness> => {
  const documents = new Map<DocumentId, Document>(layers.documents.map(({ document }) => [document.id, document]))
  const sources = witnessDocuments(layers.claims, layers)
  const voicesOf = voices(layers, organisations)
  const witnesses = layers.claims.flatMap((claim) => {
    const document = documents.get(claim.document)
    if (document === undefined) return []
    const witness = documents.get(sources.get(claim.id) ?? document.id) ?? document
    const origin = originOf(claim, { document, witness, ...voicesOf(document.id), organisations })
    return [{ claim, document, source: witness.id, origin, enemy: isOnEnemy(claim, origin, organisations) }]
  })
  return new Map(witnesses.map((witness) => [witness.claim.id, witness]))
}

/**
 * A headline's "18 killed" rests on the word of whom the body of its document attributes the same number to: an outlet that
 * repeats its source in its own words is not a second origin.
 */
const onAttributedWord = (witness: Witness, own: readonly Witness[], organisations: Organisations): Witness => {
  const { claim } = witness
  if (claim.sources.length > 0 || !isCountClaim(claim)) return witness
  const attributed = own
    .filter((other) => other.document.id === witness.document.id && other.claim.sources.length > 0)
    .filter((other) => isCountClaim(other.claim) && retells(claim, other.claim))
    .sort((a, b) => Math.abs(a.claim.start - claim.start) - Math.abs(b.claim.start - claim.start))[0]
  if (attributed === undefined) return witness
  return { ...witness, origin: attributed.origin, enemy: isOnEnemy(claim, attributed.origin, organisations) }
}

/** The same number of the same harm, or a vague word for it. "More than 40" and "at least 41" are the same. */
const retells = (claim: CountClaim, other: CountClaim): boolean => {
  if (claim.metric !== other.metric) return false
  const [mine, theirs] = [claim.count.low ?? claim.count.high, other.count.low ?? other.count.high]
  return mine === null || (theirs !== null && Math.abs(mine - theirs) <= (mine >= 10 ? 1 : 0))
}

type Voices = Pick<OriginFrame, 'mentions' | 'chains' | 'named'>

/** Whom each document quotes, and the organisations that its text names: read at most once, and only if asked for. */
const voices = (layers: Given, organisations: Organisations): ((document: DocumentId) => Voices) => {
  const texts = new Map(layers.documents.map(({ document, text }) => [document.id, text.content]))
  const byDocument = groups(layers.claims, (claim) => claim.document)
  const known = new Map<DocumentId, Voices>()
  return (document) => {
    const found = known.get(document)
    if (found !== undefined) return found
    const chains = (byDocument.get(document) ?? []).map((claim) => claim.sources).filter((chain) => chain.length > 0)
    let named: ReturnType<Voices['named']> | undefined
    const value = {
      chains,
      mentions: chains.flat(),
      named: () => {
        named ??= organisations.findAll(texts.get(document) ?? '')
        return named
      },
    }
    known.set(document, value)
    return value
  }
}

/** A belligerent, or a medium that speaks for one, on combatants whom another than its own enemy is not said to have killed. */
const isOnEnemy = (claim: Claim, origin: OriginRoot, organisations: Organisations): boolean => {
  if (!isCountClaim(claim) || origin.party === null || claim.status !== 'combatant') return false
  const parties = claim.actors.flatMap((actor) => organisations.find(actor.text)?.party ?? [])
  return parties.length === 0 || parties.includes(origin.party)
}
