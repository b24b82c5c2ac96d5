/** Answers one review for ever and reports each answer once it is saved; the kill test ends it. */
import { createReviewBench, itemIds } from './testing.ts';

const bench = await createReviewBench(process.argv[2]!);
const review = await bench.open();
const items = itemIds(await bench.templates.get({ id: review.templateId }, {}));
for (let round = 0; ; round++) {
  for (const itemId of items) {
    const answer = round % 2 === 0 ? 'no' : 'yes';
    process.send!({ next: { itemId, answer, round } });
    await bench.reviews.answer({ reviewId: review.id, itemId, answer }, {});
    await bench.reviews.addComment({ reviewId: review.id, itemId, at: round, text: `${itemId} ${round}` }, {});
    process.send!({ saved: { itemId, answer, round } });
  }
}
