/**
 * Links the claims coded by hand and scores the incidents: `npx tsx --conditions=source bench/links/score-gold.ts [--verbose]`.
 * Needs the development material beside the project.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linkClaims } from '../../packages/core/src/stages/link/link-stage.ts'
import { claimsFromGold, type GoldClaim } from '../../packages/core/src/testing/gold-claims.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'
import { readSharedLines, sharedIsThere, sharedUrl } from '../../packages/core/src/testing/shared.ts'

if (!sharedIsThere) {
  console.error('the development material is not beside the project: nothing to score')
  process.exit(0)
}
const gold = readSharedLines<GoldClaim>('gold/news-dev.jsonl')
const keys = new Map(
  readSharedLines<{ id: string; incident: string }>('gold/news-dev.incidents.jsonl').map((l) => [l.id, l.incident]),
)
const organisations = loadOrganisations()
const claims = claimsFromGold(gold, organisations)
const links = linkClaims({ claims, places: [], passages: [], judgements: [] }, organisations)
const out = join(mkdtempSync(join(tmpdir(), 'sijil-links-')), 'predicted.jsonl')
writeFileSync(out, links.map((link) => JSON.stringify({ id: link.claim, incident: link.incident })).join('\n'))
const path = (name: string) => fileURLToPath(sharedUrl(name))
console.log(
  execFileSync('node', [path('eval/score-links.mjs'), path('gold/news-dev.incidents.jsonl'), out], {
    encoding: 'utf8',
  }),
)
if (process.argv.includes('--verbose')) {
  const predicted = new Map(links.map((link) => [link.claim as string, link.incident]))
  for (const doc of new Set(gold.map((line) => line.doc))) {
    const own = gold.filter((line) => line.doc === doc && keys.has(line.id))
    const wrong = own.some((a) =>
      own.some((b) => (keys.get(a.id) === keys.get(b.id)) !== (predicted.get(a.id) === predicted.get(b.id))),
    )
    if (!wrong) continue
    console.log(`\n${doc}`)
    for (const l of own)
      console.log(
        `  ${l.id.padEnd(12)} ${String(predicted.get(l.id)).padEnd(12)} ${keys.get(l.id)?.padEnd(44)} ${l.metric} ${l.low}..${l.high} ${l.scope} ${l.from}..${l.to} ${l.places?.join('|')} ${l.means} ${l.status} ${l.actors?.join('|')} ${l.relation ?? ''}${l.partOf ?? ''}`,
      )
  }
  console.log('\nacross documents')
  const at = links.filter((l) => keys.has(l.claim))
  const docOf = new Map(gold.map((l) => [l.id, l.doc]))
  const seen = new Set<string>()
  for (const a of at)
    for (const b of at) {
      if (a.claim >= b.claim || docOf.get(a.claim) === docOf.get(b.claim)) continue
      const same = keys.get(a.claim) === keys.get(b.claim)
      if (same === (a.incident === b.incident)) continue
      const text = `${same ? 'missed' : 'WRONG'} ${keys.get(a.claim)} | ${keys.get(b.claim)} : ${docOf.get(a.claim)} ${docOf.get(b.claim)} ${same ? '' : a.why}`
      if (!seen.has(text)) console.log(text)
      seen.add(text)
    }
}
