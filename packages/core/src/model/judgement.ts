import type { Brand } from './brand.ts'

export type JudgementId = Brand<'JudgementId'>

/** Whether two claims speak of one incident. Append-only; withdrawn by a later entry, never erased. */
export interface Judgement {
  readonly kind: 'judgement'
  readonly id: JudgementId
  /** Two claim ids, or two incident codes. */
  readonly left: string
  readonly right: string
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly by: string
  readonly reason: string
  /** ISO instant. */
  readonly at: string
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** Whether a judgement names a claim, or one place of it, as one of its sides. */
export const isOn = ({ left, right }: Pick<Judgement, 'left' | 'right'>, claim: string): boolean =>
  [left, right].some((side) => side === claim || side.startsWith(`${claim}#`))
