import type { GrowingNumbers } from './growing.ts'
import { type IndexTables, LAYOUT, MAGIC, SECTIONS, type Section, shiftOf } from './index-layout.ts'
import { heardLength, hearInto, weigh } from './likeness.ts'
import type { TextTable } from './text-table.ts'

type Columns = Pick<
  IndexTables,
  | 'lat'
  | 'lon'
  | 'population'
  | 'radius'
  | 'country'
  | 'admin1'
  | 'kind'
  | 'level'
  | 'entryNames'
  | 'entryIds'
  | 'entryAreas'
>

/** The names of all entries and the keys that lead to them, growing. */
export interface Names {
  readonly texts: TextTable
  readonly text: GrowingNumbers
  readonly sounds: GrowingNumbers
  /** All strings of sounds, each once. */
  readonly heard: TextTable
  readonly entry: GrowingNumbers
  readonly keys: GrowingNumbers
  readonly keyNames: GrowingNumbers
}

export interface Unpacked extends Columns {
  readonly names: Names
  readonly texts: TextTable
}

/** Lays the tables of an index out in one buffer. */
export const packIndex = (index: Unpacked): Uint8Array => {
  const { names } = index
  const order = sortedKeys(names.keys.all(), names.keyNames.all())
  const sections: Readonly<Record<Section, ArrayBufferView>> = {
    ...index,
    nameEntry: names.entry.all(),
    nameText: names.text.all(),
    nameSounds: names.sounds.all(),
    ...packSounds(names.heard.all()),
    keys: order.keys,
    keyNames: order.names,
    keyStarts: startsOf(order.keys),
    text: packTexts(index.texts.all()),
  }
  const counts = [index.lat.length, names.text.length, names.keys.length, index.texts.all().length]
  const header = 8 * Math.ceil((6 + SECTIONS.length) / 2) * 4
  const lengths = SECTIONS.map((name) => sections[name].byteLength)
  const total = lengths.reduce((sum, length) => sum + aligned(length), header)
  const bytes = new Uint8Array(total)
  new Uint32Array(bytes.buffer, 0, 6 + SECTIONS.length).set([MAGIC, LAYOUT, ...counts, ...lengths])
  let at = header
  SECTIONS.forEach((name) => {
    const view = sections[name]
    bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at)
    at += aligned(view.byteLength)
  })
  return bytes
}

export const aligned = (length: number): number => 8 * Math.ceil(length / 8)
export const headerLength = 8 * Math.ceil((6 + SECTIONS.length) / 2) * 4

/** Sorts keys; within one key names keep the order in which they were added. A radix sort over 16 bits, twice. */
const sortedKeys = (keys: Uint32Array, names: Uint32Array): { keys: Uint32Array; names: Uint32Array } => {
  const first = radixPass(keys, names, 0)
  return radixPass(first.keys, first.names, 16)
}

const radixPass = (keys: Uint32Array, names: Uint32Array, shift: number): { keys: Uint32Array; names: Uint32Array } => {
  const starts = new Uint32Array(65_537)
  for (let i = 0; i < keys.length; i++) {
    const bucket = (((keys[i] ?? 0) >>> shift) & 0xffff) + 1
    starts[bucket] = (starts[bucket] ?? 0) + 1
  }
  for (let b = 1; b <= 65_536; b++) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
  const out = { keys: new Uint32Array(keys.length), names: new Uint32Array(keys.length) }
  for (let i = 0; i < keys.length; i++) {
    const bucket = ((keys[i] ?? 0) >>> shift) & 0xffff
    const at = starts[bucket] ?? 0
    starts[bucket] = at + 1
    out.keys[at] = keys[i] ?? 0
    out.names[at] = names[i] ?? 0
  }
  return out
}

/** Where the keys of each leading part of their hashes begin. */
const startsOf = (keys: Uint32Array): Uint32Array => {
  const shift = shiftOf(keys.length)
  const starts = new Uint32Array(2 ** (32 - shift) + 1)
  for (let i = 0; i < keys.length; i++) {
    const next = ((keys[i] ?? 0) >>> shift) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let part = 1; part < starts.length; part++) starts[part] = (starts[part] ?? 0) + (starts[part - 1] ?? 0)
  return starts
}

const packSounds = (sounds: readonly string[]): Pick<IndexTables, 'soundEnds' | 'soundWeights' | 'soundCodes'> => {
  const soundEnds = new Uint32Array(sounds.length)
  const soundWeights = new Uint16Array(sounds.length)
  const soundCodes = new Uint8Array(sounds.reduce((sum, one) => sum + heardLength(one), 0))
  let end = 0
  sounds.forEach((one, i) => {
    const start = end
    hearInto(soundCodes, start, one)
    end = start + heardLength(one)
    soundEnds[i] = end
    soundWeights[i] = weigh(soundCodes, start, end)
  })
  return { soundEnds, soundWeights, soundCodes }
}

const packTexts = (texts: readonly string[]): Uint32Array => {
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  const packed = new Uint32Array(texts.length + Math.ceil(units / 2))
  const letters = new Uint16Array(packed.buffer, 4 * texts.length)
  let end = 0
  texts.forEach((text, i) => {
    for (let k = 0; k < text.length; k++) letters[end + k] = text.charCodeAt(k)
    end += text.length
    packed[i] = end
  })
  return packed
}
