import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { ReadText, Sentence, Tag, Token } from './read-text.ts'

const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp

/**
 * Tokens, sentences and tags of an English text. Lines are read one by one, so no sentence crosses a line.
 * Offsets are found by searching forward for each token's own characters: summing the spaces before tokens goes wrong
 * on zero-width characters.
 */
export const readEnglish = (content: string): ReadText => {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let paragraph = 0
  let lineStart = 0
  for (const line of content.split('\n')) {
    if (line.trim() !== '') readLine(line, lineStart, paragraph++, tokens, sentences)
    lineStart += line.length + 1
  }
  return { content, tokens, sentences }
}

const readLine = (line: string, offset: number, paragraph: number, tokens: Token[], sentences: Sentence[]): void => {
  const doc = nlp.readDoc(line)
  const words = doc.tokens().out(its.value) as string[]
  const tags = doc.tokens().out(its.pos) as Tag[]
  const spans = doc.sentences().out(its.span) as unknown as [number, number][]
  const base = tokens.length
  let at = 0
  for (const [from, to] of spans) {
    const first = tokens.length
    for (let i = from; i <= to; i++) {
      const word = words[i] ?? ''
      const found = line.indexOf(word, at)
      const start = found < 0 ? at : found
      at = Math.min(line.length, start + word.length)
      tokens.push({
        index: base + i,
        sentence: sentences.length,
        text: word,
        lower: word.toLowerCase(),
        tag: tags[i] ?? 'X',
        start: offset + start,
        end: offset + at,
      })
    }
    const head = tokens[first]
    const tail = tokens[tokens.length - 1]
    if (head === undefined || tail === undefined) continue
    sentences.push({ index: sentences.length, first, last: tokens.length, paragraph, start: head.start, end: tail.end })
  }
}
