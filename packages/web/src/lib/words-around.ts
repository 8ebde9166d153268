const AROUND = 90

/** Whole words before and after a passage, each side at most so many characters; a cut is shown by dots. */
export const wordsAround = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  most = AROUND,
): { readonly before: string; readonly after: string } => {
  const before = text.slice(Math.max(0, start - most), start)
  const after = text.slice(end, end + most)
  return {
    before: start > most ? `… ${before.replace(/^\S*\s+/, '')}` : before,
    after: end + most < text.length ? `${after.replace(/\s+\S*$/, '')} …` : after,
  }
}
