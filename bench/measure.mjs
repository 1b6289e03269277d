import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** The middle of the measured values: one slow round, as a busy machine has them, does not move it. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Seconds that `work` took, and what it gave. */
export async function timed(work) {
  const began = performance.now()
  const value = await work()
  return { seconds: (performance.now() - began) / 1000, value }
}

/** What was run, on what. Printed first, so that a figure is never without its command. */
export function title(what) {
  const command = ['node', ...process.argv.slice(1).map((part) => part.replace(`${process.cwd()}/`, ''))].join(' ')
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(
    `${what}\n$ ${command}\nNode ${process.versions.node}, ${cpus().length} cores, ${memory} GB, ${process.platform} ${process.arch}\n`,
  )
}

/** One line of a target: kept or missed. A missed target is the exit code 1. */
export function judge(name, value, limit, unit, isKept = value <= limit) {
  console.log(`${isKept ? 'kept  ' : 'MISSED'}  ${name}: ${value.toFixed(2)}${unit}, target ${limit}${unit}`)
  if (!isKept) process.exitCode = 1
}

/** Rows under a head, in columns. Numbers go to the right. */
export function table(head, rows) {
  const text = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...text.map((row) => row[column].length)))
  for (const row of text)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '))
  console.log()
}

/**
 * Measures pairs of `[name, ours, against, limit]`, each against the one right before it, so that a busy moment falls on both; prints the
 * medians and judges every ratio that has a limit (0: it is only told).
 */
export async function measurePairs(pairs, rounds) {
  const rows = []
  const ratios = []
  for (const [name, ours, against, limit] of pairs) {
    const [own, base] = [[], []]
    await ours()
    await against()
    for (let round = 0; round < rounds; round++) {
      base.push((await timed(against)).seconds)
      own.push((await timed(ours)).seconds)
    }
    const ms = (values) => (median(values) * 1000).toFixed(2)
    const ratio = median(own.map((value, round) => value / base[round]))
    rows.push([name, ms(own), ms(base), ratio.toFixed(2)])
    if (limit > 0) ratios.push([name, ratio, limit])
  }
  table(['', 'ms', 'held against, ms', 'x'], rows)
  for (const [name, ratio, limit] of ratios) judge(name, ratio, limit, ' x')
}

/** Megabytes of memory that a process holds now. */
export function memoryOf(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}

/** Seconds of processor time that a process has used; NaN where the system does not tell. It hardly minds busy neighbours. */
export function processorSeconds(pid) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const text = readFileSync(file, 'utf8')
  const [user, system] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / 100
}
