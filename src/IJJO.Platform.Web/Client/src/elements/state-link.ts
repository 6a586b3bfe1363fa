// <state-link><a href="…">…</a></state-link>: the link takes along what the page's address says by then; script may have changed it since the page was made.
class StateLink extends HTMLElement {
  connectedCallback(): void {
    for (const moment of ['pointerdown', 'focusin']) this.addEventListener(moment, () => this.take());
  }

  private take(): void {
    const link = this.querySelector('a');
    if (link) link.search = location.search;
  }
}

customElements.define('state-link', StateLink);
