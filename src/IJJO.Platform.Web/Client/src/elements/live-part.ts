// <live-part>: asks for the page again while this part is in it, and shows the part as it then is. A page without it is finished, and is loaded.
class LivePart extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setInterval(() => void this.look(), 1500);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('live-part');
    if (next) this.replaceChildren(...next.childNodes);
    else location.reload();
  }
}

customElements.define('live-part', LivePart);
