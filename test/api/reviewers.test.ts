import { testManyReviewers } from './many-reviewers.ts'

testManyReviewers(12, 8, 400)
