import { readFileSync } from 'node:fs'

/** This Sijil's version, as its manifest has it. */
export const readVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new TypeError('packages/server/package.json names no version')
}
