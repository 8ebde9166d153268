import { existsSync, readFileSync } from 'node:fs'

const SHARED = new URL('../../../../../shared/', import.meta.url)

/** Whether the development material lies beside the project. */
export const sharedIsThere = existsSync(SHARED)

/** The address of a file of the development material. */
export const sharedUrl = (path: string): URL => new URL(path, SHARED)

/** The text of a file of the development material. */
export const readShared = (path: string): string => readFileSync(sharedUrl(path), 'utf8')

/** The lines of a JSON-lines file of the development material. */
export const readSharedLines = <T>(path: string): readonly T[] =>
  readShared(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
