/** The small parts of a workbook's package: what it holds, how its parts hang together, who made it. */
import { escapeXml, relationshipsNs, spreadsheetNs, xmlHead } from './xml.ts';

export interface About {
  title: string;
  author: string;
  /** Epoch ms. */
  at: number;
}
export interface NamedSheet {
  name: string;
  /** How many rows repeat on every printed page. */
  titleRows: number;
}

const packageNs = 'http://schemas.openxmlformats.org/package/2006';
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** Name and text of each part. */
export function packageParts(sheets: readonly NamedSheet[], about: About): [name: string, text: string][] {
  return [
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets)],
    ['docProps/core.xml', properties(about)],
    ['_rels/.rels', packageRelationships()],
    ['[Content_Types].xml', contentTypes(sheets)],
  ];
}

function workbook(sheets: readonly NamedSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.map(({ name, titleRows }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(quoted)}!$1:$${titleRows}</definedName>`;
  });
  // The number names the program whose results the file holds: newer ones calculate again.
  return `${xmlHead}<workbook xmlns="${spreadsheetNs}" xmlns:r="${relationshipsNs}"><sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames><calcPr calcId="171027"/></workbook>`;
}

function relationships(list: readonly { type: string; target: string }[]): string {
  const each = list.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageNs}/relationships">${each.join('')}</Relationships>`;
}

function workbookRelationships(sheets: readonly NamedSheet[]): string {
  return relationships([
    ...sheets.map((_, index) => ({
      type: `${relationshipsNs}/worksheet`,
      target: sheetPath(index).slice('xl/'.length),
    })),
    { type: `${relationshipsNs}/styles`, target: 'styles.xml' },
    { type: `${relationshipsNs}/sharedStrings`, target: 'sharedStrings.xml' },
  ]);
}

function packageRelationships(): string {
  return relationships([
    { type: `${relationshipsNs}/officeDocument`, target: 'xl/workbook.xml' },
    { type: `${packageNs}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  ]);
}

function properties({ title, author, at }: About): string {
  const moment = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const namespaces = [
    `xmlns:cp="${packageNs}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return `${xmlHead}<cp:coreProperties ${namespaces.join(' ')}><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>${date('created')}${date('modified')}</cp:coreProperties>`;
}

function contentTypes(sheets: readonly NamedSheet[]): string {
  const parts: [path: string, type: string][] = [
    ['xl/workbook.xml', `${mediaType}.sheet.main+xml`],
    ...sheets.map((_, index): [string, string] => [sheetPath(index), `${mediaType}.worksheet+xml`]),
    ['xl/styles.xml', `${mediaType}.styles+xml`],
    ['xl/sharedStrings.xml', `${mediaType}.sharedStrings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  const each = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${xmlHead}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`;
}
