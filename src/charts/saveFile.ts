/** Offers a file to be saved: it is made here and never leaves the browser. */
export function saveFile(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Offers a text as a file in UTF-8. */
export function saveText(name: string, text: string, type: string): void {
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }))
}

/**
 * A drawing in SVG as pixels, at twice its size so that it stays sharp in a lecture.
 *
 * @returns undefined where the browser bars the canvas or cannot read the drawing
 */
export async function svgToPng(svg: string, width: number, height: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(2 * width)
  canvas.height = Math.round(2 * height)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}
