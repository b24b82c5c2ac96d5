/** The single calls and deductions of a report. Customers' numbers are masked in every text that is shown. */
import {
  type CommentLineRow,
  commentLinesByReviewIds,
  type EvidenceLineRow,
  evidenceByRecordingIds,
  type LibraryDb,
  type LostLineRow,
  lostLinesByReviewIds,
  type ReviewLineRow,
  reviewLinesByIds,
} from '../../db/index.ts';
import type { Bilingual, LostLine, ReviewLine } from '../contract/index.ts';
import { maskPhone } from '../recordings/mask-phone.ts';
import { toBusinessDate } from '../recordings/time-zone.ts';
import { hideNumber } from '../text/hide-number.ts';
import { maskSensitive } from '../text/sensitive.ts';
import { groupBy } from './figures.ts';
import type { Forms } from './forms.ts';
import { giveWay } from './give-way.ts';
import { compareArticles } from './lost-items.ts';
import type { TemplateLookup } from './template-lookup.ts';

export interface RowReader {
  library: LibraryDb;
  /** The library's time zone. */
  zone: string;
  templates: TemplateLookup;
  forms: Forms;
  /** Aborted when the report's caller leaves: reading then ends with CANCELLED. */
  signal?: AbortSignal | undefined;
}

/** How many reviews are read at a time: large enough to be fast, small enough to keep memory flat. */
const pageSize = 500;

export function* pagesOf<T>(items: readonly T[], size = pageSize): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** One line per submitted review, in the order of the ids. */
export async function* reviewLines(reader: RowReader, ids: readonly string[]): AsyncGenerator<ReviewLine> {
  for (const page of pagesOf(ids)) {
    await giveWay(reader.signal);
    const rows = await reviewLinesByIds(reader.library, page);
    const comments = groupBy(await commentLinesByReviewIds(reader.library, page), (comment) => comment.reviewId);
    const lost = groupBy(await lostLinesByReviewIds(reader.library, page), (line) => line.reviewId);
    for (const row of rows)
      yield await toReviewLine(reader, row, comments.get(row.reviewId) ?? [], lost.get(row.reviewId) ?? []);
  }
}

/** One line per item on which a review lost marks: reviews in the order of the ids, items by article. */
export async function* lostLines(
  reader: RowReader,
  ids: readonly string[],
  options: { onlyFatal?: boolean } = {},
): AsyncGenerator<LostLine> {
  for (const page of pagesOf(ids)) {
    await giveWay(reader.signal);
    const lost = groupBy(await lostLinesByReviewIds(reader.library, page), (line) => line.reviewId);
    const withLosses = page.filter((id) => lost.has(id));
    if (withLosses.length === 0) continue;
    const reviews = await reviewLinesByIds(reader.library, withLosses);
    const comments = groupBy(await commentLinesByReviewIds(reader.library, withLosses), (comment) => comment.reviewId);
    const recordingIds = reviews.map((review) => review.recordingId);
    const evidence = groupBy(await evidenceByRecordingIds(reader.library, recordingIds), (line) => line.recordingId);
    for (const review of reviews) {
      const lines = (lost.get(review.reviewId) ?? [])
        .filter((line) => !options.onlyFatal || line.effect === 'fail-form')
        .sort((a, b) => compareArticles(a.article, b.article));
      for (const line of lines) {
        yield await toLostLine(
          reader,
          review,
          line,
          comments.get(review.reviewId) ?? [],
          evidence.get(review.recordingId) ?? [],
        );
      }
    }
  }
}

export async function collect<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

async function toReviewLine(
  { templates, forms, zone }: RowReader,
  row: ReviewLineRow,
  comments: readonly CommentLineRow[],
  lost: readonly LostLineRow[],
): Promise<ReviewLine> {
  const general = comments.filter((comment) => comment.itemId === null);
  return {
    reviewId: row.reviewId,
    recordingId: row.recordingId,
    file: hideNumber(row.file, row.phone),
    startedAt: row.startedAt,
    businessDate: row.businessDate ?? toBusinessDate(row.importedAt, zone),
    agentId: row.agentNo,
    agentName: row.agentName,
    team: row.team,
    phoneMasked: maskPhone(row.phone),
    direction: row.direction,
    business: row.business,
    durationMs: row.durationMs,
    form: forms.keyOf(row.templateId, row.templateVersion),
    templateId: row.templateId,
    templateTitle: await templates.title(row.templateId, row.templateVersion),
    templateVersion: row.templateVersion,
    inspector: row.inspector,
    before: row.before,
    after: row.after,
    passed: row.passed === null ? null : row.passed === 1,
    excellent: row.excellent === 1,
    fatal: row.fatal,
    breachClasses: await breachClasses(templates, row, lost),
    submittedAt: row.submittedAt,
    comment: joinTexts(general) ?? '',
  };
}

/** Classes that the regime gives to the breaches of one review; items without a class stay out. */
async function breachClasses(
  templates: TemplateLookup,
  { templateId, templateVersion }: ReviewLineRow,
  lost: readonly LostLineRow[],
): Promise<ReviewLine['breachClasses']> {
  const classes: Bilingual[] = [];
  for (const line of [...lost].sort((a, b) => b.lost - a.lost || compareArticles(a.article, b.article))) {
    const item = await templates.item(templateId, templateVersion, line.itemId);
    if (item?.breachClass) classes.push(item.breachClass);
  }
  return [...groupBy(classes, ({ zh }) => zh).values()].map((own) => ({ title: own[0]!, count: own.length }));
}

async function toLostLine(
  { templates, zone }: RowReader,
  review: ReviewLineRow,
  line: LostLineRow,
  comments: readonly CommentLineRow[],
  evidence: readonly EvidenceLineRow[],
): Promise<LostLine> {
  const { templateId, templateVersion } = review;
  const own = comments.filter((comment) => comment.itemId === line.itemId);
  const item = await templates.item(templateId, templateVersion, line.itemId);
  const seen = evidence.filter((candidate) => item?.rules.includes(candidate.rule));
  const atMs = own[0]?.atMs ?? seen[0]?.startMs ?? null;
  const quote = own.find((comment) => comment.quote)?.quote ?? seen.find((candidate) => candidate.text)?.text ?? null;
  return {
    reviewId: review.reviewId,
    recordingId: review.recordingId,
    file: hideNumber(review.file, review.phone),
    agentId: review.agentNo,
    agentName: review.agentName,
    team: review.team,
    businessDate: review.businessDate ?? toBusinessDate(review.importedAt, zone),
    itemId: line.itemId,
    article: line.article,
    itemTitle: { zh: line.titleZh, en: line.titleEn },
    severity: line.severity,
    breachClass: item?.breachClass ?? null,
    count: line.count,
    lost: line.lost,
    at: atMs === null ? null : atMs / 1000,
    quote: quote === null ? null : maskSensitive(quote),
    comment: joinTexts(own),
    cause: line.cause,
    causeTitle: line.cause === null ? null : await templates.causeTitle(templateId, templateVersion, line.cause),
  };
}

function joinTexts(comments: readonly CommentLineRow[]): string | null {
  const texts = comments.map((comment) => comment.text.trim()).filter((text) => text !== '');
  return texts.length === 0 ? null : maskSensitive(texts.join('；'));
}
