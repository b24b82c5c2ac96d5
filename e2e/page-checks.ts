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

/** Names of texts that have no text: `review:score.none`, `screen.library`. */
export async function rawKeys(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is seen
  const text = await page.locator('body').innerText();
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
      if (!parent?.checkVisibility({ visibilityProperty: true }) || parent.closest('kbd, style, script, code'))
        continue;
      const text = (node.textContent ?? '').replaceAll(/\{\w+\}/g, '').replaceAll(/\S+\.(wav|mp3|m4a|ogg|flac)\b/g, '');
      // A checksum is no word, and a path of the library is the user's own.
      if (/^[0-9a-f]{64}$/.test(parent.title)) continue;
      if (!text.startsWith('/')) found.push(...(text.match(/[A-Za-z][A-Za-z-]{2,}/g) ?? []));
    }
    return found;
  });
  const known =
    /^(Whisper|whisper|cpp|SenseVoice|Paraformer|sherpa-onnx|FunASR|turbo|Hugging|Face|SHA|WAV|MP3|CSV|XLSX|JSON|SRT|VTT|TXT|Excel|English|Ctrl|Shift|Alt|Enter|Esc|Space|Del|Delete|PgUp|PgDn|Home|End|Tab|Linux|Windows|macOS|Asia|Shanghai|alaw|mulaw|pcm|UTF|kHz|GHz|int|onnx|ONNX|PCM_[A-Z]+|pcm_\w+|opus|aac|flac|gsm|GSM|TOP|PCM|MULAW|ALAW|cdr|csv|ISO)$/;
  return [...new Set(words.filter((word) => !known.test(word)))];
}
