/**
 * Letters, as one part of a character class that is compiled fast: a pattern with \p{L} at each word takes a hundred times
 * as long to compile.
 */
export const LETTERS = 'A-Za-z\\u00c0-\\uffdc'

/** Named pieces of patterns: what stands between `<` and `>`, as the source of a regular expression. */
export type Placeholders = Readonly<Record<string, string>>

/**
 * Compiles a pattern of a lexicon to the source of a regular expression (flags `u`). Items are parted by spaces; `a|b` is
 * a choice, a closing `?` makes an item optional, `<name>` stands for a placeholder, `_` for a space within a choice.
 * Words match in any case, but only as whole words; a word with a capital only as it is written.
 * Throws a RangeError for a placeholder that is not there.
 */
export const compilePhrase = (pattern: string, placeholders: Placeholders): string =>
  pattern
    .split(' ')
    .filter((item) => item !== '')
    .map((item, i) => {
      const optional = item.length > 1 && item.endsWith('?')
      const choices = (optional ? item.slice(0, -1) : item)
        .split('|')
        .map((choice) => choiceSource(choice, placeholders))
      const source = `(?:${choices.join('|')})`
      if (i === 0) return optional ? `${source}?` : source
      return optional ? `(?:\\s*${source})?` : `\\s*${source}`
    })
    .join('')

const choiceSource = (choice: string, placeholders: Placeholders): string => {
  const name = /^<(\w+)>$/.exec(choice)?.[1]
  if (name === undefined) return literalSource(choice)
  const source = placeholders[name]
  if (source === undefined) throw new RangeError(`a pattern names <${name}>, which is not defined`)
  return source
}

const literalSource = (literal: string): string => {
  const exact = /\p{Lu}/u.test(literal)
  const source = [...literal.replaceAll('_', ' ')]
    .map((c) => {
      if (c === ' ') return '\\s+'
      const upper = c.toUpperCase()
      if (!exact && upper !== c && upper.length === 1) return `[${c}${upper}]`
      return /[\p{L}\p{N}]/u.test(c) ? c : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`
    })
    .join('')
  const before = /^[\p{L}\p{N}]/u.test(literal) ? `(?<![${LETTERS}])` : ''
  const after = /\p{L}$/u.test(literal) ? `(?![${LETTERS}])` : /\p{N}$/u.test(literal) ? '(?!\\d)' : ''
  return before + source + after
}
