import { TextSelect } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { useTextSelection } from '../../components/claim/use-text-selection.ts'
import { useT } from '../../lib/i18n.ts'

interface PassageProps {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Told of the words that were selected to be a source. */
  readonly takeSource: (words: string) => void
}

const AROUND = 420
const PANE = 'passage'

/** A claim's words in what stands around them; who says so is taken from there by selecting it. */
export const Passage = ({ text, start, end, takeSource }: PassageProps) => {
  const t = useT()
  const selection = useTextSelection(PANE)
  const from = Math.max(0, start - AROUND)
  const words = selection?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
  return (
    <div className="mb-4">
      <blockquote
        id={PANE}
        dir="auto"
        data-start={from}
        className="m-0 max-h-36 overflow-auto border-mark border-s-4 ps-3 font-serif leading-relaxed whitespace-pre-line"
      >
        {text.slice(from, start)}
        <mark className="rounded-sm bg-mark px-0.5 text-ink">{text.slice(start, end)}</mark>
        {text.slice(end, end + AROUND)}
      </blockquote>
      <Button small look="quiet" className="mt-1" isDisabled={words === ''} onPress={() => takeSource(words)}>
        <TextSelect aria-hidden="true" className="size-4" />
        {words === '' ? t('passage.hint') : t('passage.take', { words: words.slice(0, 40) })}
      </Button>
    </div>
  )
}
