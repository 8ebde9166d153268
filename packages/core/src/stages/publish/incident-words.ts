import { sentenceAround } from '../../contract/sentence-around.ts'
import type { Claim } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import type { DocumentText } from '../../pipeline/layers.ts'

/**
 * The words by which an incident is found: its code, its place, who is said to have done it, the sentences that its claims
 * stand in and the titles of its documents. A piece a line.
 */
export const incidentWords = (
  incident: Incident,
  claims: ReadonlyMap<string, Claim>,
  documents: ReadonlyMap<string, DocumentText>,
): string => {
  const { code, placeText, place, actors } = incident
  const sentences = incident.claims.flatMap((id) => {
    const claim = claims.get(id)
    const text = claim && documents.get(claim.document)?.text
    return claim === undefined || text === undefined ? [] : [sentenceAround(text.content, claim).text]
  })
  const titles = incident.documents.map((id) => documents.get(id)?.document.title)
  const pieces = [code, placeText, place?.name, place?.admin1, ...actors, ...titles, ...sentences]
  return [...new Set(pieces.filter((piece) => typeof piece === 'string'))].join('\n')
}
