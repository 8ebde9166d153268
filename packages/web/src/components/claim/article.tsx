import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { memo, useCallback, useMemo, useRef } from 'react'
import { toneOf } from '../../lib/claim-number.ts'
import { useT } from '../../lib/i18n.ts'
import { useGrowing } from '../../lib/use-growing.ts'
import { type Segment, segmentsOf } from './lanes.ts'

interface ArticleProps {
  readonly text: string
  readonly zones: readonly { readonly kind: string; readonly start: number; readonly end: number }[]
  readonly claims: readonly ClaimRecord[]
  readonly selected: string | undefined
  readonly select: (claim: string) => void
}

/** As many paragraphs as fill a window, and as one step draws. */
const PARAGRAPHS = 12

interface Paragraph {
  readonly start: number
  readonly end: number
  readonly clutter: boolean
}

/** The report as it was read, its claims underlined in lanes; what is no report (captions, menus) is greyed, never cut. */
export const Article = ({ text, zones, claims: shown, selected, select }: ArticleProps) => {
  const claims = useMemo(() => new Map(shown.map((claim) => [claim.id, claim])), [shown])
  const paragraphs = useMemo(() => {
    const segments = segmentsOf(text.length, shown)
    return paragraphsOf(text, zones).map((paragraph) => ({ paragraph, segments: within(segments, paragraph) }))
  }, [text, zones, shown])
  const at = claims.get(selected ?? '')?.start
  const drawn = useGrowing(
    paragraphs.length,
    PARAGRAPHS,
    at === undefined ? -1 : paragraphs.findIndex(({ paragraph }) => paragraph.end > at),
  )
  // Telling which claim was pressed must not draw a long article anew.
  const latest = useRef(select)
  latest.current = select
  const choose = useCallback((claim: string) => latest.current(claim), [])
  return (
    <div className="mx-auto max-w-[70ch] font-serif text-[1.12rem] leading-[1.85]">
      {paragraphs.slice(0, drawn).map(({ paragraph, segments }) => (
        <ParagraphView
          key={paragraph.start}
          paragraph={paragraph}
          segments={segments}
          text={text}
          claims={claims}
          selected={segments.some(({ covers }) => covers.some(({ id }) => id === selected)) ? selected : undefined}
          select={choose}
        />
      ))}
    </div>
  )
}

interface ParagraphProps {
  readonly paragraph: Paragraph
  readonly segments: readonly Segment[]
  readonly text: string
  readonly claims: ReadonlyMap<string, ClaimRecord>
  /** Only where the claim selected stands in it, so that the others stay as they are. */
  readonly selected: string | undefined
  readonly select: (claim: string) => void
}

const ParagraphView = memo(({ paragraph, segments, text, claims, selected, select }: ParagraphProps) => (
  <p
    data-start={paragraph.start}
    dir="auto"
    className={`mt-0 mb-4 whitespace-pre-wrap ${paragraph.clutter ? 'font-sans text-[0.87rem] leading-relaxed text-faint' : ''}`}
  >
    {segments.map((segment) => (
      <Run
        key={segment.start}
        text={text.slice(segment.start, segment.end)}
        segment={segment}
        claims={claims}
        isSelected={segment.covers.some((cover) => cover.id === selected)}
        select={select}
      />
    ))}
  </p>
))

interface RunProps {
  readonly text: string
  readonly segment: Segment
  readonly claims: ReadonlyMap<string, ClaimRecord>
  readonly isSelected: boolean
  readonly select: (claim: string) => void
}

/** Nested marks, the innermost last, so that each claim's line is drawn in its own lane. */
const Run = memo(({ text, segment, claims, isSelected, select }: RunProps) => {
  const t = useT()
  const inner = segment.covers.at(-1)
  if (inner === undefined) return text
  const starts = segment.covers.filter(({ id }) => claims.get(id)?.start === segment.start)
  return segment.covers.reduceRight<React.ReactNode>((within, { id, lane }, at) => {
    const claim = claims.get(id)
    if (claim === undefined) return within
    const isFirst = starts.some((start) => start.id === id)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the cards beside the article are the way for keyboards
      <mark
        key={id}
        id={isFirst ? `mark-${id}` : undefined}
        className="evidence"
        data-lane={lane}
        data-tone={toneOf(claim)}
        data-selected={isSelected && at === segment.covers.length - 1 ? true : undefined}
        title={t('review.markTitle')}
        onClick={(event) => {
          event.stopPropagation()
          select(id)
        }}
      >
        {within}
      </mark>
    )
  }, text)
})

const CLUTTER = new Set(['clutter', 'credit', 'date_line', 'updated_line'])

const paragraphsOf = (text: string, zones: ArticleProps['zones']): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = []
  const breaks = /\n+/g
  let start = 0
  const add = (end: number): void => {
    if (end <= start) return
    const zone = zones.find((one) => one.start <= start && one.end >= end)
    paragraphs.push({ start, end, clutter: zone !== undefined && CLUTTER.has(zone.kind) })
  }
  for (const match of text.matchAll(breaks)) {
    add(match.index)
    start = match.index + match[0].length
  }
  add(text.length)
  return paragraphs
}

/** The runs of a paragraph, cut at its edges. */
const within = (segments: readonly Segment[], { start, end }: Paragraph): readonly Segment[] =>
  segments
    .filter((segment) => segment.start < end && segment.end > start)
    .map((segment) => ({ ...segment, start: Math.max(segment.start, start), end: Math.min(segment.end, end) }))
