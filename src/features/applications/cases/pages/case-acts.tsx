import type { VNode } from 'preact'
import type { WordKey } from '../../../../kernel/words.ts'
import { href, type Reader } from '../../../../ui/reader.ts'
import { allDeeds } from '../../deeds/all-deeds.ts'
import type { DeskCase } from '../read-desk-case.ts'
import { nextActOf } from '../next.ts'

/** The one thing to do next, large; then everything else that this person may do to the case now. */
export function CaseActs({ reader, view }: { reader: Reader; view: DeskCase }): VNode {
  const at = (path: string) => href(reader, `/desk/applications/${view.application.ref}/${path}`)
  const next = nextActOf(stateFor(reader, view))
  const deeds = allDeeds.filter((deed) => deed.isOffered(view) && reader.may(deed.policy, view.unit.path) && deed.verb !== next?.path)
  return (
    <nav class="gk-next" aria-label={reader.t('applications.acts.label')}>
      {next === undefined ? null : (
        <p>
          <a class="govuk-button" href={next.path.startsWith('#') ? next.path : at(next.path)}>
            {reader.t(`applications.next.${next.name}`)}
          </a>
        </p>
      )}
      {deeds.length === 0 ? null : (
        <details class="gk-more" open={next === undefined}>
          <summary>{reader.t('applications.acts.more', { n: deeds.length })}</summary>
          <ul>
            {deeds.map((deed) => (
              <li>
                <a href={at(deed.verb)}>{reader.t(`applications.deed.${deed.verb}.title` as WordKey)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}

function stateFor(reader: Reader, view: DeskCase): Parameters<typeof nextActOf>[0] {
  const open = view.decisions.items.find(({ missing }) => missing.length > 0)
  return {
    state: view.clock.state,
    isLapsed: [view.clock.supplementBy, view.clock.payBy].some((day) => day !== undefined && day < view.today),
    hasHandler: view.application.handlerId !== undefined,
    openItemId: open?.item.id,
    stage: view.reply?.letter.stage,
    may: (action) => reader.may(action, view.unit.path),
  }
}
