/**
 * @param {string | undefined} header Accept-Encoding as the browser sent it
 * @returns {'br' | 'gzip' | undefined} the smallest encoding it takes; undefined is the file as it is
 */
export function bestEncoding(header) {
  const accepted = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return [name, quality ? Number(quality.slice(2)) : 1]
    }),
  )
  const takes = (name) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : undefined
}
