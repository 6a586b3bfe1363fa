// <ijjo-form> around a <form>: keeps unsent text for this tab, sends once, and takes the reader to the list of errors.
// Passwords, files and hidden fields are never kept; data-keep="off" on the form keeps nothing at all.
class IjjoForm extends HTMLElement {
  private form: HTMLFormElement | null = null;

  connectedCallback(): void {
    this.form = this.querySelector('form');
    if (!this.form) return;
    const summary = this.querySelector<HTMLElement>('.error-summary');
    if (summary) summary.focus();
    else this.restore();
    this.form.addEventListener('input', () => this.keep());
    this.form.addEventListener('submit', event => this.submitOnce(event));
    // A page that comes back from the history cache must be able to send again.
    addEventListener('pageshow', () => this.release());
  }

  private get key(): string | null {
    if (!this.form || this.form.dataset.keep === 'off' || this.form.method !== 'post') return null;
    return `form:${location.pathname}:${this.dataset.name ?? ''}`;
  }

  private keep(): void {
    if (!this.key) return;
    const typed = this.fields().filter(field => 'value' in field && field.value !== '').map(field => [field.name, field.value]);
    try {
      sessionStorage.setItem(this.key, JSON.stringify(typed));
    } catch {
      // Storage may be full or switched off; the form works without it.
    }
  }

  private restore(): void {
    const kept = this.key && sessionStorage.getItem(this.key);
    if (!kept) return;
    const typed = new Map(JSON.parse(kept) as [string, string][]);
    for (const field of this.fields()) {
      const value = typed.get(field.name);
      if (value !== undefined && field.value === '') field.value = value;
    }
  }

  private fields(): (HTMLInputElement | HTMLTextAreaElement)[] {
    const wanted = 'textarea[name], input[name]:is([type=text],[type=email],[type=url],[type=tel],[type=search],[type=number])';
    return [...(this.form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(wanted) ?? [])]
      .filter(field => field.autocomplete !== 'off' && field.autocomplete !== 'one-time-code');
  }

  private submitOnce(event: SubmitEvent): void {
    if (this.dataset.sending === 'true') {
      event.preventDefault();
      return;
    }
    this.dataset.sending = 'true';
    if (this.key) sessionStorage.removeItem(this.key);
    event.submitter?.setAttribute('aria-busy', 'true');
  }

  private release(): void {
    delete this.dataset.sending;
    this.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
  }
}

customElements.define('ijjo-form', IjjoForm);
