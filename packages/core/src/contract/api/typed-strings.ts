import { z } from 'zod'

interface Field {
  readonly type?: string
  readonly anyOf?: readonly Field[]
}

const shapes = new WeakMap<z.ZodObject, Readonly<Record<string, Field>>>()

const fieldsOf = (schema: z.ZodObject): Readonly<Record<string, Field>> => {
  const known = shapes.get(schema)
  if (known !== undefined) return known
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  shapes.set(schema, properties as Readonly<Record<string, Field>>)
  return properties as Readonly<Record<string, Field>>
}

/** Strings of an address as the values that the schema takes: numbers, truth values, lists. */
export const typedStrings = (schema: z.ZodObject, given: ReadonlyMap<string, readonly string[]>): object => {
  const fields = fieldsOf(schema)
  return Object.fromEntries(
    [...given].flatMap(([name, values]) => {
      if (values.length === 0) return []
      const field = fields[name] ?? {}
      if (field.type === 'array') return [[name, values]]
      return [[name, values.length === 1 ? typedValue(field, values[0] ?? '') : values]]
    }),
  )
}

const typedValue = (field: Field, text: string): unknown => {
  const types = [field.type, ...(field.anyOf ?? []).map(({ type }) => type)]
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
