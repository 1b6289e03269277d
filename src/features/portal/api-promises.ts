import type { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import type { Site } from '../../platform/site.ts'
import { confirmed } from '../catalogue/index.ts'
import type { promiseLine, promisesQuery } from './promise-forms.ts'
import { listPromises, type PromiseList } from './read-promises.ts'

/** The promises to the public that fell due in the last twelve months, in the order of their days. */
export async function givePromises(site: Site, asked: z.infer<typeof promisesQuery>, query: Record<string, string>) {
  const { after, ...question } = asked
  const list = await listPromises(site, { ...question, after: placeIn(after) })
  const place = list.next && `${list.next.dueOn}.${list.next.id}`
  const next = place && `${site.config.baseUrl}/api/v1/promises?${new URLSearchParams({ ...query, after: place })}`
  return { json: { items: list.tasks.map((task) => asPromise(list, task)), next: next ?? null }, next }
}

function asPromise({ places, titles }: PromiseList, task: PromiseList['tasks'][number]): z.infer<typeof promiseLine> {
  const unit = places.units.get(task.unitId)
  const { period, matter, dueOn, fulfilledOn, fulfilledBy } = task
  const isPublished = fulfilledBy !== undefined && fulfilledBy !== confirmed && titles.has(fulfilledBy)
  return {
    duty: places.everyDuty.find((duty) => duty.id === task.dutyId)?.code ?? '',
    unit: { code: unit?.code ?? '', nameZh: unit?.nameZh ?? '', nameEn: unit?.nameEn ?? '' },
    ...{ period, matter, dueOn, formedOn: task.formedOn ?? null, publishedOn: fulfilledOn ?? null },
    ending: fulfilledOn === undefined ? 'empty' : fulfilledOn <= dueOn ? 'on-time' : 'late',
    document: isPublished ? fulfilledBy : null,
  }
}

function placeIn(text: string | undefined) {
  const [day = '', id = ''] = (text ?? '').split('.')
  return isDay(day) && id !== '' ? { dueOn: day, id: Number(id) } : undefined
}
