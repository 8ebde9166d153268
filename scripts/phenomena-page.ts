import {
  type Phenomenon,
  type PhenomenonLine,
  phenomenonKey,
  type Suite,
} from '../packages/core/src/testing/phenomena.ts'

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** The page that shows everything the grammars understand, from their phenomena suites. */
export const phenomenaPage = (suites: readonly Suite[]): string => `# What the grammars understand

Made by \`npm run docs\` from \`lexicons/*/phenomena/\`; don't edit it. Texts that are marked ✗ are not understood yet, for the
reason told; each of the others gives exactly the claims that it must. All texts are invented. Days are told against a report of
Wednesday, 13 March 2024.

${suites.map(summary).join('\n')}

Bounds: \`12\` exactly or about · \`12..\` at least · \`..12\` almost · \`10..12\` between · \`~dozens\` a vague word. A slot is told where
it matters; \`-\` = empty, \`?\` = uncounted (of a group) or may be absent (of a name), \`each\` = for each place, \`partOf=1\` = an addend of
the line's first claim.

${suites.map(chapter).join('\n')}`

const summary = ({ language, phenomena, open }: Suite): string => {
  const count = phenomena.reduce((sum, { lines }) => sum + lines.length, 0)
  return `- [${NAMES.of(language)}](#${anchor(language)}): ${count} texts of ${phenomena.length} phenomena, ${open.size} not understood yet`
}

const anchor = (language: string): string => (NAMES.of(language) ?? language).toLowerCase()

const chapter = ({ language, phenomena, open }: Suite): string =>
  `## ${NAMES.of(language)}

${phenomena.map(({ name, lines }) => `[${title(name)}](#${language}-${name}) ${lines.length}`).join(' · ')}

${phenomena.map((phenomenon) => section(language, phenomenon, open)).join('\n')}`

const title = (name: string): string => name.replaceAll('-', ' ')

const section = (language: string, { name, about, lines }: Phenomenon, open: ReadonlyMap<string, string>): string =>
  `### ${language}: ${title(name)}\n\n${about}\n\n| text | claims |\n|---|---|\n${lines.map((line) => row(line, open.get(phenomenonKey(line)))).join('\n')}\n`

const row = ({ text, notation, published, about }: PhenomenonLine, shortfall: string | undefined): string => {
  const dated = published === '2024-03-13' ? '' : ` (published ${published})`
  const claims = notation.startsWith('no')
    ? '–'
    : notation
        .split(' ; ')
        .map((claim) => `\`${claim}\``)
        .join('<br>')
  const not = shortfall === undefined ? '' : `<br>*Not yet: ${escaped(shortfall)}.*`
  return `| ${shortfall === undefined ? '' : '✗ '}${escaped(text)}${dated}${not} | ${claims}${about === '' ? '' : `<br>*${escaped(about)}*`} |`
}

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
