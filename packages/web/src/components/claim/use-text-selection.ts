import { useEffect, useState } from 'react'

/** A stretch of the article that the person selected: half-open UTF-16 offsets into the document's text. */
export interface Selection {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The person's selection inside the element, as offsets: every run of text in it carries where it begins (`data-start`). */
export const useTextSelection = (element: string): Selection | null => {
  const [selection, setSelection] = useState<Selection | null>(null)
  useEffect(() => {
    const read = (): void => {
      const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : undefined
      const pane = document.getElementById(element)
      if (range === undefined || range.collapsed || !pane?.contains(range.commonAncestorContainer)) {
        // Pressing a button clears the browser's selection; what was selected stays meant until something else is.
        if (range !== undefined && !range.collapsed) setSelection(null)
        return
      }
      const start = offsetOf(range.startContainer, range.startOffset)
      const end = offsetOf(range.endContainer, range.endOffset)
      if (start === null || end === null || end <= start) return
      setSelection({ start, end, text: range.toString() })
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [element])
  return selection
}

const offsetOf = (node: Node, offset: number): number | null => {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]')
  if (!(holder instanceof HTMLElement)) return null
  const range = document.createRange()
  range.selectNodeContents(holder)
  range.setEnd(node, offset)
  return Number(holder.dataset.start) + range.toString().length
}
