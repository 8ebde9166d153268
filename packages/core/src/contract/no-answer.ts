/** What a coder saw who had not yet said anything of a claim. */
export const NO_ANSWER = 'none'
