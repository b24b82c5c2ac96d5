/** F6: moves the keyboard focus from pane to pane. */
const order = ['waveform', 'transcript', 'findings', 'checklist'] as const;

export function stepPane(step: 1 | -1): void {
  const stops = order.flatMap((pane) => {
    const element = stopOf(pane);
    return element ? [{ pane, element }] : [];
  });
  const current = document.activeElement?.closest<HTMLElement>('[data-pane], [data-pane-start]');
  const here = current?.dataset.pane ?? current?.dataset.paneStart;
  const at = stops.findIndex(({ pane }) => pane === here);
  const next = stops[at < 0 ? (step === 1 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length];
  next?.element.focus();
}

function stopOf(pane: (typeof order)[number]): HTMLElement | null {
  if (pane === 'checklist')
    return document.querySelector(
      '[data-pane="checklist"] [aria-current] :is([role="radio"][tabindex="0"], [role="spinbutton"])',
    );
  return document.querySelector(`[data-pane-start="${pane}"]`);
}
