import type { ChangeRecord, HistoryRecord } from '@sijil/core/contract/history-record.js'
import type { Look } from './look.ts'
import { isolated, printable } from './printable.ts'
import { codeWords } from './words.ts'
import { wrap } from './wrap.ts'

const WIDEST = 110

/** Every change of an incident, the oldest first, with what was before, what is now, and why. */
export const historyPage = (code: string, history: readonly HistoryRecord[], look: Look): string => {
  const { paint } = look
  const width = Math.min(look.width, WIDEST)
  const days = history.flatMap(({ day, changes }) => [
    '',
    paint.strong(day),
    ...changes.filter(saysSomething).flatMap((change) => changeLines(change, width)),
  ])
  return [paint.strong(printable(code)), ...days, ''].join('\n')
}

/** That nobody of a kind was harmed is no news when the incident first comes up. */
const saysSomething = ({ before, after }: ChangeRecord): boolean =>
  !(before === null && (after === '0' || after === ''))

const changeLines = ({ field, before, after, reason }: ChangeRecord, width: number): readonly string[] => {
  const change = before === null ? `${after ?? ''}` : `${before} → ${after ?? 'no longer there'}`
  const text = `${codeWords(field).replace('.', ', ')}: ${change} (${codeWords(reason)})`
  return wrap(printable(text), width - 2).map((line) => `  ${isolated(line)}`)
}
