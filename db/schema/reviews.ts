/** Score sheets and the reviews on them. */
import type { Generated } from 'kysely';

export interface TemplateVersionsTable {
  template_id: string;
  version: number;
  title_zh: string;
  title_en: string;
  mode: 'percentage' | 'deduction';
  /** The whole template as JSON; immutable once stored. */
  content: string;
  sha256: string;
  published_at: number;
}
export interface ReviewsTable {
  id: string;
  recording_id: string;
  template_id: string;
  template_version: number;
  inspector: string;
  state: 'draft' | 'submitted' | 'skipped';
  /** 1 from the first answer, comment or change of template on: before that the call was only looked at. */
  begun: Generated<number>;
  before: number | null;
  after: number | null;
  raw: number | null;
  passed: number | null;
  excellent: number;
  fatal: number;
  machine_score: number | null;
  /** JSON [[start,end],…] in seconds, merged. */
  heard: string;
  heard_ratio: number;
  work_ms: number;
  skip_reason: string | null;
  created_at: number;
  updated_at: number;
  submitted_at: number | null;
}
export interface ReviewAnswersTable {
  review_id: string;
  item_id: string;
  answer: 'yes' | 'partly' | 'no' | 'na';
  count: number | null;
  cause: string | null;
  /** 1 = a person gave it, 0 = filled by "the rest is fine" at submission. */
  by_person: number;
  updated_at: number;
}
/** An answer under a template that the draft had before. */
export interface SetAsideAnswersTable extends ReviewAnswersTable {
  template_id: string;
  template_version: number;
}
/** Which item a comment stood at, under a template that the draft had before. */
export interface SetAsideCommentItemsTable {
  comment_id: string;
  template_id: string;
  item_id: string;
}
/** The arithmetic of a submitted review, line by line, with the weights that were applied. */
export interface ReviewLinesTable {
  review_id: string;
  item_id: string;
  section_id: string;
  article: string;
  title_zh: string;
  title_en: string;
  severity: 'fatal' | 'serious' | 'minor';
  answer: string | null;
  count: number | null;
  applicable: number;
  possible: number;
  earned: number;
  lost: number;
  effect: 'none' | 'fail-section' | 'fail-form';
  cause: string | null;
}
export interface ReviewCommentsTable {
  id: string;
  review_id: string;
  item_id: string | null;
  at_ms: number;
  end_ms: number | null;
  text: string;
  quote: string | null;
  created_at: number;
  updated_at: number;
}
