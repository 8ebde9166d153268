import { useEffect, useState } from 'react'

/**
 * How many of a long list to draw by now: the first ones at once, the rest a few at a time, so that keys are answered in
 * between. `upTo` is always among them.
 */
export const useGrowing = (length: number, step: number, upTo = -1): number => {
  const [drawn, setDrawn] = useState(step)
  useEffect(() => {
    if (drawn >= length) return
    const timer = setTimeout(() => setDrawn(drawn + step))
    return () => clearTimeout(timer)
  }, [drawn, length, step])
  return Math.min(length, Math.max(drawn, upTo + 1))
}
