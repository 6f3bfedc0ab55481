import { getDocument, OPS, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly title: unknown;
  readonly createdAt: unknown;
  readonly language: unknown;
  /** Whether it says that it is tagged. */
  readonly tagged: boolean;
  /** Whether a reader shows its title instead of the file's name. */
  readonly displaysTitle: boolean;
  /** What is shown, line by line. */
  readonly pages: readonly (readonly string[])[];
  /**
   * What a screen reader reads, by its tag and in its order, page by page; lines are joined by spaces. Headers and
   * footers are not among it.
   */
  readonly elements: readonly (readonly [tag: string, text: string])[];
  /** Name and media type of the fonts that it has within. */
  readonly fonts: readonly string[];
}

interface Node {
  readonly role: string;
  readonly children: readonly (Node | { readonly type: 'content'; readonly id: string })[];
}

/** Reads a PDF by another library than the one that writes it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const data = new Uint8Array(bytes);
  const loading = getDocument({ data, verbosity: VerbosityLevel.ERRORS, fontExtraProperties: true });
  try {
    const pdf = await loading.promise;
    const info = (await pdf.getMetadata()).info as Record<string, unknown>;
    const marks: unknown = await pdf.getMarkInfo();
    const preferences: unknown = await pdf.getViewerPreferences();
    const pages: (readonly string[])[] = [];
    const elements: [string, string][] = [];
    const fonts = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { lines, marked } = await textOf(page);
      pages.push(lines);
      elements.push(...elementsIn((await page.getStructTree()) as unknown as Node, marked));
      for (const font of await fontsOf(page)) fonts.add(font);
    }
    return {
      title: info['Title'],
      createdAt: info['CreationDate'],
      language: info['Language'],
      tagged: (marks as Map<string, unknown> | null)?.get('Marked') === true,
      displaysTitle: (preferences as Map<string, unknown> | null)?.get('DisplayDocTitle') === true,
      pages,
      elements,
      fonts: [...fonts].toSorted(),
    };
  } finally {
    await loading.destroy();
  }
}

/** The lines of a page, and those of each piece that the structure may name. */
async function textOf(page: PDFPageProxy) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const lines: string[] = [];
  const marked = new Map<string, string[]>();
  const within: string[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') within.pop();
      else within.push((item as { id?: string | null }).id ?? '');
    } else if (item.str.trim() !== '') {
      lines.push(item.str);
      const id = within.at(-1) ?? '';
      marked.set(id, [...(marked.get(id) ?? []), item.str]);
    }
  }
  return { lines, marked };
}

function elementsIn({ role, children }: Node, marked: ReadonlyMap<string, readonly string[]>): [string, string][] {
  const own = children.flatMap((child) => ('id' in child ? (marked.get(child.id) ?? []) : []));
  const below = children.flatMap((child) => ('role' in child ? elementsIn(child, marked) : []));
  return own.length > 0 ? [[role, own.join(' ')], ...below] : below;
}

async function fontsOf(page: PDFPageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = fnArray.flatMap((operator, at) => (operator === OPS.setFont ? [String(argsArray[at][0])] : []));
  return ids.map((id) => {
    const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean; mimetype?: string };
    return font.missingFile ? `${font.name} is missing` : `${font.name} ${font.mimetype}`;
  });
}
