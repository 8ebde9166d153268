import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { referencePage } from '../packages/core/src/contract/api/reference-page.ts'
import { ROUTES } from '../packages/core/src/contract/api/routes.ts'
import { loadSuites } from '../packages/core/src/testing/phenomena.ts'
import { phenomenaPage } from '../scripts/phenomena-page.ts'
import { firstCells, ROOT, trackedFiles, trackedFolders } from './tree.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Folders that the map must name: the top level, and each part of the two sources down to the stages. */
const isOnTheMap = (folder: string): boolean =>
  (/^[^/.]+$/.test(folder) && folder !== 'packages') ||
  /^packages\/[^/]+\/src(\/[^/]+)?$/.test(folder) ||
  /^packages\/core\/src\/stages\/[^/]+$/.test(folder)

test('the folder map of ARCHITECTURE is the tree', () => {
  const map = read('ARCHITECTURE.md').split('## Folder map')[1]?.split('\n## ')[0] ?? ''
  const named = firstCells(map).slice(1)
  expect([...named].sort()).toEqual(trackedFolders().filter(isOnTheMap))
})

test('every dependency has its row, and every row a dependency', () => {
  const manifests = trackedFiles().filter((file) => /^(packages\/[^/]+\/)?package\.json$/.test(file))
  const used = new Set<string>()
  for (const file of manifests) {
    const manifest = JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>
    for (const field of ['dependencies', 'devDependencies', 'optionalDependencies'])
      for (const name of Object.keys(manifest[field] ?? {})) if (!name.startsWith('@sijil/')) used.add(name)
  }
  const rows = firstCells(read('docs/dependencies.md')).filter((cell) => cell !== 'package')
  expect([...rows].sort()).toEqual([...used].sort())
})

test('links between the pages lead somewhere', () => {
  const pages = trackedFiles().filter((file) => file.endsWith('.md') && !file.startsWith('examples/reports/'))
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
      .map((target) => `${page} → ${target}`),
  )
  expect(broken).toEqual([])
})

test('the glossary tells each word once, in order', () => {
  const words = [...read('GLOSSARY.md').matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, word]) => word ?? '')
  expect(words.length).toBeGreaterThan(40)
  expect(words).toEqual([...new Set(words)].sort((a, b) => a.localeCompare(b, 'en')))
})

test('every decision says what was decided, why, and at what price', () => {
  const pages = trackedFiles().filter((file) => file.startsWith('docs/decisions/'))
  for (const page of pages)
    for (const part of ['**Decision.**', '**Why.**', '**Price.**']) expect(read(page), page).toContain(part)
})

test('every example report says in its head that it is invented', () => {
  const reports = trackedFiles().filter((file) => file.startsWith('examples/reports/'))
  expect(reports.length).toBeGreaterThanOrEqual(16)
  for (const report of reports) expect(read(report).slice(0, 400), report).toMatch(/invented/i)
})

test('the generated pages are fresh (mend: npm run docs)', () => {
  expect(read('docs/api-routes.md')).toBe(referencePage(ROUTES))
  expect(read('docs/phenomena.md')).toBe(phenomenaPage(loadSuites()))
})
