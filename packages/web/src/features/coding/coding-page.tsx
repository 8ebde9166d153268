import type { CodedAnswer, GivenAnswer } from '@sijil/core/contract/coding-record.js'
import { NO_ANSWER } from '@sijil/core/contract/no-answer.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Check, ChevronRight, EyeOff, Pencil, TextSelect, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { EMPTY_FORM, formOf } from '../../components/claim/claim-form.ts'
import { ARTICLE_PANE, ReadBeside } from '../../components/claim/read-beside.tsx'
import { type Selection, useTextSelection } from '../../components/claim/use-text-selection.ts'
import { ClaimLine } from '../../components/claim-line.tsx'
import { DocumentTitle } from '../../components/document-title.tsx'
import { Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { Tag } from '../../components/tag.tsx'
import { say } from '../../components/toasts.tsx'
import { api, isConflict } from '../../lib/api.ts'
import { claimAction } from '../../lib/claim-action.ts'
import { claimNumber } from '../../lib/claim-number.ts'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import { problemWords } from '../../lib/problem-words.ts'
import { useNames } from '../../lib/session.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { CodeSheet } from './code-sheet.tsx'
import { type CodedClaim, codedClaims } from './coded-claim.ts'
import { codingQuery } from './coding-queries.ts'

const route = getRouteApi('/coding/$id')
type Answer = Omit<CodedAnswer, 'start' | 'end' | 'values'> & Partial<CodedAnswer>
const ownWords = ({ version: _, ...answer }: GivenAnswer): CodedAnswer => answer

/** A coder's own sheet: the article beside what the machine read in it, and nothing of the other coder. */
export const CodingPage = () => {
  const t = useT()
  const { id } = route.useParams()
  const client = useQueryClient()
  const navigate = route.useNavigate()
  const sheet = codingQuery(id, useNames())
  const query = useQuery(sheet)
  const [selected, setSelected] = useState<string>()
  const [editing, setEditing] = useState<CodedClaim | null>(null)
  const [adding, setAdding] = useState<Selection | null>(null)
  const selection = useTextSelection(ARTICLE_PANE)
  const onError = (error: unknown): void => {
    say(problemWords(error, t), { tone: 'alert' })
  }
  const versionOf = (claim: string): string =>
    query.data?.answers.find((answer) => answer.claim === claim)?.version ?? NO_ANSWER
  const code = useMutation({
    mutationFn: (answer: Answer) =>
      api.call('codeClaim', {
        params: { id },
        body: { values: null, start: null, end: null, ...answer },
        version: versionOf(answer.claim),
      }),
    // The next answer tells the version of this one.
    onSuccess: ({ body }) =>
      client.setQueryData(sheet.queryKey, (before) => before && { ...before, answers: body.answers }),
    onError: (error) => {
      onError(error)
      if (isConflict(error)) void client.invalidateQueries({ queryKey: ['codings', id] })
    },
  })
  const finish = useMutation({
    mutationFn: () => api.call('finishCoding', { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['codings'] })
      await navigate({ to: '/coding' })
    },
    onError,
  })
  const read = query.data
  const coded = useMemo(() => (read === undefined ? [] : codedClaims(read.text, read.claims, read.answers)), [read])
  const open = coded.filter(({ answer }) => answer === undefined)
  const current = coded.find(({ claim }) => claim.id === selected)
  const select = (claim: string): void => {
    setSelected(claim)
    for (const at of [`mark-${claim}`, `claim-${claim}`])
      document.getElementById(at)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  const step = (by: number): void => {
    const at = coded.findIndex(({ claim }) => claim.id === selected)
    const next = coded[Math.max(0, Math.min(coded.length - 1, at + by))]
    if (next) select(next.claim.id)
  }
  const decide = (one: CodedClaim, verdict: 'accept' | 'reject'): void => {
    code.mutate({ claim: one.claim.id, verdict: one.answer?.verdict === 'add' ? 'drop' : verdict })
    const next = open.find(({ claim }) => claim.id !== one.claim.id)
    if (next) select(next.claim.id)
  }
  useShortcuts({
    next: () => step(1),
    previous: () => step(-1),
    accept: () => current && current.answer?.verdict !== 'add' && decide(current, 'accept'),
    reject: () => current && decide(current, 'reject'),
    edit: () => current && setEditing(current),
  })

  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (read === undefined) return <Loading lines={14} />
  const other = read.coding.coders.find(({ you }) => !you)
  const isDone = read.coding.coders.some(({ you, done }) => you && done)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="border-line border-b px-4 py-3 md:px-6">
        <nav aria-label={t('nav.path')} className="flex items-center gap-1 text-[0.85rem] text-faint">
          <Link to="/coding" className="text-soft">
            {t('nav.coding')}
          </Link>
          <ChevronRight aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
          <Words className="truncate">{read.document.doc}</Words>
        </nav>
        <div className="mt-1 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h1 className="m-0 text-[1.25rem] leading-snug font-semibold">
              <DocumentTitle document={read.document} />
            </h1>
            <p className="m-0 flex flex-wrap items-center gap-x-2 text-[0.87rem] text-soft">
              <span className="flex items-baseline gap-1.5">
                <EyeOff aria-hidden="true" className="size-4 shrink-0 self-start" />
                {t('coding.blind', { name: other?.name ?? '' })}
              </span>
              {other && (
                <Tag look={other.done ? 'good' : 'plain'}>{t(other.done ? 'coding.done' : 'coding.notDone')}</Tag>
              )}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <span role="status" className="text-[0.87rem] text-soft">
              {t('review.open', { n: open.length, all: coded.length })}
            </span>
            {!isDone && (
              <>
                <Button small isDisabled={selection === null} onPress={() => selection && setAdding(selection)}>
                  <TextSelect aria-hidden="true" className="size-4" />
                  {t('review.add')}
                </Button>
                <Button
                  small
                  look="primary"
                  isDisabled={open.length > 0 || finish.isPending}
                  onPress={() => finish.mutate()}
                >
                  {t('coding.finish')}
                </Button>
              </>
            )}
          </div>
        </div>
      </header>
      <ReadBeside read={read} claims={coded.map(({ claim }) => claim)} selected={selected} select={select}>
        <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
          {coded.map((one) => (
            <Card
              key={one.claim.id}
              coded={one}
              isSelected={one.claim.id === selected}
              isDone={isDone}
              select={() => select(one.claim.id)}
              decide={(verdict) => decide(one, verdict)}
              edit={() => setEditing(one)}
            />
          ))}
        </ul>
      </ReadBeside>
      {editing && (
        <CodeSheet
          title={t('correct.title')}
          quote={editing.claim.quote}
          before={formOf(editing.claim)}
          counts={isCount(editing.claim)}
          close={() => setEditing(null)}
          save={(values) => {
            const own = editing.answer?.verdict === 'add' ? ownWords(editing.answer) : { verdict: 'correct' as const }
            code.mutate({ ...own, claim: editing.claim.id, values })
            setEditing(null)
          }}
        />
      )}
      {adding && (
        <CodeSheet
          title={t('review.add')}
          quote={adding.text}
          before={EMPTY_FORM}
          counts
          close={() => setAdding(null)}
          save={(values) => {
            const { start, end } = adding
            code.mutate({ claim: `own-${start}-${end}-${Date.now().toString(36)}`, verdict: 'add', values, start, end })
            setAdding(null)
          }}
        />
      )}
    </div>
  )
}

