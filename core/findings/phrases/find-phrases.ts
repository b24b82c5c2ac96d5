/** Where phrases stand in a sentence: as written, over pauses and fillers, or by their sound. */
import { type Normalised, normalise, placeInSource, without } from '../../text/normalise.ts';
import type { Place } from '../../text/safe-pattern.ts';
import { soundOf } from '../../text/sounds.ts';
import { inStandard } from './dialect.ts';
import { likeness } from './likeness.ts';
import type { Pattern, PhraseGroup } from './phrase-list.ts';

export interface PhraseHit extends Place {
  group: string;
  /** The phrase that it sounds like, when other characters are written. */
  soundsLike: string | null;
  /** Nothing else can be meant; a hit that is not certain accuses nobody. */
  certain: boolean;
}

/** A sentence in one of the ways to read it. */
interface Reading extends Normalised {
  /** As `plain`, with one character for 您 and 你, 哪 and 那, 他 and 她. */
  folded: string;
  /** Pauses or fillers were left out: other words may follow close. */
  parted: boolean;
  sound: string;
}

/** Pauses within a sentence. */
const pauses = /[,、~…—"'“”‘’「」『』《》()\s-]+/gu;
/** Words said while thinking. */
const fillers = /那个|这个|就是说|就是|然后呢?|怎么说呢|怎么讲呢?/gu;
/** What may follow a phrase that is only there once pauses are left out: else another word goes on. */
const boundary = /^(?:$|[^\p{Script=Han}a-z0-9]|[了啊呀吧呢吗嘛的哦哈么呐啦喽咯你您我他她这那])/u;
/** Characters that are written for each other. */
const fold = (text: string): string =>
  text
    .replace(/您/g, '你')
    .replace(/那/g, '哪')
    .replace(/[她它]/g, '他');

/**
 * Leftmost and longest first, none overlapping; positions are those of `plain`.
 * @param plain a sentence as `normalise` spells it
 * @param turn what its speaker says before the other one does, this sentence included
 */
export function findPhrases(plain: string, groups: readonly PhraseGroup[], turn = plain): PhraseHit[] {
  const found = groups.map((group) => hitsOf(plain, group, turn));
  const all = (kind: keyof GroupHits) => found.flatMap((hits) => hits[kind]);
  const kept: PhraseHit[] = [];
  for (const hit of [
    ...all('sure').sort(byPlace),
    ...all('built').sort(byCertainty),
    ...all('heard').sort(byPlace),
    ...all('unclear'),
  ])
    if (!kept.some(({ start, end }) => start < hit.end && end > hit.start)) kept.push(hit);
  return kept.sort(byPlace);
}

/**
 * The first place of one word, as written or over pauses and fillers, and never by its sound.
 * @param word in the spelling of `normalise`
 */
export function placeOfWord(plain: string, word: string): Place | null {
  for (const reading of readingsOf(plain)) {
    const place = placesOf(reading.plain, word).find(
      ({ end }) => !reading.parted || boundary.test(reading.plain.slice(end)),
    );
    if (place) return placeInSource(reading, place.start, place.end);
  }
  return null;
}

const byPlace = (a: Place, b: Place) => a.start - b.start || b.end - a.end;

const byCertainty = (a: PhraseHit, b: PhraseHit) => Number(b.certain) - Number(a.certain) || byPlace(a, b);

type GroupHits = Record<'sure' | 'built' | 'heard' | 'unclear', PhraseHit[]>;

/** Rules share groups, and look at the same sentence one after the other. */
const latestHits = new WeakMap<PhraseGroup, Map<string, GroupHits>>();

function hitsOf(plain: string, group: PhraseGroup, turn: string): GroupHits {
  const known = latestHits.get(group) ?? new Map<string, GroupHits>();
  latestHits.set(group, known);
  const key = `${plain}\n${turn}`;
  const had = known.get(key);
  if (had) return had;
  if (known.size >= mostKept) known.clear();
  const readings = readingsOf(plain);
  const hit = (place: Place, certain: boolean): PhraseHit => ({ group: group.id, soundsLike: null, certain, ...place });
  const hits: GroupHits = {
    sure: readings.flatMap((reading) => hitsIn(reading, group)).map((place) => hit(place, true)),
    built: builtSo(readings, group, turn),
    heard: readings.flatMap((reading) => soundsIn(reading, group)),
    unclear: (group.unclear ?? []).flatMap((pattern) => matches(plain, pattern)).map((place) => hit(place, false)),
  };
  known.set(key, hits);
  return hits;
}

/** Sentence types; one that the turn takes back is not certain. */
function builtSo(readings: readonly Reading[], group: PhraseGroup, turn: string): PhraseHit[] {
  return (group.types ?? []).flatMap(({ says, with: company, unless, doubtful }) => {
    const reading = readings.find(({ plain }) => says.test(plain));
    if (!reading || (company && !company.test(turn)) || unless?.(turn)) return [];
    const excepted = exceptedIn(reading, group);
    const certain = !doubtful?.(turn);
    return matches(reading.plain, says)
      .filter((hit) => !excepted.some(({ start, end }) => start <= hit.start && end >= hit.end))
      .map(({ start, end }) => ({ group: group.id, soundsLike: null, certain, ...placeInSource(reading, start, end) }));
  });
}

/** Several rules and words look at one sentence after the other. */
const latest = new Map<string, Reading[]>();
const mostKept = 500;

/** As it stands; in the standard wording; without pauses; without fillers too. */
function readingsOf(plain: string): Reading[] {
  const known = latest.get(plain);
  if (known) return known;
  if (latest.size >= mostKept) latest.clear();
  const readings = read(plain);
  latest.set(plain, readings);
  return readings;
}

function read(plain: string): Reading[] {
  const whole: Normalised = { plain, places: null };
  const standard = inStandard(whole);
  const flowing = closeUp(without(standard, pauses));
  const bare = closeUp(without(flowing, fillers));
  // Most sentences read the same without fillers: each text is looked through once.
  const readings = new Map([bare, flowing, standard, whole].map((reading) => [reading.plain, reading]));
  return [...readings.values()].reverse().map((reading) => {
    const folded = fold(reading.plain);
    return { ...reading, parted: reading !== whole && reading !== standard, folded, sound: soundOf(folded) };
  });
}

/** What a pause had parted may be a stutter: 问我，呃，我问谁. */
function closeUp(text: Normalised): Normalised {
  if (text.places === null) return text;
  const { plain, places } = normalise(text.plain);
  return { plain, places: places ? places.map((place) => text.places![place]!) : text.places };
}

function hitsIn(reading: Reading, group: PhraseGroup): (Place & { group: string })[] {
  const { someOf, phrases } = ready(group);
  const { plain, folded } = reading;
  const literal = someOf.test(folded) ? phrases.flatMap(({ written }) => placesOf(folded, written)) : [];
  const found = [...literal, ...(group.patterns ?? []).flatMap((pattern) => matches(plain, pattern))];
  if (found.length === 0) return [];
  const excepted = exceptedIn(reading, group);
  return found
    .filter((hit) => !excepted.some(({ start, end }) => start <= hit.start && end >= hit.end))
    .filter((hit) => !reading.parted || boundary.test(plain.slice(hit.end)))
    .map((hit) => ({ group: group.id, ...placeInSource(reading, hit.start, hit.end) }));
}

function soundsIn(reading: Reading, group: PhraseGroup): PhraseHit[] {
  const { soundsLikeSome, phrases } = ready(group);
  const { sound } = reading;
  if (!soundsLikeSome.test(sound)) return [];
  const excepted = exceptedIn(reading, group);
  return phrases.flatMap(({ written, sound: wanted }) =>
    placesOf(sound, wanted).flatMap((place): PhraseHit[] => {
      if (excepted.some(({ start, end }) => start <= place.start && end >= place.end)) return [];
      if (!boundary.test(reading.plain.slice(place.end))) return [];
      const like = likeness(reading.folded, place, written);
      if (like === 'none') return [];
      const at = placeInSource(reading, place.start, place.end);
      return [{ group: group.id, soundsLike: written, certain: like === 'certain', ...at }];
    }),
  );
}

const exceptedIn = ({ plain, folded }: Reading, { exceptions = [] }: PhraseGroup): Place[] =>
  exceptions.flatMap((exception) => [...matches(plain, exception), ...matches(folded, exception)]);

interface Ready {
  phrases: { written: string; sound: string }[];
  /** Whether any phrase is there: most sentences hold none, and one look tells. */
  someOf: RegExp;
  soundsLikeSome: RegExp;
}

const known = new WeakMap<PhraseGroup, Ready>();

function ready(group: PhraseGroup): Ready {
  const made = known.get(group);
  if (made) return made;
  const phrases = [...new Set(group.phrases.map((phrase) => fold(normalise(phrase).plain)))]
    .filter((written) => written !== '')
    .map((written) => ({ written, sound: soundOf(written) }));
  const fresh = {
    phrases,
    someOf: anyOf(phrases.map(({ written }) => written)),
    soundsLikeSome: anyOf(phrases.map(({ sound }) => sound)),
  };
  known.set(group, fresh);
  return fresh;
}

const anyOf = (texts: readonly string[]): RegExp =>
  new RegExp(texts.length > 0 ? texts.map((text) => text.replace(/[\\^$.|?*+()[\]{}/-]/g, '\\$&')).join('|') : '(?!)');

function placesOf(text: string, wanted: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    places.push({ start: at, end: at + wanted.length });
  return places;
}

const globals = new WeakMap<RegExp, RegExp>();

function matches(plain: string, pattern: Pattern): Place[] {
  if (!(pattern instanceof RegExp)) return pattern.places(plain);
  // Most patterns are in no sentence, and a look is cheaper than a search.
  if (!pattern.test(plain)) return [];
  const global = globals.get(pattern) ?? new RegExp(pattern, `${pattern.flags}g`);
  globals.set(pattern, global);
  return Array.from(plain.matchAll(global), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
