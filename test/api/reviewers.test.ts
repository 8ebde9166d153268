import { testManyReviewers } from './many-reviewers.ts'

testManyReviewers(12, 4, 300)
