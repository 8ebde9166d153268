import type { Trigger } from './find-triggers.ts'
import type { Frame, HarmWord } from './harm-words.ts'

/** The reading of a trigger that has a frame, if it has one. */
export const readingWith = (trigger: Trigger, frame: Frame): HarmWord | undefined =>
  trigger.readings.find((reading) => reading.frame === frame)
