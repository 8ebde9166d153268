import { marksOfTokens } from '../text/marks.ts'
import type { ReadText, Sentence, Token } from '../text/read-text.ts'
import type { PlaceWords } from './place-words.ts'

/** A stretch of tokens that looks like a name: capitalised words with the small words and hyphens inside it. */
export interface NameRun {
  readonly first: number
  /** One past its last token. */
  readonly last: number
  /** Whether its capital may owe to its place at the start of a sentence, a quotation or a headline. */
  readonly initial: boolean
}

const CAPITAL = /^[‘'ʿʾ`’"]?\p{Lu}/u
const WORD = /^[\p{L}\p{M}\p{N}'’‘`ʿʾ_.]+$/u
const OPENERS = new Set([';', ':', '“', '"', '(', '[', '…', '—', '•', '|', '...'])

/** Whether a token begins as a name does. The first letter decides nearly always; patterns take ten times as long. */
export const isCapitalised = (token: Token): boolean => {
  const code = token.text.charCodeAt(0)
  if (code >= UPPER_A && code <= UPPER_Z) return true
  return !(code >= LOWER_A && code <= LOWER_Z) && CAPITAL.test(token.text)
}

const [UPPER_A, UPPER_Z, LOWER_A, LOWER_Z] = [65, 90, 97, 122]

/** Whether a word begins with a small letter and has no capital anywhere: no name, then, without asking a pattern. */
const isPlainLower = ({ text, lower }: Token): boolean => {
  const code = text.charCodeAt(0)
  return code >= LOWER_A && code <= LOWER_Z && text === lower
}

/** The runs of one sentence, left to right. */
export const nameRunsOf = (text: ReadText, sentence: Sentence, words: PlaceWords): readonly NameRun[] => {
  const runs: NameRun[] = []
  const { tokens } = text
  const marks = marksOfTokens(tokens)
  for (let i = sentence.first; i < sentence.last; ) {
    const head = ((marks[i] ?? 0) & words.beginsName) === 0 ? 0 : headLength(tokens, i, sentence.last, words)
    if (head === 0) {
      i++
      continue
    }
    const last = endOfRun(tokens, i + head, sentence.last, words)
    runs.push({ first: i, last, initial: isInitial(tokens, i, sentence.first) })
    i = last
  }
  return runs
}

const isInitial = (tokens: readonly Token[], i: number, first: number): boolean =>
  i === first || OPENERS.has(tokens[i - 1]?.text ?? '')

/** How many tokens the beginning of a name takes at `i`: one capitalised word, or an article with its word; 0 for none. */
const headLength = (tokens: readonly Token[], i: number, end: number, words: PlaceWords): number => {
  const token = tokens[i]
  if (token === undefined) return 0
  const article = articleLength(tokens, i, end, words)
  if (article > 0) return article
  if (isPlainLower(token)) return 0
  if (isCapitalised(token)) return 1
  const glued = /^(\p{Ll}{2,3})[_'’]?\p{Lu}/u.exec(token.text)?.[1]
  return glued !== undefined && isArticle(glued, words) ? 1 : 0
}

const isArticle = (word: string, words: PlaceWords): boolean => {
  const roles = words.rolesOf(word)
  return roles !== undefined && (roles.has('article') || roles.has('article-'))
}

/** "al-Kanayes", "al Baghouz", "ez-Zor", "al- Aziziyeh": the tokens from the article through its word; 0 when there is none. */
const articleLength = (tokens: readonly Token[], i: number, end: number, words: PlaceWords): number => {
  const token = tokens[i]
  if (token === undefined || !isArticle(token.lower, words)) return 0
  const hyphen = tokens[i + 1]
  if (i + 2 < end && hyphen !== undefined && isHyphen(hyphen) && hyphen.start === token.end) {
    const word = tokens[i + 2]
    return word !== undefined && WORD.test(word.text) && (word.start === hyphen.end || isCapitalised(word)) ? 3 : 0
  }
  const bare = words.has('article', token.lower) || isCapitalised(token)
  return bare && i + 1 < end && hyphen !== undefined && isCapitalised(hyphen) ? 2 : 0
}

const isHyphen = (token: Token): boolean =>
  token.text === '-' || token.text === '_' || token.text === '‑' || token.text === '–'

const endOfRun = (tokens: readonly Token[], from: number, end: number, words: PlaceWords): number => {
  let i = from
  while (i < end) {
    const step = nextLength(tokens, i, end, words)
    if (step === 0) return i
    i += step
  }
  return i
}

/** How many tokens at `i` go on with the name that ends there. */
const nextLength = (tokens: readonly Token[], i: number, end: number, words: PlaceWords): number => {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (token === undefined || before === undefined) return 0
  const next = tokens[i + 1]
  const isGlued = token.start === before.end
  if (
    isGlued &&
    isHyphen(token) &&
    next !== undefined &&
    i + 1 < end &&
    next.start === token.end &&
    WORD.test(next.text)
  )
    return 2
  if (isGlued) return 0
  const head = headLength(tokens, i, end, words)
  if (head > 0) return head
  return words.has('joint', token.lower) && i + 1 < end && next !== undefined && isCapitalised(next) ? 2 : 0
}
