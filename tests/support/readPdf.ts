import PDFParser from 'pdf2json'

/** The pages of a PDF file as text, spaces taken out: a PDF places pieces of words. */
export async function readPdf(file: Buffer): Promise<readonly string[]> {
  const parser = new PDFParser()
  const pages = await new Promise<readonly { Texts: readonly { R: readonly { T: string }[] }[] }[]>(
    (resolve, reject) => {
      parser.on('pdfParser_dataReady', ({ Pages }) => resolve(Pages))
      parser.on('pdfParser_dataError', reject)
      parser.parseBuffer(file)
    },
  )
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  }
  return pages.map(({ Texts }) =>
    Texts.flatMap(({ R }) => R.map(({ T }) => decode(T)))
      .join('')
      .replace(/\s/g, '')
      // Some fonts print "ff" or "fi" as one sign; which of them a machine has is no matter here.
      .replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC')),
  )
}
