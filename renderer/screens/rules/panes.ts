/** F6: moves the keyboard focus between list, settings and back-test. */
const order = ['list', 'detail', 'test'] as const;
type Pane = (typeof order)[number];

export function stepPane(step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  const at = order.indexOf(here as Pane);
  const next = at < 0 ? (step === 1 ? 0 : order.length - 1) : (at + step + order.length) % order.length;
  focusPane(order[next]!);
}

const boxOf = (pane: Pane) => document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);

/** Goes on to the first control of a pane that had none when it got the focus. */
export function enterPane(pane: Pane): void {
  if (document.activeElement === boxOf(pane)) focusPane(pane);
}

export function focusPane(pane: Pane): void {
  const box = boxOf(pane);
  const first = box?.querySelector<HTMLElement>(
    '[data-pane-start], [data-pane-body] :is(input, textarea, button, [tabindex="0"]):not(:disabled)',
  );
  (first ?? box)?.focus();
}
