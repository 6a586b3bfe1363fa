// <theme-switch auto="…" light="…" dark="…" label="…">: the names come from the server in the reader's language.
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('select')) return;
    const select = document.createElement('select');
    select.setAttribute('aria-label', this.getAttribute('label') ?? 'Theme');
    for (const theme of ['auto', 'light', 'dark']) {
      select.add(new Option(this.getAttribute(theme) ?? theme, theme));
    }
    select.value = localStorage.getItem('theme') ?? 'auto';
    select.addEventListener('change', () => this.choose(select.value));
    this.append(select);
  }

  private choose(theme: string): void {
    if (theme === 'auto') {
      localStorage.removeItem('theme');
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem('theme', theme);
      document.documentElement.dataset.theme = theme;
    }
  }
}

customElements.define('theme-switch', ThemeSwitch);
