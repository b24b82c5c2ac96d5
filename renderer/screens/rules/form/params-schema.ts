/** The JSON schema of a built-in rule's parameters, read as the fields of a form. */
import type { Bilingual } from '../../../../core/contract/index.ts';

interface FieldBase {
  key: string;
  /** Null where the schema has none: then the key stands for itself. */
  label: Bilingual | null;
  unit: Bilingual | null;
  /** Undefined where the schema has none. */
  initial: unknown;
}
export interface NumberParam extends FieldBase {
  kind: 'number';
  integer: boolean;
  min: number | null;
  max: number | null;
}
export interface TextsParam extends FieldBase {
  kind: 'texts';
  maxItems: number | null;
  maxLength: number | null;
}
export interface ChoicesParam extends FieldBase {
  kind: 'choices';
  options: readonly string[];
}
export interface BooleanParam extends FieldBase {
  kind: 'boolean';
}
/** Groups of phrases that a library adds to those of the program. */
export interface GroupsParam extends FieldBase {
  kind: 'groups';
  maxItems: number | null;
}
export type ParamField = NumberParam | TextsParam | ChoicesParam | BooleanParam | GroupsParam;
export type Params = Record<string, unknown>;

interface Property {
  type?: unknown;
  label?: Bilingual;
  unit?: Bilingual;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: { type?: unknown; enum?: unknown[]; maxLength?: number; properties?: Record<string, unknown> };
}

/** In the order of the schema. What no form part is made for is left out; it keeps its value. */
export function fieldsOf(schema: Readonly<Record<string, unknown>> | null): ParamField[] {
  const properties = (schema?.properties ?? {}) as Record<string, Property>;
  return Object.entries(properties).flatMap(([key, property]): ParamField[] => {
    const { label = null, unit = null, default: initial, items, minimum, maximum, maxItems } = property;
    const base = { key, label, unit, initial };
    if (property.type === 'boolean') return [{ ...base, kind: 'boolean' }];
    if (property.type === 'number' || property.type === 'integer')
      return [
        { ...base, kind: 'number', integer: property.type === 'integer', min: minimum ?? null, max: maximum ?? null },
      ];
    if (property.type !== 'array' || !items) return [];
    if (items.enum) return [{ ...base, kind: 'choices', options: items.enum.map(String) }];
    if (items.type === 'string')
      return [{ ...base, kind: 'texts', maxItems: maxItems ?? null, maxLength: items.maxLength ?? null }];
    if (items.properties && 'title' in items.properties && 'phrases' in items.properties)
      return [{ ...base, kind: 'groups', maxItems: maxItems ?? null }];
    return [];
  });
}

/** Whether a number may stand there; null and NaN (an empty or unreadable box) may not. */
export function fits(field: NumberParam, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (field.integer && !Number.isInteger(value)) return false;
  return (field.min === null || value >= field.min) && (field.max === null || value <= field.max);
}

/** Only what differs from the defaults: what the core wants to be told. */
export function changedParams(fields: readonly ParamField[], params: Params): Params {
  const initial = new Map(fields.map((field) => [field.key, field.initial]));
  return Object.fromEntries(
    Object.entries(params).filter(([key, value]) => !initial.has(key) || !isSame(value, initial.get(key))),
  );
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value as a list of texts; anything else is an empty list. */
export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export interface OwnGroup {
  title: string;
  phrases: string[];
  patterns: string[];
  exceptions: string[];
}

export const groupsIn = (value: unknown): OwnGroup[] =>
  (Array.isArray(value) ? (value as Partial<OwnGroup>[]) : []).map(({ title, phrases, patterns, exceptions }) => ({
    title: title ?? '',
    phrases: textsIn(phrases),
    patterns: textsIn(patterns),
    exceptions: textsIn(exceptions),
  }));
