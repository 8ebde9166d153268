import { readArabicDrafts } from './arabic/read-arabic-drafts.ts'
import type { LanguageReader } from './language-reader.ts'
import { readEnglishDrafts } from './read-english-drafts.ts'

/** The languages that are coded (ISO 639-1), each with its reader. */
export const READERS: ReadonlyMap<string, LanguageReader> = new Map([
  ['en', readEnglishDrafts],
  ['ar', readArabicDrafts],
])
