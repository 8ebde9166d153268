import { EyeOff } from 'lucide-react'
import { useT } from '../lib/i18n.ts'
import { Empty } from './states.tsx'

/** A text that this person's role may not read, because names could not be told from its other words. */
export const Withheld = () => {
  const t = useT()
  return (
    <Empty icon={EyeOff} title={t('document.withheld')}>
      {t('document.withheldWhy')}
    </Empty>
  )
}
