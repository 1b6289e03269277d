import type { Material } from './material.ts'

/** How the record names a material, and what it fingerprints of it. */
export const materialSubject = (id: number): string => `catalogue.material:${id}`

export function materialContent(material: Material): Record<string, unknown> {
  const { headId = null, headAt = null, leaderId = null, leaderAt = null, handedAt = null } = material
  return { ...material, headId, headAt, leaderId, leaderAt, handedAt }
}
