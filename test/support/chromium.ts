import { existsSync } from 'node:fs'

/** The path of a Chromium: the one that CHROMIUM names, else the system's; undefined where there is none. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
}
