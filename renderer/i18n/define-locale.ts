type Texts = { [key: string]: string | Texts };
type SameShape<T> = { [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };

/** Texts of one namespace; English must have exactly the keys that Chinese has. */
export function defineLocale<const T extends Texts>(locale: {
  zh: T;
  en: SameShape<NoInfer<T>>;
}): { zh: SameShape<T>; en: SameShape<T> } {
  return locale as { zh: SameShape<T>; en: SameShape<T> };
}
