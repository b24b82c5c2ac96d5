import { addDraft, listReviews, reviewBy, reviewCounts } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Findings } from '../findings/findings-service.ts';
import type { ServiceOf } from '../service.ts';
import { createChangeTemplate } from './change-template.ts';
import { createComments } from './comments.ts';
import { createMarking } from './marking.ts';
import { createOutcome } from './outcome.ts';
import { recordingById } from './recording.ts';
import { viewReview } from './review-view.ts';
import type { ReviewRoom } from './room.ts';
import { createSubmitWhole } from './submit-whole.ts';
import { dayAround } from './today.ts';

/** The life of a review: opened as a draft, marked, submitted, undone, skipped or reopened. */
export function createReviews(
  context: CoreContext,
  deps: { templates: ServiceOf<'templates'>; findings: Findings },
): ServiceOf<'reviews'> {
  const room: ReviewRoom = { context, ...deps };
  const { library, settings, clock, events, newId } = context;

  return {
    ...createMarking(room),
    ...createChangeTemplate(room),
    ...createComments(room),
    ...createOutcome(room),
    submitWhole: createSubmitWhole(room),

    async open({ recordingId, templateId }) {
      const existing = await reviewBy(library.db, { recordingId });
      if (existing) return viewReview(room, existing.id);
      await recordingById(library, recordingId);
      const { inspector, defaultTemplate } = await settings.get();
      const standard = templateId ?? (await deps.templates.list({}, {})).find((entry) => entry.isDefault)?.id;
      const template = await deps.templates.get({ id: standard ?? defaultTemplate }, {});
      await addDraft(library.db, {
        id: newId(),
        recordingId,
        templateId: template.id,
        templateVersion: template.version,
        inspector,
        now: clock(),
      });
      events.changed('reviews');
      events.changed('recordings');
      // Another window may have opened the same call a moment earlier: then its draft is the one.
      return viewReview(room, (await reviewBy(library.db, { recordingId }))!.id);
    },

    get: ({ reviewId }) => viewReview(room, reviewId),

    async list({ from, to, states, limit = 500 }) {
      // No review is in the state "none": that is a recording without one.
      const stored = states?.filter((state) => state !== 'none');
      const rows = await listReviews(library, { from, to, states: stored, limit });
      return rows.map((row) => ({ ...row, passed: row.passed === null ? null : row.passed === 1 }));
    },

    async today() {
      const { timeZone, dailyGoal } = await settings.get();
      const { from, until } = dayAround(clock(), timeZone);
      return { goal: dailyGoal, ...(await reviewCounts(library, from, until)) };
    },
  };
}
