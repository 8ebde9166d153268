import { exactKey } from './fold-name.ts'

/** Languages in which countries are known by name: those that people ask in first. */
const LANGUAGES = ['en', 'ar', 'fr', 'es', 'de', 'ru', 'uk', 'tr'] as const

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

let known: ReadonlyMap<string, string> | undefined

/** The ISO 3166-1 alpha-2 code of the country of that whole name ("Syria", "سوريا"), by Unicode's names of countries. */
export const countryNamed = (name: string): string | null => {
  known ??= readNames()
  return known.get(exactKey(name)) ?? null
}

const readNames = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const name = display.of(code)
      if (name !== undefined && !names.has(exactKey(name))) names.set(exactKey(name), code)
    }
  }
  return names
}
