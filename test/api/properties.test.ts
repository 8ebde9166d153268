import { testAnyRequest } from './any-request.ts'

testAnyRequest(10)
