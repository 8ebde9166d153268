import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { Refusal } from '@sijil/core/pipeline/layers.js'
import { glob, isDynamicPattern } from 'tinyglobby'
import { codeOf, messageOf } from '../error-facts.ts'

/** A file to be read. */
export interface FoundFile {
  readonly path: string
  /** The name users will know it by: relative to the folder or pattern that was given, or its base name. */
  readonly name: string
  readonly size: number
}

/** What paths lead to, in the order of the paths and then of names. Those that lead nowhere are refused, one by one. */
export const findFiles = async (
  paths: readonly string[],
): Promise<{ readonly files: readonly FoundFile[]; readonly refusals: readonly Refusal[] }> => {
  const files: FoundFile[] = []
  const refusals: Refusal[] = []
  for (const path of paths) {
    try {
      for await (const file of follow(path)) files.push(file)
    } catch (error) {
      refusals.push(unreadable(path, error))
    }
  }
  return { files, refusals }
}

async function* follow(path: string): AsyncGenerator<FoundFile> {
  const known = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' && isDynamicPattern(path)) return null
    throw error
  })
  if (known === null) yield* match(path)
  else if (known.isDirectory()) yield* walk(path, path)
  else yield { path, name: basename(path), size: known.size }
}

/** A pattern that the shell did not expand. */
async function* match(pattern: string): AsyncGenerator<FoundFile> {
  const found = (await glob(pattern.split(sep).join('/'), { onlyFiles: true })).sort()
  if (found.length === 0) throw new Error('no file matches this pattern')
  const fixed = pattern.split(/[\\/]/).findIndex((part) => isDynamicPattern(part))
  const base = pattern.split(/[\\/]/).slice(0, fixed).join('/') || '.'
  for (const path of found) yield { path, name: slashed(relative(base, path)), size: (await stat(path)).size }
}

/** All files below a folder, in the order of their names; hidden ones are passed over, links to folders not followed. */
async function* walk(root: string, folder: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(root, path)
    else {
      const known = await stat(path).catch(() => null)
      if (known === null || known.isFile()) yield { path, name: slashed(relative(root, path)), size: known?.size ?? 0 }
    }
  }
}

const slashed = (path: string): string => path.split(sep).join('/')

/** A path that cannot be read, as a refusal that says what to do. */
export const unreadable = (name: string, error: unknown): Refusal => {
  const code = codeOf(error)
  if (code === 'ENOENT')
    return { name, at: null, code: 'not-found', text: 'there is no such file or folder; check the spelling' }
  if (code === 'EACCES' || code === 'EPERM')
    return { name, at: null, code: 'not-readable', text: 'you may not read it; ask its owner for the right to' }
  return { name, at: null, code: 'unreadable', text: messageOf(error) }
}
