import { z } from 'zod'
import { ROLES } from './role.ts'

export const roleSchema = z.enum(ROLES)
