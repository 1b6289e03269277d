import type { S3Client } from '@bradenmacdonald/s3-lite-client'
import { checked, DamagedFile, mustBeName, nameOf, type FileStore } from './store.ts'

const folder = 'files/'

/**
 * Files in a bucket of any storage that speaks S3: `s3://key:secret@host:port/bucket?region=…&tls=no`. A bucket shows an object
 * only when all of it has arrived. The client is loaded at the first use.
 */
export function s3Store(url: string): FileStore {
  let client: Promise<S3Client> | undefined
  const bucket = (): Promise<S3Client> => (client ??= connect(url))
  return {
    async keep(bytes) {
      const sha256 = nameOf(bytes)
      await (await bucket()).putObject(folder + sha256, new Uint8Array(bytes), { size: bytes.length })
      return sha256
    },
    async read(sha256) {
      mustBeName(sha256)
      const answer = await (await bucket()).getObject(folder + sha256).catch((error: Error & { code?: string; statusCode?: number }) => {
        throw error.statusCode === 404 || error.code === 'NoSuchKey' ? new DamagedFile(`${sha256} is not there`) : error
      })
      return checked(sha256, Buffer.from(await answer.arrayBuffer()))
    },
    async remove(sha256) {
      mustBeName(sha256)
      await (await bucket()).deleteObject(folder + sha256) // a bucket answers the same for what is not there
    },
    async list() {
      const names: string[] = []
      for await (const { key } of (await bucket()).listObjects({ prefix: folder })) {
        const name = key.slice(folder.length)
        if (/^[0-9a-f]{64}$/.test(name)) names.push(name)
      }
      return names.sort()
    },
  }
}

async function connect(url: string): Promise<S3Client> {
  const { S3Client } = await import('@bradenmacdonald/s3-lite-client')
  const { username, password, host, pathname, searchParams } = new URL(url)
  return new S3Client({
    endPoint: `${searchParams.get('tls') === 'no' ? 'http' : 'https'}://${host}`,
    region: searchParams.get('region') ?? 'us-east-1',
    bucket: decodeURIComponent(pathname.slice(1)),
    accessKey: decodeURIComponent(username),
    secretKey: decodeURIComponent(password),
    pathStyle: true,
  })
}
