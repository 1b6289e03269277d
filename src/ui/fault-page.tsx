import type { VNode } from 'preact'
import { DeskPage } from './desk-shell.tsx'
import { ErrorPage, type ErrorStatus } from './errors.tsx'
import type { Reader } from './reader.ts'
import { PublicPage } from './shell.tsx'

/** A whole page for a request that could not be answered, in the shell of where the reader was. */
export function faultPage(reader: Reader, status: number, number?: string): VNode {
  const known = status as ErrorStatus
  const title = reader.t(`ui.error.${known}.title`)
  const body = <ErrorPage reader={reader} status={known} number={number} />
  if (reader.person !== undefined && reader.path.startsWith('/desk')) {
    return (
      <DeskPage reader={reader} title={title}>
        {body}
      </DeskPage>
    )
  }
  return (
    <PublicPage reader={reader} title={title} alternates={[]}>
      {body}
    </PublicPage>
  )
}
