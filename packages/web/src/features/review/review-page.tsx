import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ChevronRight, Keyboard, TextSelect } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ARTICLE_PANE, ReadBeside } from '../../components/claim/read-beside.tsx'
import { type Selection, useTextSelection } from '../../components/claim/use-text-selection.ts'
import { DocumentTitle } from '../../components/document-title.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { day, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { documentQuery } from '../../lib/resources.ts'
import { reviewStateOf, useReviews } from '../../lib/reviews.ts'
import { useMay, useNames } from '../../lib/session.ts'
import { useGrowing } from '../../lib/use-growing.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { AddClaimSheet } from './add-claim-sheet.tsx'
import { type ClaimActs, ClaimCard } from './claim-card.tsx'
import { CorrectSheet } from './correct-sheet.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'

const route = getRouteApi('/review/$doc')
/** As many cards as one step draws. */
const CARDS = 12

/** An article beside what was read in it: selecting either side moves the other. */
export const ReviewPage = () => {
  const t = useT()
  const { doc } = route.useParams()
  const { claim: selected } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(documentQuery(doc, useNames()))
  const reviews = useReviews(doc)
  const mayReview = useMay('review')
  const [editing, setEditing] = useState<ClaimRecord | null>(null)
  const [adding, setAdding] = useState<Selection | null>(null)
  const [help, setHelp] = useState(false)
  const selection = useTextSelection(ARTICLE_PANE)

  const claims = useMemo(
    () => [...(query.data?.claims ?? [])].sort((a, b) => a.start - b.start || a.end - b.end),
    [query.data],
  )
  const select = useCallback(
    (claim: string) => navigate({ search: { claim }, replace: true, resetScroll: false }),
    [navigate],
  )
  useEffect(() => {
    if (selected === undefined || query.data === undefined) return
    for (const id of [`mark-${selected}`, `claim-${selected}`])
      document.getElementById(id)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [selected, query.data])

  const current = claims.find((claim) => claim.id === selected)
  const drawn = useGrowing(claims.length, CARDS, current === undefined ? -1 : claims.indexOf(current))
  const step = (by: number): void => {
    const at = claims.findIndex((claim) => claim.id === selected)
    const next = claims[Math.max(0, Math.min(claims.length - 1, at === -1 && by < 0 ? 0 : at + by))]
    if (next) select(next.id)
  }
  const nextOpen = (): void => {
    const at = claims.findIndex((claim) => claim.id === selected)
    const open = [...claims.slice(at + 1), ...claims.slice(0, at)].find(
      (claim) => reviewStateOf(claim).verdict === 'open',
    )
    if (open) select(open.id)
  }
  const decide = (claim: ClaimRecord, decision: 'accept' | 'reject'): void => {
    reviews.decide.mutate({ claim, request: { field: 'claim', decision, reason: t(`review.${decision}Reason`) } })
    nextOpen()
  }
  const undo = (claim: ClaimRecord): void => {
    const last = reviewStateOf(claim).standing.at(-1)
    if (last) reviews.withdraw.mutate(last)
  }
  const latest = useRef<ClaimActs>(null)
  latest.current = {
    select: (claim) => select(claim.id),
    accept: (claim) => decide(claim, 'accept'),
    reject: (claim) => decide(claim, 'reject'),
    edit: setEditing,
    undo,
  }
  // Hundreds of cards stay as they are while one of them is chosen.
  const act = useMemo<ClaimActs>(
    () => ({
      select: (claim) => latest.current?.select(claim),
      accept: (claim) => latest.current?.accept(claim),
      reject: (claim) => latest.current?.reject(claim),
      edit: (claim) => latest.current?.edit(claim),
      undo: (claim) => latest.current?.undo(claim),
    }),
    [],
  )
  useShortcuts({
    next: () => step(1),
    previous: () => step(-1),
    accept: () => current && mayReview && decide(current, 'accept'),
    reject: () => current && mayReview && decide(current, 'reject'),
    edit: () => current && mayReview && setEditing(current),
    undo: () => current && mayReview && undo(current),
    help: () => setHelp(true),
  })

  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={14} />
  const read = query.data
  const open = claims.filter((claim) => reviewStateOf(claim).verdict === 'open').length
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="border-line border-b px-4 py-3 md:px-6">
        <nav aria-label={t('nav.path')} className="flex items-center gap-1 text-[0.85rem] text-faint">
          <Link to="/inbox" search={{}} className="text-soft">
            {t('inbox.title')}
          </Link>
          <ChevronRight aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
          <Ltr className="truncate">{read.document.doc}</Ltr>
        </nav>
        <div className="mt-1 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h1 className="m-0 text-[1.25rem] leading-snug font-semibold">
              <DocumentTitle document={read.document} />
            </h1>
            <p className="m-0 flex flex-wrap gap-x-3 text-[0.87rem] text-soft">
              <Words>{read.document.outlet ?? t('document.noOutlet')}</Words>
              {read.document.agency && <Words>{t('document.agency', { agency: read.document.agency })}</Words>}
              <Words>{day(read.document.published)}</Words>
              {read.document.copy && (
                <Link
                  to="/review/$doc"
                  params={{ doc: read.document.copy.ofDocument }}
                  search={{}}
                  className="text-accent"
                >
                  {t('copy.of', { relation: named(t, 'copy', read.document.copy.relation), of: read.document.copy.of })}
                </Link>
              )}
            </p>
          </div>
          <div className="flex items-center gap-2">
            <span role="status" className="text-[0.87rem] text-soft">
              {t('review.open', { n: open, all: claims.length })}
            </span>
            {mayReview && (
              <Button small isDisabled={selection === null} onPress={() => selection && setAdding(selection)}>
                <TextSelect aria-hidden="true" className="size-4" />
                {t('review.add')}
              </Button>
            )}
            <Button small look="quiet" onPress={() => setHelp(true)} aria-label={t('shortcuts.title')}>
              <Keyboard aria-hidden="true" className="size-4" />
            </Button>
          </div>
        </div>
      </header>
      <ReadBeside read={read} claims={read.claims} selected={selected} select={select}>
        {claims.length === 0 ? (
          <p className="p-4 text-soft">{t(read.withheld ? 'document.withheld' : 'review.noClaims')}</p>
        ) : (
          <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
            {claims.slice(0, drawn).map((claim) => (
              <ClaimCard
                key={claim.id}
                claim={claim}
                isSelected={claim.id === selected}
                act={act}
                mayReview={mayReview}
              />
            ))}
          </ul>
        )}
      </ReadBeside>
      {editing && (
        <CorrectSheet
          claim={editing}
          text={read.text}
          close={() => setEditing(null)}
          save={(changes) => {
            for (const request of changes) reviews.decide.mutate({ claim: editing, request })
            setEditing(null)
          }}
        />
      )}
      {adding && (
        <AddClaimSheet
          passage={adding}
          close={() => setAdding(null)}
          save={(fields) => {
            reviews.add.mutate({ ...fields, doc: read.document.id, start: adding.start, end: adding.end })
            setAdding(null)
          }}
        />
      )}
      <ShortcutsSheet isOpen={help} close={() => setHelp(false)} />
    </div>
  )
}
