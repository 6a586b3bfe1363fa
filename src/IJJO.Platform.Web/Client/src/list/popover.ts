import { element } from './dom';

/** A small dialog beside what opened it: closed by Escape and by a click elsewhere, and the focus goes back. */
export class Popover {
  readonly dialog = element('dialog', { class: 'list-popover' });

  constructor(private readonly opener: HTMLElement, content: HTMLElement, label: string, private readonly closed?: () => void) {
    this.dialog.setAttribute('aria-label', label);
    this.dialog.append(content);
    this.dialog.addEventListener('click', event => {
      if (event.target === this.dialog) this.close();
    });
    this.dialog.addEventListener('close', () => this.remove());
  }

  open(): this {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.place();
    this.dialog.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button')?.focus();
    return this;
  }

  close(): void {
    this.dialog.close();
  }

  /** Below its opener where there is room, else above; on a narrow screen at the bottom, by the style sheet. */
  place(): void {
    if (matchMedia('(max-width: 40rem)').matches) return;
    const at = this.opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.dialog;
    const top = at.bottom + height + 8 <= innerHeight ? at.bottom + 4 : Math.max(8, Math.min(at.top - height - 4, innerHeight - height - 8));
    this.dialog.style.insetInlineStart = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    this.dialog.style.insetBlockStart = `${top}px`;
  }

  private remove(): void {
    this.dialog.remove();
    if (this.opener.isConnected) this.opener.focus();
    this.closed?.();
  }
}
