import { type Phenomenon, type PhenomenonLine, phenomenonKey } from '../packages/core/src/testing/phenomena.ts'

/** The page that shows everything the grammar of a language understands, from its phenomena suite. */
export const phenomenaPage = (phenomena: readonly Phenomenon[], open: ReadonlyMap<string, string>): string => {
  const count = phenomena.reduce((sum, { lines }) => sum + lines.length, 0)
  return `# What the grammar understands

Made by \`npm run docs\` from \`lexicons/en/phenomena/\`; don't edit it. ${count} texts of ${phenomena.length} phenomena, each with exactly the
claims that it must give. ${open.size} of them are marked ✗: they are not understood yet, for the reason told. All texts are invented. Days are told against a report of Wednesday, 13 March 2024.

Bounds: \`12\` exactly or about · \`12..\` at least · \`..12\` almost · \`10..12\` between · \`~dozens\` a vague word. A slot is told where
it matters; \`-\` = empty, \`?\` = uncounted (of a group) or may be absent (of a name), \`each\` = for each place, \`partOf=1\` = an addend of
the line's first claim.

${phenomena.map(({ name, lines }) => `[${title(name)}](#${name}) ${lines.length}`).join(' · ')}

${phenomena.map((phenomenon) => section(phenomenon, open)).join('\n')}`
}

const title = (name: string): string => name.replaceAll('-', ' ')

const section = ({ name, about, lines }: Phenomenon, open: ReadonlyMap<string, string>): string =>
  `## ${title(name)}\n\n${about}\n\n| text | claims |\n|---|---|\n${lines.map((line) => row(line, open.get(phenomenonKey(line)))).join('\n')}\n`

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
