import type { SealedRow, SealHolder } from './holder.ts'

const rowsAtOnce = 200

/** Every sealed value of these holders, page by page: all at once would not fit into memory. */
export async function* walkSeals(holders: readonly SealHolder[]): AsyncGenerator<SealedRow & { holder: SealHolder }> {
  for (const holder of holders) {
    let after: string | undefined
    for (;;) {
      const rows = await holder.list(after, rowsAtOnce)
      for (const row of rows) yield { ...row, holder }
      if (rows.length === 0) break
      after = rows.at(-1)!.id
    }
  }
}
