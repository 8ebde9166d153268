/** A passage of a document's text: half-open UTF-16 offsets. Text is read through it, never copied. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words under a span. */
export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** How many UTF-16 units two spans share; 0 when they only touch. */
export const overlapOf = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
