import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Every file that git tracks, relative to the root. */
export const trackedFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '')

/** Every folder that holds a tracked file, at any depth. */
export const trackedFolders = (): readonly string[] => {
  const folders = new Set<string>()
  for (const file of trackedFiles()) {
    const parts = file.split('/').slice(0, -1)
    parts.forEach((_, i) => {
      folders.add(parts.slice(0, i + 1).join('/'))
    })
  }
  return [...folders].sort()
}

/** The first cell of each row of a Markdown table whose first cell is `code` or plain words, without the header. */
export const firstCells = (markdown: string): readonly string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) => line.split('|')[1]?.trim().replaceAll('`', '') ?? '')
