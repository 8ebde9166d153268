import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { GitMerge, Split, Unlink } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useT } from '../../lib/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { MergeSheet } from './merge-sheet.tsx'
import { SplitSheet } from './split-sheet.tsx'

interface JudgeMenuProps {
  readonly incident: IncidentDetail
  readonly version: string | null
}

/** What a reviewer may say of two incidents, or of the claims of one. All of it can be taken back. */
export const JudgeMenu = ({ incident, version }: JudgeMenuProps) => {
  const t = useT()
  const [open, setOpen] = useState<'same' | 'different' | 'split' | null>(null)
  if (!useMay('judge')) return null
  const close = (): void => setOpen(null)
  return (
    <>
      <Button onPress={() => setOpen('same')}>
        <GitMerge aria-hidden="true" className="size-4" />
        {t('judge.merge')}
      </Button>
      <Button onPress={() => setOpen('split')} isDisabled={incident.claims.length < 2}>
        <Split aria-hidden="true" className="size-4" />
        {t('judge.split')}
      </Button>
      <Button onPress={() => setOpen('different')}>
        <Unlink aria-hidden="true" className="size-4" />
        {t('judge.different')}
      </Button>
      {(open === 'same' || open === 'different') && (
        <MergeSheet incident={incident} version={version} verdict={open} close={close} />
      )}
      {open === 'split' && <SplitSheet incident={incident} version={version} close={close} />}
    </>
  )
}
