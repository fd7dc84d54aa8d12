/**
 * The SHA-256 of bytes as `sha256:` and 64 hexadecimal digits, the form of a Frictionless Data Package.
 *
 * @returns undefined where the browser offers no digests: on a page that did not come over HTTPS
 */
export async function sha256(bytes: Uint8Array): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto }
  const digest = await subtle?.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  if (!digest) return undefined
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