interface CardProps {
  readonly coded: CodedClaim
  readonly isSelected: boolean
  readonly isDone: boolean
  readonly select: () => void
  readonly decide: (verdict: 'accept' | 'reject') => void
  readonly edit: () => void
}

const LOOKS = { accept: 'good', correct: 'accent', add: 'accent', reject: 'alert', drop: 'plain' } as const

const Card = ({ coded: { claim, answer }, isSelected, isDone, select, decide, edit }: CardProps) => {
  const t = useT()
  return (
    <li id={`claim-${claim.id}`} aria-current={isSelected ? 'true' : undefined}>
      <div className={`rounded-lg border bg-raised ${isSelected ? 'border-accent shadow-md' : 'border-line'}`}>
        <button
          type="button"
          onClick={select}
          className="flex w-full flex-wrap items-baseline gap-2 rounded-lg px-4 pt-3 text-start"
        >
          <strong className="text-xl font-semibold">
            <Words>{isCount(claim) ? claimNumber(claim, t) : named(t, 'kind', claim.kind)}</Words>
          </strong>
          <span className="text-soft">
            {isCount(claim) ? named(t, 'metric', claim.metric).toLocaleLowerCase() : claimAction(claim, t)}
          </span>
          {answer && (
            <span className="ms-auto">
              <Tag look={LOOKS[answer.verdict]}>{t(`coded.verdict.${answer.verdict}`)}</Tag>
            </span>
          )}
        </button>
        <div className={`px-4 pb-3 ${answer?.verdict === 'reject' ? 'text-faint line-through' : ''}`}>
          <ClaimLine claim={claim} headless />
        </div>
        {isSelected && !isDone && (
          <div className="flex flex-wrap gap-2 border-line border-t px-4 py-2">
            {answer?.verdict !== 'add' && (
              <Button small look="primary" onPress={() => decide('accept')}>
                <Check aria-hidden="true" className="size-4" />
                {t('review.accept')}
              </Button>
            )}
            <Button small onPress={edit}>
              <Pencil aria-hidden="true" className="size-4" />
              {t('review.edit')}
            </Button>
            <Button small look="danger" onPress={() => decide('reject')}>
              <X aria-hidden="true" className="size-4" />
              {t(answer?.verdict === 'add' ? 'coding.drop' : 'review.reject')}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}
