/** Bytes of a number as PMTiles and protocol buffers write it. */
const varint = (n: number): number[] => (n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))])
const field = (number: number, type: number): number[] => varint(number * 8 + type)
const block = (number: number, bytes: readonly number[]): number[] => [
  ...field(number, 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (words: string): number[] => [...Buffer.from(words)]
const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n)

const EXTENT = 4096

/** A vector tile with one layer, `roads`, and in it a cross over the whole of the tile. */
const crossTile = (): number[] => {
  const line = (x: number, y: number, dx: number, dy: number): number[] =>
    [9, zigzag(x), zigzag(y), 10, zigzag(dx), zigzag(dy)].flatMap(varint)
  const feature = (geometry: readonly number[]): number[] => block(2, [...field(3, 0), 2, ...block(4, geometry)])
  return block(3, [
    ...field(15, 0),
    2,
    ...block(1, text('roads')),
    ...feature(line(0, 0, EXTENT, EXTENT)),
    ...feature(line(0, EXTENT, EXTENT, -EXTENT)),
    ...field(5, 0),
    ...varint(EXTENT),
  ])
}

const HEADER = 127

/** A PMTiles file (version 3) that holds the one tile of the whole world, uncompressed. */
export const makePmtiles = (): Buffer => {
  const tile = crossTile()
  // One entry: tile 0, once, its length, at the beginning of the tiles.
  const directory = [1, 0, 1, ...varint(tile.length), 1]
  const metadata = text(JSON.stringify({ vector_layers: [{ id: 'roads', fields: {} }] }))
  const header = Buffer.alloc(HEADER)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const parts = [directory.length, metadata.length, 0, tile.length]
  let [at, offset] = [8, HEADER]
  for (const length of parts) {
    header.writeBigUInt64LE(BigInt(offset), at)
    header.writeBigUInt64LE(BigInt(length), at + 8)
    at += 16
    offset += length
  }
  for (const counted of [72, 80, 88]) header.writeBigUInt64LE(1n, counted)
  const [clustered, uncompressed, vector] = [1, 1, 1]
  header.set([clustered, uncompressed, uncompressed, vector, 0, 0], 96)
  header.writeInt32LE(-1_800_000_000, 102)
  header.writeInt32LE(-850_000_000, 106)
  header.writeInt32LE(1_800_000_000, 110)
  header.writeInt32LE(850_000_000, 114)
  return Buffer.concat([header, Buffer.from([...directory, ...metadata, ...tile])])
}
