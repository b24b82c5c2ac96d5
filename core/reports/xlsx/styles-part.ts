/** xl/styles.xml: the table of styles, the same in every workbook. */
import { type CellKind, fontName, formats, type Look, lineColour, looks, styles } from './styles.ts';
import { escapeXml, spreadsheetNs, xmlHead } from './xml.ts';

/** Formats that every spreadsheet program knows by number; others are numbered from 164. */
const builtIn: Partial<Record<CellKind, number>> = { text: 49, count: 3, score: 2 };
const own = (Object.keys(formats) as CellKind[]).filter((kind) => builtIn[kind] === undefined);
const formatNumber = (kind: CellKind) => builtIn[kind] ?? 164 + own.indexOf(kind);

/** Column widths are measured in digits of the first font, which is the one spreadsheet programs begin with. */
const firstFont = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
const fontOf = ({ bold, size }: Look) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${escapeXml(fontName)}"/></font>`;
const fillOf = ({ fill }: Look) =>
  fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill></fill>`;
const sides = ['left', 'right', 'top', 'bottom'];
const borderOf = ({ grid }: Look) =>
  grid
    ? `<border>${sides.map((side) => `<${side} style="thin"><color rgb="${lineColour}"/></${side}>`).join('')}<diagonal/></border>`
    : `<border>${sides.map((side) => `<${side}/>`).join('')}<diagonal/></border>`;

const all = Object.values(looks);
const fonts = [...new Set([firstFont, ...all.map(fontOf)])];
// The second fill is reserved for grey dots, whatever stands there.
const fills = [
  ...new Set([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...all.map(fillOf),
  ]),
];
const borders = [...new Set([borderOf({ size: 0, bold: false, grid: false }), ...all.map(borderOf)])];

function list(name: string, entries: readonly string[]): string {
  return `<${name} count="${entries.length}">${entries.join('')}</${name}>`;
}

export function stylesPart(): string {
  const cells = styles.map(({ kind, look: name, wrap }) => {
    const look = looks[name];
    const ids = `numFmtId="${formatNumber(kind)}" fontId="${fonts.indexOf(fontOf(look))}" fillId="${fills.indexOf(fillOf(look))}" borderId="${borders.indexOf(borderOf(look))}"`;
    const alignment = `<alignment${look.centred ? ' horizontal="center"' : ''} vertical="center"${wrap ? ' wrapText="1"' : ''}/>`;
    return `<xf ${ids} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  });
  const untouched = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  return [
    `${xmlHead}<styleSheet xmlns="${spreadsheetNs}">`,
    list(
      'numFmts',
      own.map((kind) => `<numFmt numFmtId="${formatNumber(kind)}" formatCode="${escapeXml(formats[kind])}"/>`),
    ),
    list('fonts', fonts),
    list('fills', fills),
    list('borders', borders),
    list('cellStyleXfs', [untouched]),
    list('cellXfs', [untouched.replace('/>', ' xfId="0"/>'), ...cells]),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}
