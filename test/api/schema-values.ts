import fc from 'fast-check'

/** As much of JSON Schema as the API's schemas need. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** Values as a schema wants them, most of the time; and now and then something that it does not. */
export const anyValue = (schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: rightValue(schema, depth) }, { weight: 1, arbitrary: fc.jsonValue() })

const rightValue = (schema: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return fc.oneof(...options.map((one) => rightValue(one, depth)))
  if (schema.prefixItems !== undefined) return fc.tuple(...schema.prefixItems.map((one) => anyValue(one, depth + 1)))
  const [type] = [schema.type ?? 'any'].flat()
  if (type === 'string') return stringOf(schema)
  if (type === 'integer') return fc.integer({ min: safe(schema.minimum, -9e15), max: safe(schema.maximum, 9e15) })
  if (type === 'number')
    return fc.double({ min: safe(schema.minimum, -1e300), max: safe(schema.maximum, 1e300), noNaN: true })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array')
    return fc.array(schema.items ? anyValue(schema.items, depth + 1) : fc.jsonValue(), { maxLength: 3 })
  if (type === 'object' && schema.properties !== undefined && depth < 4) {
    const fields = Object.entries(schema.properties).map(([name, field]) => [name, anyValue(field, depth + 1)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] })
  }
  return fc.jsonValue()
}

const safe = (bound: number | undefined, otherwise: number): number =>
  bound === undefined ? otherwise : Math.max(-9e15, Math.min(9e15, bound))

const stringOf = ({ format, pattern }: JsonSchema): fc.Arbitrary<string> => {
  if (format === 'date')
    return fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  if (format === 'uuid') return fc.uuid()
  if (format === 'email') return fc.emailAddress()
  if (format === 'uri') return fc.webUrl()
  const any = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', "'", '%', '\\', '\0', '%00', '-', '&', '!', ':*', '(', 'or', 'a & b', '1e999'),
  )
  return pattern === undefined
    ? any
    : fc.oneof({ weight: 4, arbitrary: matching(pattern) }, { weight: 1, arbitrary: any })
}

const matching = (pattern: string): fc.Arbitrary<string> => fc.stringMatching(new RegExp(pattern))
