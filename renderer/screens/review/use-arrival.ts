import { useEffect, useRef } from 'react';
import type { Review } from '../../../core/contract/index.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { showsReviews } from '../library/scope/scope-parts.ts';
import { arrival } from './work/arrival.ts';
import { arriveAt } from './work/cursor.ts';
import { selectMarks, useWork } from './work/work-store.ts';

/**
 * Once for each call that is opened: brings the inspector to what led there. Only a list of reviews and a named item
 * move the player; heard at once where the house lets calls play by themselves.
 * @param known the form and the findings are there
 */
export function useArrival(review: Review, known: boolean): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (!known || arrived.current) return;
    arrived.current = true;
    const { itemId, at, query } = useNavigation.getState();
    const place = arrival({ itemId, filter: query.filter }, review, selectMarks(useWork.getState()));
    if (!place) return;
    const moves = itemId !== null || (at === null && showsReviews(query.filter));
    const listen = useSettings.getState().autoPlayNext && navigator.userActivation.hasBeenActive;
    arriveAt(moves ? place : { ...place, at: null }, listen);
  }, [known, review]);
}
