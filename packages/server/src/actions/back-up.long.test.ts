import { pairsOf, testBackUps } from '../testing/back-ups.ts'

testBackUps(pairsOf(true), [null])
testBackUps(pairsOf(false), [null, 'كلمة السر and more'])
