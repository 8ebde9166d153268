/**
 * Reads the development articles through every stage and scores the incidents against those linked by hand:
 * `npx tsx --conditions=source bench/links/score-end-to-end.ts [seeds]`. With `seeds` it prints the incidents of the five
 * seed articles instead.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isCountClaim } from '../../packages/core/src/model/claim.ts'
import { sharedUrl } from '../../packages/core/src/testing/shared.ts'
import { readDevelopment } from './read-development.ts'

const linesTo = (folder: string, name: string, values: readonly unknown[]): string => {
  const file = join(folder, name)
  writeFileSync(file, values.map((value) => JSON.stringify(value)).join('\n'))
  return file
}

const scoreNews = (): void => {
  const { claims, links, documents } = readDevelopment('news-dev')
  const names = new Map(documents.map(({ document }) => [document.id, document.doc]))
  const folder = mkdtempSync(join(tmpdir(), 'sijil-links-'))
  const told = claims.filter(isCountClaim).map(({ id, document, start, end, metric, count }) => ({
    doc: names.get(document),
    id,
    start,
    end,
    metric,
    low: count.low,
    high: count.high,
  }))
  const path = (name: string) => fileURLToPath(sharedUrl(name))
  const args = [
    path('eval/score-links.mjs'),
    path('gold/news-dev.incidents.jsonl'),
    linesTo(
      folder,
      'links.jsonl',
      links.map((link) => ({ id: link.claim, incident: link.incident })),
    ),
    '--claims',
    path('gold/news-dev.jsonl'),
    linesTo(folder, 'claims.jsonl', told),
  ]
  console.log(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

const showSeeds = (): void => {
  const { incidents, documents } = readDevelopment('seeds')
  const names = new Map(documents.map(({ document }) => [document.id, document.doc.slice(0, 3)]))
  for (const one of [...incidents].sort((a, b) => (a.time.latest ?? '').localeCompare(b.time.latest ?? ''))) {
    const all = one.figures.killed?.all
    console.log(
      one.kind,
      one.code.slice(0, 6),
      one.time.earliest,
      one.time.latest,
      one.placeText,
      `[${one.place?.name}/${one.place?.precision}]`,
      `killed ${all?.low}..${all?.high}`,
      `children ${one.groups.children?.low ?? '-'}`,
      one.means.join(','),
      one.documents.map((id) => names.get(id)).join(','),
      one.origins.map((origin) => origin.key.slice(0, 24)).join('|'),
      one.grade,
      one.partOf.map((code) => code.slice(0, 6)).join(','),
      one.checks
        .filter((check) => check.kind === 'breakdown')
        .map((check) => check.text)
        .join(' / '),
    )
  }
}

if (process.argv.includes('seeds')) showSeeds()
else scoreNews()
