import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { CircleUserRound, Eye, EyeOff, LogOut } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Words } from '../components/ltr.tsx'
import { api } from '../lib/api.ts'
import { named } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'
import { sessionQuery, showNames, useNames } from '../lib/session.ts'

const ROW = 'flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-soft no-underline hover:bg-line/60 hover:text-ink'

const ITEM = 'mt-1 flex min-h-8 cursor-default items-center gap-2 rounded px-2 outline-none data-focused:bg-accent-wash'

/** Who is signed in, whether they see names of persons, and the way out. */
export const UserMenu = () => {
  const t = useT()
  const { data } = useQuery(sessionQuery)
  const client = useQueryClient()
  const names = useNames()
  const navigate = useNavigate()
  if (!data?.user)
    return (
      <Link to="/sign-in" className={ROW}>
        <CircleUserRound aria-hidden="true" className="size-[1.1rem]" strokeWidth={1.8} />
        <span className="sr-only md:not-sr-only">{t('account.signIn')}</span>
      </Link>
    )
  const signOut = async (): Promise<void> => {
    await api.call('signOut', {})
    client.clear()
    await navigate({ to: '/sign-in' })
  }
  return (
    <MenuTrigger>
      <Button className={ROW}>
        <CircleUserRound aria-hidden="true" className="size-[1.1rem]" strokeWidth={1.8} />
        <span className="sr-only min-w-0 truncate md:not-sr-only">
          <Words>{data.user.name}</Words>
        </span>
      </Button>
      <Popover className="min-w-56 rounded-lg border border-line bg-raised p-1 shadow-xl">
        <p className="m-0 border-line border-b px-2 py-1.5 text-[0.87rem]">
          <Words className="block font-medium">{data.user.email}</Words>
          {data.role && <span className="text-faint">{named(t, 'role', data.role)}</span>}
        </p>
        <Menu className="outline-none" onAction={(key) => (key === 'names' ? showNames(!names) : signOut())}>
          {data.maySeeNames && (
            <MenuItem id="names" className={ITEM}>
              {names ? <EyeOff aria-hidden="true" className="size-4" /> : <Eye aria-hidden="true" className="size-4" />}
              {t(names ? 'names.hide' : 'names.show')}
            </MenuItem>
          )}
          <MenuItem id="out" className={ITEM}>
            <LogOut aria-hidden="true" className="size-4" />
            {t('account.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
