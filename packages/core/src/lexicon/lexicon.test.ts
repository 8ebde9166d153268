import { expect, test } from 'vitest'
import { compiledFrom, makeLexicon, parseTable } from './lexicon.ts'

test('reads rows by the names of the header, without comments and blank lines', () => {
  expect(parseTable('t.tsv', 'word\tkind\n# a remark\n\nkilled \tverb\r\nshell\n')).toEqual([
    { word: 'killed', kind: 'verb' },
    { word: 'shell', kind: '' },
  ])
})

test('names the file and the line of a row that has too many cells', () => {
  expect(() => parseTable('lexicons/en/harm.tsv', 'a\tb\n1\t2\t3')).toThrow('lexicons/en/harm.tsv:2: 3 cells')
})

test('a table without a header is refused', () => {
  expect(() => parseTable('t.tsv', '\n#\n')).toThrow('t.tsv: no header row')
})

test('a table that is not there is named', () => {
  expect(() => makeLexicon('en', {}).table('harm')).toThrow('lexicons/en has no table harm.tsv')
})

test('what is compiled from a lexicon is built once', () => {
  let built = 0
  const get = compiledFrom(() => ++built)
  const lexicon = makeLexicon('en', {})
  expect([get(lexicon), get(lexicon), get(makeLexicon('en', {}))]).toEqual([1, 1, 2])
})
