import type { VNode } from 'preact'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord, type StatusKind } from '../../../ui/status.tsx'
import type { ReportState } from '../making/made.ts'

const kinds: Record<ReportState, StatusKind> = {
  'not-begun': 'neutral',
  'in-making': 'waiting',
  filed: 'waiting',
  returned: 'refused',
  accepted: 'done',
}

/** Where a report stands, in a word and a shape. */
export function StateWord({ reader, state }: { reader: Reader; state: ReportState }): VNode {
  return <StatusWord kind={kinds[state]}>{reader.t(`reports.state.${state}`)}</StatusWord>
}
