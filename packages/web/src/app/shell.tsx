import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import {
  ChartNoAxesCombined,
  Inbox,
  Layers,
  ListChecks,
  type LucideIcon,
  Map as MapIcon,
  Search,
  Settings2,
  ShieldCheck,
  Users,
} from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Toasts } from '../components/toasts.tsx'
import { type MessageKey, useT } from '../lib/i18n.ts'
import { AppearanceMenu } from './appearance-menu.tsx'
import { UserMenu } from './user-menu.tsx'

interface Section {
  readonly to: string
  readonly label: MessageKey
  readonly icon: LucideIcon
}

const SECTIONS: readonly Section[] = [
  { to: '/inbox', label: 'nav.inbox', icon: Inbox },
  { to: '/review', label: 'nav.review', icon: ListChecks },
  { to: '/incidents', label: 'nav.incidents', icon: Layers },
  { to: '/map', label: 'nav.map', icon: MapIcon },
  { to: '/timeline', label: 'nav.timeline', icon: ChartNoAxesCombined },
  { to: '/tolls', label: 'nav.tolls', icon: ShieldCheck },
  { to: '/coding', label: 'nav.coding', icon: Users },
  { to: '/admin', label: 'nav.admin', icon: Settings2 },
]

const palette = () => import('../features/search/search-palette.tsx')
const SearchPalette = lazy(() => palette().then((module) => ({ default: module.SearchPalette })))
/** What is typed right after Ctrl K must not be lost on the way: the palette is there before it is asked for. */
const FETCHED_AFTER_MS = 1500

/** The frame of every page: where one can go, search, and how it looks. */
export const Shell = () => {
  const t = useT()
  const main = useRef<HTMLElement>(null)
  const [searching, setSearching] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })

  // A new page is announced and read from its top: the heading takes the focus that the link held.
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the path changes
  useEffect(() => {
    if (!first.current) main.current?.focus()
    first.current = false
  }, [path])

  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setSearching(true)
      }
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])

  useEffect(() => {
    const timer = setTimeout(() => void palette(), FETCHED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <div className="grid h-dvh grid-rows-[auto_1fr_auto] md:grid-cols-[auto_1fr] md:grid-rows-[1fr] print:block print:h-auto">
      <a
        href="#main"
        className="absolute start-3 top-3 z-50 -translate-y-20 rounded bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
      >
        {t('nav.skip')}
      </a>
      <header className="no-print flex items-center gap-2 border-line border-b bg-sunken px-3 py-2 md:w-[13.2rem] md:flex-col md:items-stretch md:gap-1 md:border-e md:border-b-0 md:px-3 md:py-4">
        <Link to="/incidents" className="flex items-center gap-2.5 px-1 text-ink no-underline md:mb-3">
          <Mark />
          <span className="flex items-baseline gap-2 text-[1.1rem] font-semibold tracking-tight">
            Sijil{' '}
            <span lang="ar" className="text-[0.95rem] font-normal text-faint">
              سجل
            </span>
          </span>
        </Link>
        <button
          type="button"
          onClick={() => setSearching(true)}
          className="ms-auto flex min-h-9 items-center gap-2 rounded-md border border-line bg-raised px-2.5 text-soft hover:border-strong-line md:ms-0 md:mb-3"
        >
          <Search aria-hidden="true" className="size-4" />
          <span className="sr-only md:not-sr-only md:flex-1 md:text-start">{t('nav.search')}</span>
          <kbd
            dir="ltr"
            className="hidden rounded border border-line px-1 font-sans text-[0.72rem] text-faint md:inline"
          >
            Ctrl K
          </kbd>
        </button>
        <nav aria-label={t('nav.label')} className="hidden md:block">
          <ul className="m-0 flex list-none flex-col gap-0.5 p-0">
            {SECTIONS.map((section) => (
              <li key={section.to}>
                <SectionLink section={section} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex items-center gap-1 md:mt-auto md:flex-col md:items-stretch">
          <AppearanceMenu />
          <UserMenu />
        </div>
      </header>
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="relative min-h-0 overflow-auto outline-none print:overflow-visible"
      >
        <Outlet />
      </main>
      <nav aria-label={t('nav.label')} className="no-print border-line border-t bg-sunken md:hidden">
        <ul className="m-0 flex list-none p-0">
          {SECTIONS.map((section) => (
            <li key={section.to} className="min-w-0 flex-1">
              <SectionLink section={section} narrow />
            </li>
          ))}
        </ul>
      </nav>
      {searching && (
        <Suspense>
          <SearchPalette isOpen close={() => setSearching(false)} />
        </Suspense>
      )}
      <Toasts />
    </div>
  )
}

const SectionLink = ({ section, narrow = false }: { readonly section: Section; readonly narrow?: boolean }) => {
  const t = useT()
  const Icon = section.icon
  return (
    <Link
      to={section.to}
      activeProps={{ 'aria-current': 'page', 'data-active': true } as object}
      className={`flex items-center rounded-md text-soft no-underline hover:bg-line/60 hover:text-ink data-active:bg-accent-wash data-active:font-medium data-active:text-accent ${
        narrow ? 'min-h-12 flex-col justify-center gap-0.5 px-0.5 text-[0.62rem]' : 'min-h-9 gap-2.5 px-2.5'
      }`}
    >
      <Icon aria-hidden="true" className="size-[1.1rem] shrink-0" strokeWidth={1.8} />
      <span className={narrow ? 'max-w-full truncate' : ''}>{t(section.label)}</span>
    </Link>
  )
}

const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7">
    <rect width="32" height="32" rx="7" fill="#1d4d57" />
    <path d="M8 10h16M8 16h10M8 22h13" stroke="#f4efe6" strokeWidth="2.6" strokeLinecap="round" />
    <circle cx="23.5" cy="16" r="2.4" fill="#e3a24a" />
  </svg>
)
