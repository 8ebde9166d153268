import { z } from 'zod'

/** An identity provider, as the server's environment names it. */
export const providerConfigSchema = z.strictObject({
  issuer: z.url().refine((url) => /^https?:/.test(url), 'it must be an https address'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  name: z.string().trim().min(1).max(60).default('single sign-on').describe('What the button says.'),
})
