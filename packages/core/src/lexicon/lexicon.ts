/** One line of a lexicon table: column name → cell, trimmed. */
export type Row = Readonly<Record<string, string>>

/** The words of one language, as data. Shared code knows no language's words; it reads them here. */
export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string
  /** All rows of `lexicons/<language>/<name>.tsv`; throws a RangeError for a table that is not there. */
  table(name: string): readonly Row[]
}

/** Reads one table: tab-separated, a header row, `#` lines and blank lines skipped. Errors name the file and the line. */
export const parseTable = (file: string, content: string): readonly Row[] => {
  const rows: Row[] = []
  let header: readonly string[] | undefined
  content.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const cells = line.split('\t').map((cell) => cell.trim())
    if (header === undefined) {
      header = cells
      return
    }
    if (cells.length > header.length)
      throw new RangeError(`${file}:${i + 1}: ${cells.length} cells, but the header has ${header.length} columns`)
    rows.push(Object.fromEntries(header.map((name, k) => [name, cells[k] ?? ''])))
  })
  if (header === undefined) throw new RangeError(`${file}: no header row`)
  return rows
}

/** A lexicon from the contents of its files, keyed by table name. */
export const makeLexicon = (language: string, files: Readonly<Record<string, string>>): Lexicon => {
  const tables = new Map(
    Object.entries(files).map(([name, content]) => [name, parseTable(`lexicons/${language}/${name}.tsv`, content)]),
  )
  return {
    language,
    table: (name) => {
      const rows = tables.get(name)
      if (rows === undefined) throw new RangeError(`lexicons/${language} has no table ${name}.tsv`)
      return rows
    },
  }
}

/** Builds something from a lexicon once and keeps it as long as the lexicon lives. */
export const compiledFrom = <T>(build: (lexicon: Lexicon) => T): ((lexicon: Lexicon) => T) => {
  const made = new WeakMap<Lexicon, T>()
  return (lexicon) => {
    const known = made.get(lexicon)
    if (known !== undefined) return known
    const value = build(lexicon)
    made.set(lexicon, value)
    return value
  }
}
