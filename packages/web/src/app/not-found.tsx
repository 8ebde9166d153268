import { Link } from '@tanstack/react-router'
import { Signpost } from 'lucide-react'
import { Empty } from '../components/states.tsx'
import { useT } from '../lib/i18n.ts'

export const NotFound = () => {
  const t = useT()
  return (
    <Empty icon={Signpost} title={t('notFound.title')}>
      <Link to="/incidents" search={{}} className="text-accent">
        {t('notFound.back')}
      </Link>
    </Empty>
  )
}
