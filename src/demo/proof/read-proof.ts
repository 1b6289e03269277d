import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../platform/root.ts'

interface Named {
  code: string
  nameZh: string
  nameEn: string
}

/** A unit of the proof; a county says how much it entered, and how much of that still waits. */
export interface ProofUnit extends Named {
  shortZh: string
  shortEn: string
}

/** A line of the catalogue, and how many documents stand under it. */
export interface ProofLine extends Named {
  isRequired: boolean
  documents: number
}

export interface ProofPack {
  city: { nameZh: string; nameEn: string; siteCode: string }
  root: ProofUnit
  departments: ProofUnit[]
  counties: (ProofUnit & { entries: number; waiting: number })[]
  town: ProofUnit & {
    parent: string
    sections: ProofUnit[]
    villages: ProofUnit[]
    categories: (Named & { lines: ProofLine[] })[]
  }
  /** A column of the portal that one department fills. */
  column: Named & { unit: string; lines: ProofLine[] }
  applications: { unit: string; wanted: string }[]
}

/** The data set that we wrote from the facts of the five source reports. */
export function readProof(): ProofPack {
  return JSON.parse(readFileSync(join(packageRoot, 'packs/demo/proof.json'), 'utf8')) as ProofPack
}
