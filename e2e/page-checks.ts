/** What a careful eye sees on a screen: clipped text, overflow, raw keys, foreign words. Each returns what is wrong. */
import type { Page } from '@playwright/test';

/** Text that leaves its box without an ellipsis and a title, and anything that leaves the window sideways. */
export function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width + 1) problems.push('the page scrolls sideways');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const fault = faultOf(parent, box);
      if (fault) problems.push(`${fault}: ${text.slice(0, 60)}`);
    }
    return [...new Set(problems)];

    function faultOf(start: HTMLElement, box: DOMRect): string | null {
      let ellipsis = false;
      for (let element: HTMLElement | null = start; element; element = element.parentElement) {
        const style = getComputedStyle(element);
        if (style.clip !== 'auto' || style.clipPath !== 'none') return null;
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') ellipsis = true;
        // Below a scroller everything can be brought into sight.
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const frame = element.getBoundingClientRect();
        const cut = box.right > frame.right + 1.5 || box.left < frame.left - 1.5;
        const cutLines = box.bottom > frame.bottom + 4 || box.top < frame.top - 4;
        if ((cut || cutLines) && !ellipsis) return `cut off (${element.tagName.toLowerCase()})`;
        if (cut && ellipsis && !start.closest('[title]')) return 'ellipsis without a title';
        if (cut || cutLines) return null;
      }
      return box.right > width + 1 ? 'beyond the window' : null;
    }
  });
}

/**
 * Controls that a pointer cannot reach: something lies over their middle, or their box is cut. What is scrolled out
 * of sight can be scrolled back. And boxes that scroll sideways, but for those that say so.
 */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const opened = [
      ...document.querySelectorAll<HTMLElement>(
        '[role="dialog"], .ant-dropdown:not(.ant-dropdown-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden)',
      ),
    ].filter((element) => element.checkVisibility());
    const root = opened.at(-1) ?? document.body;
    for (const control of root.querySelectorAll<HTMLElement>(
      'button, input, textarea, select, a[href], [role="radio"], [role="tab"], [role="menuitem"], [role="slider"]',
    )) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || control.closest('[inert]'))
        continue;
      // A slider may be moved by keys only, while what lies under it takes the pointer.
      if (getComputedStyle(control).pointerEvents === 'none') continue;
      const seen = inSight(control);
      if (seen === 'scrolled out') continue;
      const name = (control.ariaLabel || control.textContent || control.title || control.tagName).trim().slice(0, 40);
      if (seen === 'cut') {
        problems.push(`cut: ${name}`);
        continue;
      }
      const [x, y] = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
      const top = document.elementFromPoint(x, y);
      const own = top && (control.contains(top) || top.contains(control) || top.closest('label')?.contains(control));
      // A message goes away by itself.
      if (top?.closest('[role="status"]')) continue;
      // Marks of the waveform may lie close to each other; the list beside it has them all.
      if (!own && top && !isStuck(top, control) && !control.closest('[data-crowded]'))
        problems.push(`covered by ${top.className.toString().slice(0, 30) || top.tagName}: ${name}`);
    }
    for (const box of root.querySelectorAll<HTMLElement>('*'))
      if (
        box.scrollWidth > box.clientWidth + 1 &&
        /auto|scroll/.test(getComputedStyle(box).overflowX) &&
        box.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !box.closest('[data-sideways]')
      )
        problems.push(`scrolls sideways by ${box.scrollWidth - box.clientWidth}: ${box.className.slice(0, 40)}`);
    return [...new Set(problems)];

    /** A heading that stays at the top of its list while the list is scrolled. */
    function isStuck(top: Element, control: Element): boolean {
      for (let box: Element | null = top; box; box = box.parentElement)
        if (getComputedStyle(box).position === 'sticky') return box.parentElement!.contains(control);
      return false;
    }

    /** What of the control can be seen, or why hardly anything can. */
    function inSight(control: HTMLElement): DOMRect | 'cut' | 'scrolled out' {
      const whole = control.getBoundingClientRect();
      let { left, top, right, bottom } = whole;
      let scrolls = false;
      const clip = (frame: { left: number; top: number; right: number; bottom: number }) => {
        left = Math.max(left, frame.left);
        top = Math.max(top, frame.top);
        right = Math.min(right, frame.right);
        bottom = Math.min(bottom, frame.bottom);
      };
      const fixed = getComputedStyle(control).position === 'fixed';
      for (let box = control.parentElement; box && !fixed; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.clipPath !== 'none' || style.clip !== 'auto') return 'scrolled out';
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) scrolls = true;
        clip(box.getBoundingClientRect());
        if (style.position === 'fixed') break;
      }
      clip({ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight });
      const hidden = right - left < whole.width / 2 || bottom - top < whole.height / 2;
      if (!hidden && right - left >= whole.width - 2) return new DOMRect(left, top, right - left, bottom - top);
      return scrolls ? 'scrolled out' : 'cut';
    }
  });
}

/** Names of texts that have no text: `review:score.none`, `screen.library`. */
export async function rawKeys(page: Page): Promise<string[]> {
  // Names of packages are no texts of ours: what is marked as English is quoted.
  const text = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body [lang="en"]')].reduce(
      // biome-ignore lint/performance/useDomNodeTextContent: only what is seen
      (seen, quoted) => seen.replace(quoted.innerText, ''),
      // biome-ignore lint/performance/useDomNodeTextContent: as above
      document.body.innerText,
    ),
  );
  const fileEndings = /\.(wav|mp3|m4a|ogg|flac|csv|xlsx|json|srt|vtt|txt|db|bin|onnx|cpp)$/i;
  return [...text.matchAll(/(?<![\w/\\.@*])[a-z][A-Za-z]+[:.][a-z][A-Za-z]+(\.[a-z][A-Za-z]+)*(?![\w*])/g)]
    .map(([key]) => key)
    .filter((key) => !fileEndings.test(key));
}

/** Latin words that a Chinese reader need not know. Keys, file names and format names are known. */
export async function foreignWords(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent?.checkVisibility({ visibilityProperty: true }) ||
        parent.closest('kbd, style, script, code, [lang="en"], [translate="no"]')
      )
        continue;
      const text = (node.textContent ?? '')
        .replaceAll(/\{\w+\}/g, '')
        .replaceAll(/https?:\S+/g, '')
        .replaceAll(/[\w.-]*\.(wav|mp3|m4a|ogg|flac|bin|onnx|txt|vtt|srt|json|csv|xlsx)\b/g, '');
      // A checksum is no word, and a path of the library is the user's own.
      if (/^[0-9a-f]{64}$/.test(parent.title)) continue;
      if (!text.startsWith('/')) found.push(...(text.match(/[A-Za-z][A-Za-z-]{2,}/g) ?? []));
    }
    return found;
  });
  const known =
    /^(Whisper|Apache-|whisper|cpp|SenseVoice|Paraformer|sherpa-onnx|FunASR|turbo|Hugging|Face|SHA|WAV|MP3|CSV|XLSX|JSON|SRT|VTT|TXT|Excel|English|Ctrl|Shift|Alt|Enter|Esc|Space|Del|Delete|PgUp|PgDn|Home|End|Tab|Linux|Windows|macOS|Asia|Shanghai|alaw|mulaw|pcm|UTF-|WebVTT|Word|DOCX|Backspace|kHz|GHz|int|onnx|ONNX|PCM_[A-Z]+|pcm_\w+|opus|aac|flac|gsm|GSM|TOP|PCM|MULAW|ALAW|cdr|csv|ISO)$/;
  return [...new Set(words.filter((word) => !known.test(word)))];
}
