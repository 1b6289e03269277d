import { expect, test } from 'vitest'
import { caseClock, editionOn, type CaseEvent } from '../../../kernel/case/index.ts'
import { asDay } from '../../../kernel/day.ts'
import { loadPack } from '../../../platform/pack.ts'
