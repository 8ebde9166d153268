import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ROOT } from './tree.ts'

const DIST = join(ROOT, 'packages/web/dist')
const MOST_BYTES = 250_000
const isBuilt = existsSync(join(DIST, 'index.html'))

const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length
const assets = isBuilt ? readdirSync(join(DIST, 'assets')) : []

/** What the first page needs before anything shows: what index.html names, and whatever those scripts import at once. */
const coreFiles = (): ReadonlySet<string> => {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8')
  const core = new Set(
    [...html.matchAll(/(?:src|href)="\/?assets\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name ?? ''),
  )
  // Sets grow while they are walked: imports of imports come too.
  for (const name of core) {
    if (!name.endsWith('.js')) continue
    const code = readFileSync(join(DIST, 'assets', name), 'utf8')
    for (const [, imported] of code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g))
      if (imported) core.add(imported)
  }
  return core
}

describe.skipIf(!isBuilt)('the built pages', () => {
  test('bring at most 250 kB before the first page shows', () => {
    const core = [...coreFiles()]
    expect(core.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(0)
    const sum = core.reduce((bytes, name) => bytes + gzipped(join(DIST, 'assets', name)), 0)
    expect(sum, core.map((name) => `${name} ${gzipped(join(DIST, 'assets', name))}`).join('\n')).toBeLessThanOrEqual(
      MOST_BYTES,
    )
  })

  test('bring no schema: only the server checks by them', () => {
    const checking = assets.filter(
      (name) => name.endsWith('.js') && readFileSync(join(DIST, 'assets', name), 'utf8').includes('ZodError'),
    )
    expect(checking).toEqual([])
  })

  test('leave the map, the charts and the other language for when they are asked for', () => {
    const core = coreFiles()
    const lazy = (holds: string): readonly string[] =>
      assets.filter((name) => name.endsWith('.js') && readFileSync(join(DIST, 'assets', name), 'utf8').includes(holds))
    for (const holds of ['maplibregl-canvas', 'جميع الأرقام نطاقات']) {
      const files = lazy(holds)
      expect(files.length, holds).toBeGreaterThan(0)
      expect(
        files.map((name) => basename(name)).filter((name) => core.has(name)),
        holds,
      ).toEqual([])
    }
  })
})
