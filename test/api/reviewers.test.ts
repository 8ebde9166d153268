import { testManyReviewers } from './many-reviewers.ts'

testManyReviewers(6, 2, 100)
