import type { BaseMap } from './base-map.ts'
import type { Answer, Asked } from './base-map-worker.ts'

interface Waiting {
  readonly take: (answer: Answer) => void
}

let worker: Worker | undefined
const waiting = new Map<number, Waiting>()
let asked = 0

/** The worker that holds the base map; begun with the first map, and kept for those after it. */
const holder = (): Worker => {
  if (worker !== undefined) return worker
  const begun = new Worker(new URL('./base-map-worker.ts', import.meta.url), { type: 'module' })
  begun.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.take(data)
    waiting.delete(data.id)
  })
  worker = begun
  return begun
}

type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never

const ask = (question: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    asked += 1
    const id = asked
    waiting.set(id, { take: (answer) => ('failed' in answer ? reject(new Error(answer.failed)) : resolve(answer)) })
    holder().postMessage({ ...question, id })
  })

let labels: Promise<BaseMap['labels']> | undefined

/** Names of areas, where they stand and how wide their areas are. */
export const baseMapLabels = (): Promise<BaseMap['labels']> => {
  labels ??= ask({ of: 'labels' }).then((answer) => ('labels' in answer ? answer.labels : []))
  return labels
}

/** A tile of the base map by its address, `base://z/x/y`. */
export const baseMapTile = async ({ url }: { readonly url: string }): Promise<{ readonly data: ArrayBuffer }> => {
  const [z = 0, x = 0, y = 0] = url
    .replace(/^base:\/\//, '')
    .split('/')
    .map(Number)
  const answer = await ask({ of: 'tile', z, x, y })
  return { data: 'tile' in answer ? answer.tile : new ArrayBuffer(0) }
}
