import { button, element } from './dom';
import type { Texts } from './texts';

const piece = 8_000_000;
const [quote, lineEnd] = [0x22, 0x0a];

/** Fetches a file so that its progress can be seen and it can be stopped. Its size is not known before its end, but the number of its rows is, which can be counted in a CSV. */
export async function download(link: HTMLAnchorElement, place: HTMLElement, texts: Texts): Promise<string> {
  const name = link.textContent?.trim() ?? '';
  const stop = new AbortController();
  const said = element('span', {}, texts.get('download', name, texts.get('loading')));
  const bar = element('progress', { 'aria-label': name });
  const row = element('div', { class: 'list-download' }, said, bar, button(texts.get('cancel'), { class: 'plain' }, () => stop.abort()));
  place.append(row);
  try {
    const answer = await fetch(link.href, { credentials: 'same-origin', signal: stop.signal });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    const total = Number(answer.headers.get('X-Total-Count'));
    const rows = link.dataset.file === 'export.csv' && total > 0 ? rowCounter() : undefined;
    if (rows) bar.max = total;
    const blob = await counted(answer, (bytes, part) => {
      if (rows) bar.value = rows(part);
      said.textContent = texts.get('download', name, rows ? texts.get('download.rows', bar.value, total) : size(bytes, texts));
    });
    save(blob, /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? link.dataset.file ?? '');
    return texts.get('download.done', name);
  } catch {
    return stop.signal.aborted ? '' : texts.get('download.failed', name);
  } finally {
    row.remove();
  }
}

/** A browser keeps large blobs on its disk; what is read is put there piece by piece, so that a file of many rows needs no memory of its size. */
async function counted(answer: Response, seen: (bytes: number, part: Uint8Array) => void): Promise<Blob> {
  const type = answer.headers.get('Content-Type') ?? '';
  const reader = answer.body!.getReader();
  let file = new Blob([], { type });
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, held] = [0, 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      parts.push(value);
      seen(bytes += value.byteLength, value);
    }
    if (!done && bytes - held < piece) continue;
    file = new Blob([file, ...parts], { type });
    [parts, held] = [[], bytes];
    if (done) return file;
  }
}

/** The lines after the head; a text in quotes may have line ends of its own. */
function rowCounter(): (part: Uint8Array) => number {
  let [rows, isQuoted] = [-1, false];
  return part => {
    for (const byte of part) {
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineEnd && !isQuoted) rows++;
    }
    return Math.max(rows, 0);
  };
}

function size(bytes: number, texts: Texts): string {
  return bytes < 1_000_000 ? `${texts.number(Math.ceil(bytes / 1000))} kB` : `${texts.number(Math.round(bytes / 100_000) / 10)} MB`;
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
