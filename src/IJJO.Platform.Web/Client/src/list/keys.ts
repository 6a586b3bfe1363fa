import { button, element } from './dom';
import type { Texts } from './texts';

const kept = 'list:single-keys';

/** Single keys; they can be turned off (WCAG 2.2, 2.1.4), and do nothing where somebody types. */
export class Keys {
  private readonly dialog: HTMLDialogElement;

  constructor(private readonly texts: Texts, private readonly acts: Readonly<Record<string, () => void>>, signal: AbortSignal) {
    this.dialog = this.help();
    document.addEventListener('keydown', event => this.press(event), { signal });
  }

  get helpButton(): HTMLButtonElement {
    return button('?', { class: 'small quiet list-keys', 'aria-label': this.texts.get('help'), 'aria-haspopup': 'dialog' }, () => this.show());
  }

  show(): void {
    if (!this.dialog.isConnected) document.body.append(this.dialog);
    this.dialog.showModal();
  }

  private press(event: KeyboardEvent): void {
    const at = event.target as HTMLElement;
    const typing = at.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null;
    if (event.ctrlKey || event.metaKey || event.altKey || typing || document.querySelector('dialog[open]') || localStorage.getItem(kept) === 'off') return;
    const act = event.key === '?' ? () => this.show() : this.acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private help(): HTMLDialogElement {
    const keys: [string[], string][] = [[['j'], 'j'], [['k'], 'k'], [['x'], 'x'], [['Enter'], 'enter'], [['/'], 'search'], [['Shift', '↵'], 'shift'], [['?'], 'help']];
    const single = element('input', { type: 'checkbox', id: 'list-single-keys' });
    single.checked = localStorage.getItem(kept) !== 'off';
    single.addEventListener('change', () => (single.checked ? localStorage.removeItem(kept) : localStorage.setItem(kept, 'off')));
    const title = element('h2', { id: 'list-keys-title' }, this.texts.get('help'));
    const dialog = element('dialog', { class: 'list-help', 'aria-labelledby': title.id }, title,
      element('dl', {}, ...keys.map(([press, said]) => element('div', {}, element('dt', {}, ...press.map(key => element('kbd', {}, key))), element('dd', {}, this.texts.get(`help.${said}`))))),
      element('p', { class: 'choice' }, single, element('label', { for: single.id }, this.texts.get('help.off'))),
      element('div', { class: 'actions' }, button(this.texts.get('close'), {}, () => dialog.close())));
    return dialog;
  }
}
