import { styleText } from 'node:util'

/** The few ways in which text stands out; each is the identity where there is no colour. */
export interface Paint {
  readonly coloured: boolean
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly mark: (text: string) => string
}

const PLAIN: Paint = { coloured: false, strong: same, faint: same, good: same, bad: same, mark: same }

const COLOURED: Paint = {
  coloured: true,
  strong: styled('bold'),
  faint: styled('dim'),
  good: styled('green'),
  bad: styled('red'),
  mark: styled('underline', 'bold'),
}

/** The paints of an output. Meaning never rests on colour alone: every mark has a sign or a word beside it. */
export const paintFor = (colour: boolean): Paint => (colour ? COLOURED : PLAIN)

function same(text: string): string {
  return text
}

function styled(...styles: ('bold' | 'dim' | 'green' | 'red' | 'underline')[]): (text: string) => string {
  // `io` has decided already whether there is colour; the stream must not be asked again.
  return (text) => (text === '' ? text : styleText(styles, text, { validateStream: false }))
}
