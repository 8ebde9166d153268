import type { BaseMap } from './base-map.ts'
import { baseMapTiles } from './base-map-tiles.ts'

/** What the page asks for: the names of areas, or a tile. */
export type Asked = { readonly id: number } & (
  | { readonly of: 'labels' }
  | { readonly of: 'tile'; readonly z: number; readonly x: number; readonly y: number }
)
export type Answer = { readonly id: number } & (
  | { readonly labels: BaseMap['labels'] }
  | { readonly tile: ArrayBuffer }
  | { readonly failed: string }
)

// Unpacking the base map takes a second of a slow processor: here the page goes on meanwhile, and it is done once for all maps.
const ready = fetch('/base-map.json').then(async (reply) => {
  const map = (await reply.json()) as BaseMap
  return { labels: map.labels, tileOf: baseMapTiles(map) }
})

const answer = async (asked: Asked): Promise<Answer> => {
  const { labels, tileOf } = await ready
  const { id } = asked
  return asked.of === 'labels' ? { id, labels } : { id, tile: tileOf(asked.z, asked.x, asked.y).buffer }
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const said = await answer(data).catch((error: unknown): Answer => ({ id: data.id, failed: String(error) }))
  postMessage(said, { transfer: 'tile' in said ? [said.tile] : [] })
})
