import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { ClaimReviewRequest } from '@sijil/core/contract/review-record.js'
import { useState } from 'react'
import { ClaimFields } from '../../components/claim/claim-fields.tsx'
import { type ClaimForm, changedFields, formOf } from '../../components/claim/claim-form.ts'
import { CorrectForm } from '../../components/correct-form.tsx'
import { useT } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import { Passage } from './passage.tsx'

interface CorrectSheetProps {
  readonly claim: ClaimRecord
  /** The words of its document. */
  readonly text: string
  readonly close: () => void
  readonly save: (changes: readonly Omit<ClaimReviewRequest, 'sees'>[]) => void
}

/** Correcting a claim slot by slot; only what was changed is written, with the reason. */
export const CorrectSheet = ({ claim, text, close, save }: CorrectSheetProps) => {
  const t = useT()
  const before = formOf(claim)
  const [form, setForm] = useState<ClaimForm>(before)
  const changes = changedFields(before, form)
  return (
    <CorrectForm
      title={t('correct.title')}
      changes={changes.length}
      close={close}
      save={(reason) => save(changes.map(({ field, value }) => ({ field, value, decision: 'correct', reason })))}
    >
      <Passage
        text={text}
        start={claim.start}
        end={claim.end}
        takeSource={(words) => setForm({ ...form, sources: [...form.sources, { text: words, type: 'other' }] })}
      />
      <ClaimFields form={form} change={setForm} counts={isCount(claim)} />
    </CorrectForm>
  )
}
