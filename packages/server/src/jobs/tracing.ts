import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api'

/** Where spans go; null = nowhere, which costs next to nothing. */
export interface Tracing {
  /** Sends what was not sent yet. */
  end(): Promise<void>
}

/**
 * Sends traces where OTEL_EXPORTER_OTLP_ENDPOINT (or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) says, over HTTP; nothing is loaded
 * or sent unless one is set.
 */
export const startTracing = async (env: Readonly<Record<string, string | undefined>>): Promise<Tracing | null> => {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return null
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] })
  provider.register()
  return { end: () => provider.shutdown() }
}

/** Runs work within a span of that name. No words of documents go into attributes. */
export const traced = async <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  trace.getTracer('sijil').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
