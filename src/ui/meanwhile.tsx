import type { VNode } from 'preact'
import type { Reader } from './reader.ts'

export interface MeanwhileProps {
  reader: Reader
  /** One line per field that differs: what stands now, and what this editor typed. */
  rows: { label: string; theirs: string; mine: string }[]
}

/** Somebody else saved the thing while this form was open: field by field, theirs and mine. Nothing typed is lost; the form follows. */
export function Meanwhile({ reader, rows }: MeanwhileProps): VNode {
  return (
    <section class="gk-banner gk-banner--refused" aria-label={reader.t('ui.meanwhile.title')}>
      <p class="gk-banner__title">{reader.t('ui.meanwhile.title')}</p>
      <p>{reader.t(rows.length === 0 ? 'ui.meanwhile.same' : 'ui.meanwhile.lead')}</p>
      {rows.length === 0 ? null : (
        <table class="gk-list">
          <thead>
            <tr>
              <th scope="col">{reader.t('ui.meanwhile.field')}</th>
              <th scope="col">{reader.t('ui.meanwhile.theirs')}</th>
              <th scope="col">{reader.t('ui.meanwhile.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td class="gk-difference">{row.theirs || '–'}</td>
                <td class="gk-difference">{row.mine || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
