import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Found } from '../find-documents.ts'
import type { Kind } from '../question.ts'
import { DocumentLines } from './document-lines.tsx'

/** What answers to the very number or name that was typed. */
export function Namesakes({ reader, found, kind }: { reader: Reader; found: Found; kind: Kind | undefined }): VNode {
  const isShown = (one: Kind): boolean => kind === undefined || kind === one
  return (
    <>
      {found.numbered.length === 0 || !isShown('document') ? null : (
        <section aria-labelledby="numbered">
          <Heading level={2} id="numbered">
            {reader.t('portal.search.numbered')}
          </Heading>
          <DocumentLines reader={reader} documents={found.numbered} units={found.places.units} />
        </section>
      )}
      <LinkList
        reader={reader}
        id="units"
        title={reader.t('portal.search.units')}
        links={isShown('unit') ? found.units.map((unit) => ({ path: `/units/${unit.code}`, name: nameIn(reader, unit) })) : []}
      />
      <LinkList
        reader={reader}
        id="duties"
        title={reader.t('portal.search.duties')}
        links={isShown('duty') ? dutyLinks(reader, found) : []}
      />
    </>
  )
}

function dutyLinks(reader: Reader, found: Found): { path: string; name: string }[] {
  return found.duties.flatMap((duty) => {
    const category = found.places.categories.find((one) => one.id === duty.categoryId)
    const name = reader.lang === 'zh' ? duty.titleZh : duty.titleEn
    return category === undefined
      ? []
      : [{ path: `/catalogue/${category.code}#${duty.code}`, name: `${name} · ${nameIn(reader, category)}` }]
  })
}

function LinkList({ reader, id, title, links }: { reader: Reader; id: string; title: string; links: { path: string; name: string }[] }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <ul>
        {links.map((link) => (
          <li>
            <a href={href(reader, link.path)}>{link.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
