import { type IndexTables, LAYOUT, MAGIC, SECTIONS, type Section } from './index-layout.ts'
import { aligned, headerLength } from './pack-index.ts'

/** Views of an index's buffer; nothing is copied. Throws a RangeError when it is no index or of another layout. */
export const openTables = (bytes: Uint8Array): IndexTables => {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, 6 + SECTIONS.length)
  if (words[0] !== MAGIC) throw new RangeError('this is no index of a gazetteer: build it anew')
  if (words[1] !== LAYOUT) throw new RangeError(`the index has layout ${words[1]}, not ${LAYOUT}: build it anew`)
  const textCount = words[5] ?? 0
  const at = startsOf(words, bytes.byteOffset)
  const view = <T>(name: Section, width: number, make: new (b: ArrayBufferLike, o: number, n: number) => T): T => {
    const { start, length } = at(name)
    return new make(bytes.buffer, start, length / width)
  }
  const text = at('text')
  return {
    lat: view('lat', 4, Int32Array),
    lon: view('lon', 4, Int32Array),
    population: view('population', 4, Uint32Array),
    radius: view('radius', 4, Uint32Array),
    country: view('country', 2, Uint16Array),
    admin1: view('admin1', 4, Uint32Array),
    kind: view('kind', 1, Uint8Array),
    level: view('level', 1, Uint8Array),
    entryNames: view('entryNames', 4, Uint32Array),
    entryIds: view('entryIds', 4, Uint32Array),
    entryAreas: view('entryAreas', 4, Uint32Array),
    nameEntry: view('nameEntry', 4, Uint32Array),
    nameText: view('nameText', 4, Uint32Array),
    nameSounds: view('nameSounds', 4, Uint32Array),
    soundEnds: view('soundEnds', 4, Uint32Array),
    soundWeights: view('soundWeights', 2, Uint16Array),
    soundCodes: view('soundCodes', 1, Uint8Array),
    keys: view('keys', 4, Uint32Array),
    keyNames: view('keyNames', 4, Uint32Array),
    keyStarts: view('keyStarts', 4, Uint32Array),
    text: new Uint32Array(bytes.buffer, text.start, textCount),
    units: new Uint16Array(bytes.buffer, text.start + 4 * textCount, (text.length - 4 * textCount) / 2),
  }
}

const startsOf = (words: Uint32Array, offset: number) => {
  const starts = new Map<Section, { start: number; length: number }>()
  let start = offset + headerLength
  SECTIONS.forEach((name, i) => {
    const length = words[6 + i] ?? 0
    starts.set(name, { start, length })
    start += aligned(length)
  })
  return (name: Section): { start: number; length: number } => starts.get(name) ?? { start: 0, length: 0 }
}
