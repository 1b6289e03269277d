export { checkText } from './check.ts'
export { type CheckFacts, type CheckName, checkNames, type Finding, type Weight } from './finding.ts'
export { asCheckRules, type CheckRules } from './rules.ts'
