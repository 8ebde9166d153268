/** Sends one event. */
export type SendEvent = (event: string, data: unknown) => void

/** How often a line is sent that means nothing, so that proxies keep the connection. */
const ALIVE_MS = 15_000

/**
 * Server-sent events, as long as `tell` runs and somebody listens. `pause` waits, and gives way when nobody listens any more.
 */
export const eventStream = (
  signal: AbortSignal,
  tell: (send: SendEvent, pause: (ms: number) => Promise<void>) => Promise<void>,
): { readonly mediaType: string; readonly body: ReadableStream<Uint8Array> } => {
  const encoder = new TextEncoder()
  const gone = new AbortController()
  const over = AbortSignal.any([signal, gone.signal])
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => {
        if (!over.aborted) controller.enqueue(encoder.encode(text))
      }
      const alive = setInterval(() => write(': alive\n\n'), ALIVE_MS)
      const send: SendEvent = (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      const end = () => {
        clearInterval(alive)
        over.removeEventListener('abort', end)
        try {
          controller.close()
        } catch {
          // The reader went away: it is closed.
        }
      }
      over.addEventListener('abort', end)
      tell(send, (ms) => waited(ms, over)).then(end, end)
    },
    cancel: () => gone.abort(),
  })
  return { mediaType: 'text/event-stream', body }
}

const waited = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
