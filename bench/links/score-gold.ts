/**
 * Links the claims coded by hand and scores the incidents:
 * `npx tsx --conditions=source bench/links/score-gold.ts [--names-only] [--verbose]`; `--names-only` asks no gazetteer.
 * Needs the development material beside the project.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linkClaims } from '../../packages/core/src/stages/link/link-stage.ts'
import { sharedIsThere, sharedUrl } from '../../packages/core/src/testing/shared.ts'
import { type GoldMaterial, goldMaterial } from './gold-material.ts'

/** Prints every document whose claims are grouped otherwise than by hand, and every wrong or missed pair of documents. */
const explain = (
  material: GoldMaterial,
  incidents: ReadonlyMap<string, string>,
  whys: ReadonlyMap<string, string>,
): void => {
  const { gold, keys } = material
  const same = (of: ReadonlyMap<string, string>, a: string, b: string) => of.get(a) === of.get(b)
  const docOf = new Map(gold.map((line) => [line.id, line.doc]))
  for (const doc of new Set(gold.map((line) => line.doc))) {
    const own = gold.filter((line) => line.doc === doc && keys.has(line.id))
    if (own.every((a) => own.every((b) => same(keys, a.id, b.id) === same(incidents, a.id, b.id)))) continue
    console.log(`\n${doc}`)
    for (const line of own) console.log(lineText(line.id, material, incidents))
  }
  console.log('\nacross documents')
  const seen = new Set<string>()
  for (const a of keys.keys())
    for (const b of keys.keys()) {
      if (a >= b || docOf.get(a) === docOf.get(b) || same(keys, a, b) === same(incidents, a, b)) continue
      const verdict = same(keys, a, b) ? 'missed' : 'WRONG'
      seen.add(
        `${verdict} ${keys.get(a)} | ${keys.get(b)} (${docOf.get(a)} ${docOf.get(b)}) ${verdict === 'WRONG' ? whys.get(a) : ''}`,
      )
    }
  for (const text of seen) console.log(text)
}

const lineText = (
  id: string,
  { claims, places, keys }: GoldMaterial,
  incidents: ReadonlyMap<string, string>,
): string => {
  const claim = claims.find((one) => one.id === id)
  if (claim === undefined || !('count' in claim)) return id
  const placed = places
    .find((one) => one.claim === id)
    ?.places.map((place) => (place === null ? '-' : `${place.name}/${place.precision}`))
  const where = claim.places.map((mention) => `${mention.text}:${mention.kind}<${mention.within.join('<')}`).join('|')
  const { metric, count, scope, time, means, status, relation, partOf } = claim
  return `  ${id.padEnd(12)} ${String(incidents.get(id)).padEnd(12)} ${String(keys.get(id)).padEnd(44)} ${metric} ${count.low}..${count.high} ${scope} ${time.earliest}..${time.latest} ${where} [${placed?.join('|') ?? ''}] ${means} ${status} ${claim.actors.map((actor) => actor.text).join('|')} ${relation ?? ''}${partOf ?? ''}`
}

const main = (): void => {
  if (!sharedIsThere) {
    console.error('the development material is not beside the project: nothing to score')
    return
  }
  const material = goldMaterial(!process.argv.includes('--names-only'))
  const { claims, places, organisations } = material
  const links = linkClaims({ claims, places, copies: [], passages: [], judgements: [] }, organisations)
  const out = join(mkdtempSync(join(tmpdir(), 'sijil-links-')), 'predicted.jsonl')
  writeFileSync(out, links.map((link) => JSON.stringify({ id: link.claim, incident: link.incident })).join('\n'))
  const path = (name: string) => fileURLToPath(sharedUrl(name))
  const scorer = [path('eval/score-links.mjs'), path('gold/news-dev.incidents.jsonl'), out]
  console.log(execFileSync('node', scorer, { encoding: 'utf8' }))
  if (!process.argv.includes('--verbose')) return
  const incidents = new Map<string, string>(links.map((link) => [link.claim, link.incident]))
  explain(material, incidents, new Map(links.map((link) => [link.claim as string, link.why])))
}

main()
