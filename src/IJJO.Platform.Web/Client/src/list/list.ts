// <ijjo-list service="/odata/library" set="Loans" whole="…"> around the server's table, form and tabs, with a JSON block of words.
// Without script, or where the service cannot be asked, these stay and work.
import { Service } from '../odata/service';
import { Address } from './address';
import { Board } from './board';
import { Texts } from './texts';

class ListElement extends HTMLElement {
  private readonly gone = new AbortController();

  async connectedCallback(): Promise<void> {
    const service = new Service(this.getAttribute('service') ?? '');
    const model = await service.model().catch(() => undefined);
    const set = model?.sets.get(this.getAttribute('set') ?? '');
    if (!set || this.gone.signal.aborted) return;
    await new Board(this, service, set, Texts.of(this), new Address(set, this.getAttribute('whole') ?? location.pathname), this.gone.signal).read();
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }
}

customElements.define('ijjo-list', ListElement);
