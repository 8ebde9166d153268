/**
 * Maps with up to `width` calls under way at once; results come in the order of the source. The source is read no further
 * ahead than that, so memory stays bounded.
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  width: number,
  map: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const underway: Promise<R>[] = []
  for await (const value of source) {
    const result = map(value)
    // A failure is told when its turn comes.
    result.catch(() => undefined)
    underway.push(result)
    if (underway.length > width) yield await (underway.shift() as Promise<R>)
  }
  for (const result of underway) yield await result
}
